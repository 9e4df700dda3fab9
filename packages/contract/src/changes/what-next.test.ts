import { describe, expect, it } from 'vitest'
import type { TimelineEntry, TimelineKind } from '../rooms/change-reports.ts'
import { agencyActsOnReportBy } from './what-next.ts'

describe('the day by which the agency acts on a report', () => {
  it('is ten days after it reached the agency, whenever it was written down', () => {
    const timeline = [entry('received', '2026-11-20T15:00:00Z')]
    expect(agencyActsOnReportBy({ receivedOn: '2026-11-12', timeline })).toBe('2026-11-22')
  })

  it('stays where something is added for which nobody asked', () => {
    const timeline = [entry('received', '2026-11-02T15:00:00Z'), entry('added', '2026-11-09T15:00:00Z')]
    expect(agencyActsOnReportBy({ receivedOn: '2026-11-02', timeline })).toBe('2026-11-12')
  })

  it('is counted anew from the day in Connecticut on which what was asked for came', () => {
    const timeline = [
      entry('received', '2026-11-02T15:00:00Z'),
      entry('needs_information', '2026-11-05T15:00:00Z'),
      entry('added', '2026-11-10T04:30:00Z'),
      entry('added', '2026-11-14T15:00:00Z'),
    ]
    expect(agencyActsOnReportBy({ receivedOn: '2026-11-02', timeline })).toBe('2026-11-19')
  })

  it('is counted anew where a worker goes on without an answer here', () => {
    const timeline = [
      entry('received', '2026-11-02T15:00:00Z'),
      entry('needs_information', '2026-11-05T15:00:00Z'),
      entry('in_review', '2026-11-16T15:00:00Z'),
    ]
    expect(agencyActsOnReportBy({ receivedOn: '2026-11-02', timeline })).toBe('2026-11-26')
  })

  it('is not known of a draft', () => {
    expect(agencyActsOnReportBy({ receivedOn: null, timeline: [] })).toBeNull()
  })
})

function entry(kind: TimelineKind, at: string): TimelineEntry {
  return { id: at, kind, at, message: null, documentIds: [], receiptId: null }
}
