import { timeOrderedId } from '../kernel/ids.ts'
import type { TestApp } from './test-app.ts'

/** An entry of the timeline of a new report. */
export async function aStoredEvent({ deps }: TestApp, caseId: string, accountId: string): Promise<string> {
  const [reportId, eventId] = [timeOrderedId(), timeOrderedId()]
  const { dataKey, dataKeyVersion, seal } = deps.cipher.create('change_report', reportId)
  await deps.commit(async (tx) => {
    await tx.changeReport.create({
      data: {
        id: reportId,
        accountId,
        caseId,
        kind: 'documents',
        status: 'received',
        channel: 'online',
        dataKey,
        dataKeyVersion,
        content: seal('content', '{}'),
      },
    })
    await tx.changeReportEvent.create({ data: { id: eventId, reportId, kind: 'received' } })
  })
  return eventId
}
