import type { Receipt } from '@connect/contract/rooms/receipts'
import { timeOrderedId } from '../kernel/ids.ts'
import { draftContent } from '../rooms/changes/change-report-content.ts'
import type { FactsToSign } from '../rooms/receipts/receipt-issue.service.ts'
import type { TestApp } from './test-app.ts'

/** What a receipt of two changes says, names and signs of other scripts among it. */
export function receiptFacts(changes: Partial<FactsToSign> = {}): FactsToSign {
  return {
    kind: 'changes',
    submittedAt: '2026-11-22T13:05:09.123Z',
    receivedOn: '2026-11-22',
    channel: 'online',
    reportId: timeOrderedId(),
    caseId: timeOrderedId(),
    dueOn: '2026-11-20',
    corrects: null,
    signedName: 'Zoë Núñez-Ōta',
    statementVersion: '2026-11',
    locale: 'en',
    changes: [
      {
        typeId: 'start_job',
        changedOn: '2026-11-10',
        dueOn: '2026-11-20',
        inTime: false,
        details: { employer: 'Bäckerei “Süß” & Co.', pay: 123450, payFrequency: 'weekly' },
        documentsLater: ['pay_stub'],
      },
      {
        typeId: 'you_move',
        changedOn: '2026-11-20',
        dueOn: '2026-11-30',
        inTime: true,
        details: {},
        documentsLater: [],
      },
    ],
    documents: [
      {
        id: timeOrderedId(),
        kind: 'lease',
        fileName: 'contrato de alquiler 📄.pdf',
        mediaType: 'application/pdf',
        bytes: 482_113,
        pages: 3,
        sha256: 'a1'.repeat(32),
      },
    ],
    message: 'Line one\nline two\t“quoted”',
    ...changes,
  }
}

interface StoredReceipt {
  readonly receipt: Receipt
  readonly eventId: string
}

/** A report that stands in a case, the entry of its timeline, and the receipt that this gave. */
export async function aStoredReceipt(
  api: TestApp,
  {
    caseId,
    accountId,
    ...changes
  }: Partial<FactsToSign> & {
    readonly caseId: string
    readonly accountId: string | null
  },
): Promise<StoredReceipt> {
  const eventId = timeOrderedId()
  const facts = receiptFacts({ ...changes, caseId })
  const { dataKey, dataKeyVersion, seal } = api.deps.cipher.create('change_report', facts.reportId)
  const receipt = await api.deps.commit(async (tx) => {
    await tx.changeReport.create({
      data: {
        id: facts.reportId,
        accountId,
        caseId,
        kind: facts.kind === 'documents' ? 'documents' : 'changes',
        status: 'received',
        channel: facts.channel,
        dataKey,
        dataKeyVersion,
        content: seal('content', JSON.stringify(draftContent([]))),
        submittedAt: new Date(facts.submittedAt),
      },
    })
    const kind = facts.kind === 'addition' ? 'added' : 'received'
    const at = new Date(facts.submittedAt)
    await tx.changeReportEvent.create({ data: { id: eventId, reportId: facts.reportId, kind, at } })
    return api.deps.receipts.issuing.issue(tx, { accountId, eventId, facts })
  })
  return { receipt, eventId }
}
