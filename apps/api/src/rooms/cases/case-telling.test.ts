import type { FedProgram } from '@connect/contract/rooms/case-feed'
import { caseResponse } from '@connect/contract/rooms/cases'
import { describe, expect, test } from 'vitest'
import { timeOrderedId } from '../../kernel/ids.ts'
import type { CaseSummary } from './case-summary.ts'
import { tellCase } from './case-telling.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' as const })

const members = [
  { memberId: 'M-1', clientId: '900000138', firstName: 'Rosa', lastName: 'Example' },
  { memberId: 'M-2', clientId: '900000299', firstName: 'Luis', lastName: 'Example' },
  { memberId: 'M-3', clientId: null, firstName: 'Ana', lastName: 'Example' },
]

const headless: FedProgram = {
  program: 'SNAP',
  status: 'active',
  coveredMemberIds: ['M-1', 'M-2', 'M-3'],
  from: '2026-01-01',
}
const food: FedProgram = { ...headless, headMemberId: 'M-1', monthlyAmount: usd(61_100) }
const cash: FedProgram = { program: 'TFA', status: 'active', coveredMemberIds: ['M-3'], from: '2026-02-01' }
const medical: FedProgram = {
  program: 'HUSKY_A',
  status: 'active',
  coveredMemberIds: ['M-2'],
  from: '2025-06-01',
}

/** What one of the members is told on November 21, 2026. */
function told(programs: readonly FedProgram[], changes: Partial<CaseSummary> = {}, memberId = 'M-1') {
  const summary = { members, programs, office: null, language: null, ...changes }
  const asOf = new Date('2026-11-20T08:00:00.123Z')
  return caseResponse.parse(tellCase(summary, { id: timeOrderedId(), asOf, memberId, today: '2026-11-21' }))
}

describe('a case', () => {
  test('names its people, and says who of them looks', () => {
    const { members: shown, clientId, office, asOf } = told([food], { office: 'hartford' }, 'M-2')
    expect(shown).toEqual([
      { id: 'M-1', firstName: 'Rosa', lastName: 'Example', you: false },
      { id: 'M-2', firstName: 'Luis', lastName: 'Example', you: true },
      { id: 'M-3', firstName: 'Ana', lastName: 'Example', you: false },
    ])
    expect({ clientId, office, asOf }).toEqual({
      clientId: '900000299',
      office: 'hartford',
      asOf: '2026-11-20T08:00:00.123Z',
    })
  })

  test('tells nobody the client ID of another', () => {
    expect(JSON.stringify(told([food], {}, 'M-2'))).not.toContain('900000138')
  })

  test('without any program is empty and nothing else', () => {
    expect(told([])).toMatchObject({ programs: [], nextIssuances: [], deadlines: [] })
  })
})

describe('what comes next', () => {
  test('is told of food by the client ID of whoever heads the household, of cash for the 1st, soonest first', () => {
    const { programs, nextIssuances } = told([food, medical, cash], {}, 'M-2')
    expect(programs.map(({ program, kind, nextIssuanceOn }) => [program, kind, nextIssuanceOn])).toEqual([
      ['SNAP', 'food', '2026-12-04'],
      ['HUSKY_A', 'medical', null],
      ['TFA', 'cash', '2026-12-01'],
    ])
    expect(nextIssuances).toEqual([
      { program: 'TFA', on: '2026-12-01', amount: null },
      { program: 'SNAP', on: '2026-12-04', amount: usd(61_100) },
    ])
  })

  test('goes by the one who is covered alone, where nobody is named as head', () => {
    expect(told([{ ...headless, coveredMemberIds: ['M-2'] }]).nextIssuances).toMatchObject([
      { on: '2026-12-08' },
    ])
    expect(told([headless]).nextIssuances).toEqual([])
    expect(told([{ ...headless, coveredMemberIds: ['M-3'] }]).nextIssuances).toEqual([])
  })

  test.each(['pending', 'suspended', 'closed', 'denied'] as const)('is nothing while %s', (status) => {
    const { programs, nextIssuances } = told([{ ...food, status }])
    expect(programs).toMatchObject([{ status, nextIssuanceOn: null }])
    expect(nextIssuances).toEqual([])
  })

  test('is told of what is active alone in a case of all kinds', () => {
    const { nextIssuances } = told([{ ...food, status: 'closed' }, { ...medical, status: 'pending' }, cash])
    expect(nextIssuances).toEqual([{ program: 'TFA', on: '2026-12-01', amount: null }])
  })
})

describe('what is due', () => {
  test('comes soonest first, with the days that are left and the day on which a renewal opens', () => {
    const { deadlines } = told([
      { ...food, renewalDueOn: '2027-01-31', periodicReportDueOn: '2026-11-24' },
      { ...medical, renewalDueOn: '2026-11-21' },
    ])
    expect(deadlines).toEqual([
      { program: 'HUSKY_A', kind: 'renewal', dueOn: '2026-11-21', opensOn: '2026-09-22', daysLeft: 0 },
      { program: 'SNAP', kind: 'periodic_report', dueOn: '2026-11-24', opensOn: null, daysLeft: 3 },
      { program: 'SNAP', kind: 'renewal', dueOn: '2027-01-31', opensOn: '2026-12-02', daysLeft: 71 },
    ])
  })

  test('is late with less than no days, as long as it is awaited', () => {
    const late = { ...food, renewalDueOn: '2026-11-19' }
    expect(told([late]).deadlines).toMatchObject([{ daysLeft: -2 }])
    expect(told([{ ...late, status: 'suspended' }]).deadlines).toMatchObject([{ daysLeft: -2 }])
  })

  test.each(['pending', 'closed', 'denied'] as const)('is nothing for what is %s', (status) => {
    expect(told([{ ...food, status, renewalDueOn: '2026-12-01' }]).deadlines).toEqual([])
  })
})
