import type { CaseDeadline, CaseProgram } from '@connect/contract/rooms/cases'
import { expect, it } from 'vitest'
import { groupDeadlines, groupIssuances, sortPrograms } from './grouped.ts'

const renewal = { kind: 'renewal', dueOn: '2026-12-01', opensOn: '2026-10-02', daysLeft: 9 } as const

it('what is due together is told once, with all its programs', () => {
  const deadlines: CaseDeadline[] = [
    { ...renewal, program: 'SNAP' },
    { ...renewal, program: 'TFA' },
    { ...renewal, program: 'HUSKY_A', kind: 'periodic_report' },
    { ...renewal, program: 'MSP', dueOn: '2026-12-31' },
  ]
  expect(groupDeadlines(deadlines).map(({ kind, dueOn, programs }) => [kind, dueOn, programs])).toEqual([
    ['renewal', '2026-12-01', ['SNAP', 'TFA']],
    ['periodic_report', '2026-12-01', ['HUSKY_A']],
    ['renewal', '2026-12-31', ['MSP']],
  ])
})

it('what comes on one day stands under that day', () => {
  const issuances = [
    { program: 'TFA', on: '2026-12-01', amount: null },
    { program: 'SAGA', on: '2026-12-01', amount: null },
    { program: 'SNAP', on: '2026-12-05', amount: null },
  ] as const
  const days = groupIssuances(issuances).map(({ on, issuances: ofDay }) => [on, ofDay.length])
  expect(days).toEqual([
    ['2026-12-01', 2],
    ['2026-12-05', 1],
  ])
})

it('what one gets stands before what is being decided, and what is over comes last', () => {
  const aProgram = (status: CaseProgram['status']): CaseProgram => ({
    program: 'SNAP',
    kind: 'food',
    status,
    coveredMemberIds: [],
    monthlyAmount: null,
    from: '2026-01-01',
    to: null,
    nextIssuanceOn: null,
  })
  const statuses = (['closed', 'pending', 'denied', 'active', 'suspended'] as const).map(aProgram)
  expect(sortPrograms(statuses).map(({ status }) => status)).toEqual([
    'active',
    'suspended',
    'pending',
    'denied',
    'closed',
  ])
})
