import type { Account } from '@connect/contract/rooms/account'
import type { RequestIssue } from '@connect/contract/shared/issues'

/** What came back from `POST /accounts`. */
export type Reply =
  | { readonly kind: 'created'; readonly account: Account }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly issues: readonly RequestIssue[]
      readonly retryAfterSeconds: number | undefined
    }
  /** Nothing came back: the account may exist or not. */
  | { readonly kind: 'lost' }

/** Whether a refusal says that this request did nothing, and leaves open what an earlier one did. */
export function isUntouched(reply: Reply): boolean {
  if (reply.kind !== 'refused') return false
  return reply.status === 429 || reply.code === 'server.busy' || reply.code === 'account.user_id_taken'
}

/** Whether it is certain what became of an attempt. A limit or a failure of the server says nothing of it. */
export function isDecided(reply: Reply): boolean {
  if (reply.kind !== 'refused') return reply.kind === 'created'
  return reply.status < 500 && reply.status !== 429 && reply.code !== 'idempotency.in_progress'
}
