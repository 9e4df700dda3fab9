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

export interface NewMessage {
  readonly id: string
  readonly accountId: string
  readonly kind: string
  /** Ids and codes alone, by name. */
  readonly about: Readonly<Record<string, string>>
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
  { id, accountId, kind, about }: NewMessage,
): Promise<void> {
  await tx.message.create({ data: { id, accountId, kind, details: about } })
}

/** Who is told; the address still sealed. */
export interface AddresseeRow {
  readonly locale: 'en' | 'es'
  readonly email: Uint8Array | null
  readonly emailConfirmed: boolean
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
}

/** An account, which stays there until the transaction ends; null for one that is gone. */
export async function holdAddressee(tx: Transaction, accountId: string): Promise<AddresseeRow | null> {
  const rows = await tx.$queryRaw<AddresseeRow[]>`
    SELECT locale, email, email_confirmed_at IS NOT NULL AS "emailConfirmed", data_key AS "dataKey", data_key_version AS "dataKeyVersion"
    FROM account WHERE id = ${accountId}::uuid FOR KEY SHARE`
  return rows[0] ?? null
}
