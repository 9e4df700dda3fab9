import { fedCase } from '@connect/contract/rooms/case-feed'
import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { issuesOf } from '@connect/contract/shared/issues'
import { expect, it } from 'vitest'
import { demoHouseholds } from './demo-households.ts'

const asOf = '2026-01-01T12:00:00Z'

it.each(['2026-11-22', '2026-12-31', '2026-02-28', '2026-01-01'])(
  'on %s the feed takes every household',
  (today) => {
    for (const household of demoHouseholds(asOf, today)) {
      expect(issuesOf(fedCase, household.case), household.key).toEqual([])
      expect(household.case.payments?.every(({ paidOn }) => paidOn <= today) ?? true).toBe(true)
    }
  },
)

it('no two people share a client ID, and all are called Demo', () => {
  const members = demoHouseholds(asOf, dayInConnecticut(new Date())).flatMap(
    (household) => household.case.members,
  )
  const clientIds = members.flatMap(({ clientId }) => clientId ?? [])
  expect(new Set(clientIds).size).toBe(clientIds.length)
  expect(new Set(members.map(({ lastName }) => lastName))).toEqual(new Set(['Demo']))
})

it('each shape is there: every status, a renewal due in three days, and nothing at all', () => {
  const programs = demoHouseholds(asOf, '2026-11-22').flatMap((household) => household.case.programs ?? [])
  expect(new Set(programs.map(({ status }) => status))).toEqual(
    new Set(['pending', 'active', 'suspended', 'closed', 'denied']),
  )
  expect(programs.some(({ renewalDueOn }) => renewalDueOn === '2026-11-25')).toBe(true)
  expect(demoHouseholds(asOf, '2026-11-22').some((household) => household.case.programs === undefined)).toBe(
    true,
  )
})
