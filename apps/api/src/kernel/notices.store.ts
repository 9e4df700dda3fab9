import type { Transaction } from './unit-of-work.store.ts'

export interface NewMail {
  readonly id: string
  readonly accountId: string | null
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly recipient: Uint8Array
  readonly content: Uint8Array
  readonly template: string
  readonly locale: string
}

/** How long an e-mail is kept after it was written: long enough to see why one did not arrive. */
const mailDays = 30

/** The same where no account takes it along when it goes: longer than all tries take, and some time to see to it. */
const ownerlessMailDays = 2

export async function insertMail(tx: Transaction, mail: NewMail): Promise<void> {
  const days = mail.accountId === null ? ownerlessMailDays : mailDays
  await tx.$executeRaw`
    INSERT INTO mail (id, account_id, data_key, data_key_version, recipient, content, template, locale, state, expires_at)
    VALUES (${mail.id}::uuid, ${mail.accountId}::uuid, ${mail.dataKey}, ${mail.dataKeyVersion}, ${mail.recipient},
            ${mail.content}, ${mail.template}, ${mail.locale}, 'queued', now() + make_interval(days => ${days}::int))`
}

export async function insertMessage(
  tx: Transaction,
  { id, accountId, kind }: { readonly id: string; readonly accountId: string; readonly kind: string },
): Promise<void> {
  await tx.message.create({ data: { id, accountId, kind, details: {} } })
}
