import type { MessageAbout, MessageKind } from '@connect/contract/rooms/account-messages'
import type { Locale } from '@connect/contract/shared/text'
import { timeOrderedId } from './ids.ts'
import { holdAddressee, insertMail, insertMessage } from './notices.store.ts'
import type { RecordCipher } from './record-cipher.ts'
import type { Transaction } from './unit-of-work.ts'

/** E-mails of the messages, and those beyond them, each with the values that its text is filled with. */
export type MailTemplate =
  | MessageKind
  | 'email_confirmation'
  | 'user_id_reminder'
  | 'account_deleted'
  /** Instead of one with values, where nobody has confirmed that the address is theirs. */
  | 'message_waiting'

/** Lists and texts that a template needs; personal ones are sealed with the row. */
export type MailValues = Readonly<Record<string, string | readonly string[]>>

export interface MailToSend {
  /** Whose it is: it goes with the account. Null for what has to outlive it, and where it belongs to several. */
  readonly accountId: string | null
  readonly to: string
  readonly locale: Locale
  readonly template: MailTemplate
  readonly values?: MailValues | undefined
}

/** Who is told; `email` is the address on file, opened. */
interface Owner {
  readonly id: string
  readonly locale: Locale
  readonly email: string | null
}

/** What a receipt's e-mail says of it: nothing of what was reported. Days are calendar days of Connecticut. */
interface ReceiptValues {
  readonly confirmationNumber: string
  /** The day on which it reached us. */
  readonly receivedOn: string
}

/** What the e-mails of some messages are filled with; the others say the same to everybody. */
interface MessageValues {
  readonly report_received: ReceiptValues & { readonly dueOn: string }
  readonly report_entered: ReceiptValues & { readonly dueOn: string }
  readonly documents_received: ReceiptValues
}

/** Report and file that a message is about. */
type About = { readonly [Name in keyof MessageAbout]?: NonNullable<MessageAbout[Name]> }

/** What is told beside what happened: needed where the e-mail needs values. */
type Told<Kind extends MessageKind> = Kind extends keyof MessageValues
  ? [about: About & { readonly values: Readonly<MessageValues[Kind]> }]
  : [about?: About]

export interface Notices {
  /** Leaves a message in the account and, where there is an address, sends an e-mail, in the transaction of the cause. */
  tell<Kind extends MessageKind>(
    tx: Transaction,
    owner: Owner,
    kind: Kind,
    ...told: Told<Kind>
  ): Promise<void>
  /**
   * The same to whoever owns an account; nobody is told where there is none any more. An address that is not confirmed
   * may be a stranger's: the e-mail then says no more than that there is a message.
   */
  tellAccount<Kind extends MessageKind>(
    tx: Transaction,
    accountId: string,
    kind: Kind,
    ...told: Told<Kind>
  ): Promise<void>
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
  async function tell(
    tx: Transaction,
    owner: Owner & { readonly isUnconfirmed?: boolean },
    kind: MessageKind,
    told: About & { readonly values?: MailValues } = {},
  ): Promise<void> {
    const { values, ...about } = told
    const { id: accountId, locale, email: to } = owner
    await insertMessage(tx, { id: timeOrderedId(), accountId, kind, about })
    if (to === null) return
    const isForOwnerAlone = values !== undefined && owner.isUnconfirmed === true
    await mail(tx, {
      accountId,
      to,
      locale,
      ...(isForOwnerAlone ? { template: 'message_waiting' } : { template: kind, values }),
    })
  }
  return {
    mail,
    tell: (tx, owner, kind, ...[told]) => tell(tx, owner, kind, told),
    async tellAccount(tx, accountId, kind, ...[told]) {
      const addressee = await holdAddressee(tx, accountId)
      if (addressee === null) return
      const { locale, email: sealed } = addressee
      const email = sealed && cipher.open('account', accountId, addressee).openText('email', sealed)
      await tell(tx, { id: accountId, locale, email, isUnconfirmed: !addressee.emailConfirmed }, kind, told)
    },
  }
}
