import type { MessageKind } from '@connect/contract/rooms/account-messages'
import type { Notices } from '../../kernel/notices.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import type { CaseOwner } from './case-owner.store.ts'

interface TellingOwners {
  readonly cipher: RecordCipher
  readonly notices: Notices
}

/** Tells somebody who has an account, in the transaction of the cause; nobody where there is none any more. */
export async function tellOwner(
  { cipher, notices }: TellingOwners,
  tx: Transaction,
  owner: CaseOwner | null,
  kind: MessageKind,
): Promise<void> {
  if (owner === null) return
  const { id, locale, email } = owner
  const address = email && cipher.open('account', id, owner).openText('email', email)
  await notices.tell(tx, { id, locale, email: address }, kind)
}
