import { ownDeviceDays } from '@connect/contract/rooms/session'
import type { Pool } from 'pg'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

const findStatement = {
  name: 'find-own-device',
  text: `
    SELECT device.id FROM own_device device JOIN account ON account.id = device.account_id
    WHERE device.token_hash = $1 AND account.user_id_folded = $2 AND device.expires_at > now()`,
}

/** The own device of this marker for the account of this user ID; null where its owner did not say so, or no longer. */
export async function findOwnDevice(
  pool: Pool,
  tokenHash: Uint8Array,
  userIdFolded: string,
): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(findStatement, [Buffer.from(tokenHash), userIdFolded])
  return rows[0]?.id ?? null
}

/** Whether this marker is ours, whoever it was given to: only then another account may share it. */
export async function isOwnDeviceMarker(tx: Transaction, tokenHash: Uint8Array): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM own_device WHERE token_hash = ${tokenHash} AND expires_at > now() LIMIT 1`
  return rows.length > 0
}

interface NewOwnDevice {
  readonly id: string
  readonly accountId: string
  readonly tokenHash: Uint8Array
}

/** Remembers a browser as the owner's own from now on; answers its id, which is the old one where it was known. */
export async function markOwnDevice(
  tx: Transaction,
  { id, accountId, tokenHash }: NewOwnDevice,
): Promise<string> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO own_device (id, account_id, token_hash, created_at, expires_at)
    VALUES (${id}::uuid, ${accountId}::uuid, ${tokenHash}, now(), now() + make_interval(days => ${ownDeviceDays}::int))
    ON CONFLICT (account_id, token_hash) DO UPDATE SET expires_at = EXCLUDED.expires_at
    RETURNING id`
  return rows[0]?.id ?? id
}

/** Forgets an own device of an account; another account may have marked the same browser, and keeps that. */
export async function deleteOwnDevice(
  tx: Transaction,
  { accountId, id }: { readonly accountId: string; readonly id: string },
): Promise<void> {
  await tx.ownDevice.deleteMany({ where: { accountId, id } })
}

/** Forgets the own devices of an account, but for the one that a session is on where that is told. */
export async function deleteOwnDevicesOf(
  tx: Transaction,
  accountId: string,
  exceptOf?: string,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM own_device WHERE account_id = ${accountId}::uuid
      AND id IS DISTINCT FROM (SELECT own_device_id FROM session WHERE id = ${exceptOf ?? null}::uuid)`
}
