import { associationLimits } from '@connect/contract/rooms/case-links'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Who is counted: the account and the client ID, each as a keyed HMAC, whether anybody has it or not. */
export interface TrySubjects {
  readonly account: Bytes
  readonly client: Bytes
}

/** Tries of an account, with the one that was just counted. */
interface OwnTries {
  readonly inDay: number
  readonly inAll: number
}

/** A try that was counted; `mayCompare` unless the client ID met its limit. */
interface CountedTry extends OwnTries {
  readonly mayCompare: boolean
}

/**
 * Counts a try with digits before anything is compared, by the account and then by the client ID, in one statement: of
 * many at once no more than the limits allow are compared, whichever instance they reach. Null when the account met its
 * limit, and then nothing is counted; otherwise both rows are written, whatever becomes of the client ID. They are always
 * taken in this order, so that nobody waits in a circle.
 */
export async function reserveTry(
  tx: Transaction,
  { account, client }: TrySubjects,
): Promise<CountedTry | null> {
  const { inDay, inAll } = associationLimits
  const rows = await tx.$queryRaw<CountedTry[]>`
    WITH account AS (
      INSERT INTO association_counter AS counter (kind, subject, recent, since_success, last_at)
      VALUES ('account', ${account}, ARRAY[now()], 1, now())
      ON CONFLICT (kind, subject) DO UPDATE SET
        recent = array(SELECT at FROM unnest(counter.recent) AS at WHERE at > now() - interval '24 hours') || now(),
        since_success = counter.since_success + 1,
        last_at = now()
      WHERE counter.since_success < ${inAll}::int
        AND (SELECT count(*) FROM unnest(counter.recent) AS at WHERE at > now() - interval '24 hours') < ${inDay}::int
      RETURNING cardinality(recent) AS in_day, since_success AS in_all
    ), client AS (
      INSERT INTO association_counter AS counter (kind, subject, recent, since_success, last_at)
      SELECT 'client', ${client}::bytea, ARRAY[now()], 1, now() FROM account
      ON CONFLICT (kind, subject) DO UPDATE SET
        recent = array(SELECT at FROM unnest(counter.recent) AS at WHERE at > now() - interval '24 hours') || now(),
        since_success = counter.since_success + 1,
        last_at = now()
      WHERE counter.since_success < ${inAll}::int
        AND (SELECT count(*) FROM unnest(counter.recent) AS at WHERE at > now() - interval '24 hours') < ${inDay}::int
      RETURNING 1
    ), touched AS (
      UPDATE association_counter SET last_at = now()
      WHERE kind = 'client' AND subject = ${client} AND NOT EXISTS (SELECT FROM client) AND EXISTS (SELECT FROM account)
    )
    SELECT account.in_day AS "inDay", account.in_all AS "inAll", EXISTS (SELECT FROM client) AS "mayCompare" FROM account`
  return rows[0] ?? null
}

/** Counts a try with a one-time code, which is apart from those with digits. Null when the account met the day's limit. */
export async function reserveCodeTry(tx: Transaction, { account }: TrySubjects): Promise<CountedTry | null> {
  const rows = await tx.$queryRaw<OwnTries[]>`
    INSERT INTO association_counter AS counter (kind, subject, recent, since_success, last_at)
    VALUES ('code', ${account}, ARRAY[now()], 1, now())
    ON CONFLICT (kind, subject) DO UPDATE SET
      recent = array(SELECT at FROM unnest(counter.recent) AS at WHERE at > now() - interval '24 hours') || now(),
      since_success = 1,
      last_at = now()
    WHERE (SELECT count(*) FROM unnest(counter.recent) AS at WHERE at > now() - interval '24 hours')
          < ${associationLimits.inDay}::int
    RETURNING cardinality(recent) AS "inDay", since_success AS "inAll"`
  return rows[0] ? { ...rows[0], mayCompare: true } : null
}

/** What a right try changes: the client ID counts from 0, the account from its last success, and the try is no failure. */
export async function clearAfterDigits(tx: Transaction, { account, client }: TrySubjects): Promise<void> {
  await tx.$executeRaw`
    UPDATE association_counter SET since_success = 0, recent = trim_array(recent, least(1, cardinality(recent)))
    WHERE kind = 'account' AND subject = ${account}`
  await tx.$executeRaw`DELETE FROM association_counter WHERE kind = 'client' AND subject = ${client}`
}

/** Forgets every try of the account and at the client ID: whoever has a code was told apart by the agency. */
export async function clearTries(
  tx: Transaction,
  { account, client }: Partial<TrySubjects>,
): Promise<number> {
  const none = new Uint8Array()
  return tx.$executeRaw`
    DELETE FROM association_counter
    WHERE (kind, subject) IN (
      SELECT kind, subject FROM association_counter
      WHERE (kind IN ('account', 'code') AND subject = ${account ?? none}) OR (kind = 'client' AND subject = ${client ?? none})
      ORDER BY kind FOR UPDATE)`
}

/** Gives a try back that came to nothing through no fault of whoever made it; a client ID at its limit counted none. */
export async function giveBackTry(
  tx: Transaction,
  { account, client }: TrySubjects,
  { proof, mayCompare }: { readonly proof: 'digits' | 'code'; readonly mayCompare: boolean },
): Promise<void> {
  const counted = mayCompare ? ['account', 'client'] : ['account']
  const kinds = proof === 'code' ? ['code'] : counted
  await tx.$executeRaw`
    UPDATE association_counter counter SET
      since_success = greatest(0, since_success - 1), recent = trim_array(recent, least(1, cardinality(recent)))
    FROM (SELECT kind, subject FROM association_counter
           WHERE kind = ANY(${kinds}::text[]) AND subject IN (${account}, ${client})
           ORDER BY kind FOR UPDATE) counted
    WHERE (counter.kind, counter.subject) = (counted.kind, counted.subject)`
}

/** How often an account and a client ID failed in all; both stay as they are until the transaction ends. */
export async function holdTotals(
  tx: Transaction,
  { account, client }: TrySubjects,
): Promise<{ readonly account: number; readonly client: number }> {
  const rows = await tx.$queryRaw<{ kind: string; total: number }[]>`
    SELECT kind, since_success AS total FROM association_counter
    WHERE (kind IN ('account', 'code') AND subject = ${account}) OR (kind = 'client' AND subject = ${client})
    ORDER BY kind FOR UPDATE`
  const totalOf = (kind: string) => rows.find((row) => row.kind === kind)?.total ?? 0
  return { account: totalOf('account'), client: totalOf('client') }
}
