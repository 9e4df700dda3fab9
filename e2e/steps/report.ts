import { statement } from '@connect/contract/changes/statement'
import type { Receipt } from '@connect/contract/rooms/receipts'
import type { Page } from '@playwright/test'

/** Reports an inheritance of today, as the page that is signed in would; the answer is its receipt. */
export async function reportInheritance(
  page: Page,
  { caseId, memberId, changedOn }: { caseId: string; memberId: string; changedOn: string },
): Promise<Receipt> {
  const change = {
    typeId: 'inheritance',
    changedOn,
    details: { who: { memberId }, what: 'money', amount: { amount: 250_000, currency: 'USD' } },
  }
  const submission = { signedName: 'Ana Tester', statementVersion: statement.version }
  return page.evaluate(
    async ({ caseId: id, change: changed, submission: signed }) => {
      const send = async (
        method: string,
        path: string,
        body: unknown,
        headers: Record<string, string> = {},
      ) => {
        const answer = await fetch(`/api/v1/change-reports${path}`, {
          method,
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
          body: JSON.stringify(body),
        })
        if (!answer.ok) throw new Error(await answer.text())
        return (await answer.json()) as { id: string }
      }
      const draft = await send('POST', '', { caseId: id })
      await send('PATCH', `/${draft.id}`, { changes: [changed] }, { 'if-match': '*' })
      return (await send('POST', `/${draft.id}/submission`, signed)) as Receipt
    },
    { caseId, change, submission },
  )
}
