import { describe, expect, it } from 'vitest'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import { exampleChanges } from '@connect/contract/changes/paths'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { Case } from '@connect/contract/rooms/cases'
import type { Report } from '@connect/contract/rooms/change-reports'
import type { KeptDraft } from '../draft/draft-keeper.ts'
import { todayInConnecticut } from '../today.ts'
import { issuesOfChanges, issuesToShow, whereToMend } from './review.ts'

const facts = { members: [{ id: 'm-1' }] } as unknown as Case
const whole = wholeChange('start_job')

describe('what keeps a report from being sent', () => {
  it('are files that are gone, that cannot be used, and that went with another report', () => {
    const documents = [
      { id: 'd-1', state: 'ready', reportId: null },
      { id: 'd-2', state: 'refused', reportId: null },
      { id: 'd-3', state: 'ready', reportId: 'another' },
    ]
    const draft = aDraft([{ ...whole, documentIds: ['d-1', 'd-2', 'd-3', 'd-4'] }], { documents })
    const found = issuesOfChanges(draft)[0] ?? []
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/documentIds/1 document.refused',
      '/documentIds/2 document.submitted',
      '/documentIds/3 document.unknown',
    ])
    expect(whereToMend('r', 0, found)).toBe('/my-account/report-change/r/documents')
  })

  it('is no file that was added a moment ago, of which the service has not told yet', () => {
    const draft = aDraft([{ ...whole, documentIds: ['d-1'] }], { keeping: 'saving' })
    expect(issuesOfChanges(draft)).toEqual([[]])
  })

  it('are the parts of an address that its fields lack: a state stands there from the beginning', () => {
    const details = { whoMoves: 'all', hasAddress: true, mailThere: true }
    const [found = []] = issuesOfChanges(aDraft([{ ...wholeChange('you_move'), details }]))
    expect(found.map(({ pointer }) => pointer)).toEqual(
      ['street', 'city', 'zip'].map((part) => `/details/newAddress/${part}`),
    )
  })
})

describe('what is shown of a change', () => {
  const issues = [{ pointer: '/changes/0/details/who/memberId', code: 'member.unknown' }]

  it('is also what the service alone has found, which is in the way of nothing', () => {
    const draft = aDraft([whole], { marks: { issues, of: [whole] } })
    expect(issuesOfChanges(draft)).toEqual([[]])
    expect(issuesToShow(draft, 0, [])).toEqual([{ pointer: '/details/who/memberId', code: 'member.unknown' }])
  })

  it('is said once, where this page finds it too', () => {
    const draft = aDraft([whole], { marks: { issues, of: [whole] } })
    const found = [{ pointer: '/details/who/memberId', code: 'field.required' }]
    expect(issuesToShow(draft, 0, found)).toEqual(found)
  })
})

function wholeChange(typeId: string): DraftChange {
  const type = changeTypeOf(typeId)
  const change = type && exampleChanges(type, { memberId: 'm-1', today: todayInConnecticut() })[0]
  if (!change) throw new Error(`there is no change ${typeId}`)
  return change
}

function aDraft(
  changes: readonly DraftChange[],
  { documents = [], ...kept }: Partial<KeptDraft> & { documents?: readonly unknown[] } = {},
) {
  const report = { id: 'r', documents } as unknown as Report
  const draft: KeptDraft = { report, changes, keeping: 'saved', other: undefined, edition: 0, ...kept }
  return { kept: draft, facts }
}
