import type { MessageKind } from '@connect/contract/rooms/account-messages'
import type { Locale } from '@connect/contract/shared/text'
import { timeOrderedId } from './ids.ts'
import { insertMail, insertMessage } from './notices.store.ts'
import type { RecordCipher } from './record-cipher.ts'
import type { Transaction } from './unit-of-work.ts'

/** E-mails of the messages, and those beyond them, each with the values that its text is filled with. */
export type MailTemplate = MessageKind | 'email_confirmation' | 'user_id_reminder' | 'account_deleted'

/** Lists and texts that a template needs; personal ones are sealed with the row. */
export type MailValues = Readonly<Record<string, string | readonly string[]>>

export interface MailToSend {
  /** Whose it is: it goes with the account. Null for what has to outlive it, and where it belongs to several. */
  readonly accountId: string | null
  readonly to: string
  readonly locale: Locale
  readonly template: MailTemplate
  readonly values?: MailValues
}

/** Who is told; `email` is the address on file, opened. */
interface Owner {
  readonly id: string
  readonly locale: Locale
  readonly email: string | null
}

export interface Notices {
  /** Leaves a message in the account and, where there is an address, sends an e-mail, in the transaction of the cause. */
  tell(tx: Transaction, owner: Owner, kind: MessageKind): Promise<void>
  /** Sends an e-mail alone, in the transaction of its cause. */
  mail(tx: Transaction, mail: MailToSend): Promise<void>
}

export interface NoticesOptions {
  readonly cipher: RecordCipher
  /** Queues the delivery of a stored e-mail in the same transaction. */
  readonly schedule: (tx: Transaction, mailId: string) => Promise<void>
}

/** Messages and e-mails that are there exactly when what they tell of is. */
export function createNotices({ cipher, schedule }: NoticesOptions): Notices {
  async function mail(
    tx: Transaction,
    { accountId, to, locale, template, values }: MailToSend,
  ): Promise<void> {
    const id = timeOrderedId()
    const seal = cipher.create('mail', id)
    await insertMail(tx, {
      id,
      accountId,
      dataKey: seal.dataKey,
      dataKeyVersion: seal.dataKeyVersion,
      recipient: seal.seal('recipient', to),
      content: seal.seal('content', JSON.stringify(values ?? {})),
      template,
      locale,
    })
    await schedule(tx, id)
  }
  return {
    mail,
    async tell(tx, owner, kind) {
      await insertMessage(tx, { id: timeOrderedId(), accountId: owner.id, kind })
      if (owner.email === null) return
      await mail(tx, { accountId: owner.id, to: owner.email, locale: owner.locale, template: kind })
    },
  }
}
