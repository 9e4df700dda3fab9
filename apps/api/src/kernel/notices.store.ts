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

export async function insertMail(tx: Transaction, mail: NewMail): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO mail (id, account_id, data_key, data_key_version, recipient, content, template, locale, state, expires_at)
    VALUES (${mail.id}::uuid, ${mail.accountId}::uuid, ${mail.dataKey}, ${mail.dataKeyVersion}, ${mail.recipient},
            ${mail.content}, ${mail.template}, ${mail.locale}, 'queued', now() + make_interval(days => ${mailDays}::int))`
}

export async function insertMessage(
  tx: Transaction,
  { id, accountId, kind }: { readonly id: string; readonly accountId: string; readonly kind: string },
): Promise<void> {
  await tx.message.create({ data: { id, accountId, kind, details: {} } })
}
