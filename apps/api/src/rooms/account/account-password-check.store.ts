import { signInLimits } from '@connect/contract/credentials/sign-in-limits'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Beside the own devices and the strangers of signing in: whoever is signed in already. */
export const signedIn = '00000000-0000-0000-0000-000000000001'

/** The seconds until the next check may be made; null when no time brings that. */
export async function readPause(tx: Transaction, subject: Bytes): Promise<number | null> {
  const rows = await tx.$queryRaw<{ seconds: number; stopped: boolean }[]>`
    SELECT ceil(extract(epoch FROM coalesce(paused_until, now()) - now()))::int AS seconds,
           attempts >= ${signInLimits.hardStop}::int AS stopped
      FROM sign_in_counter WHERE subject = ${subject} AND device_id = ${signedIn}::uuid`
  const [row] = rows
  return row?.stopped === true ? null : Math.max(1, row?.seconds ?? 1)
}

export async function findPassword(
  tx: Transaction,
  accountId: string,
): Promise<{ hash: string; pepperVersion: number } | null> {
  const row = await tx.account.findUnique({
    where: { id: accountId },
    select: { passwordHash: true, pepperVersion: true },
  })
  return row && { hash: row.passwordHash, pepperVersion: row.pepperVersion }
}
