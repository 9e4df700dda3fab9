import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Stands for nobody where a statement wants an id: the work is the same. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Enough accounts to know how people choose. */
const sampleSize = 1000

/** Whose user ID this is, and the questions of that account in their order; null for one that nobody has. */
export async function findQuestions(
  tx: Transaction,
  userIdFolded: string,
): Promise<{ accountId: string; questionIds: string[] } | null> {
  const rows = await tx.$queryRaw<{ accountId: string; questionIds: string[] }[]>`
    SELECT a.id AS "accountId",
           array(SELECT question_id FROM secret_question q WHERE q.account_id = a.id ORDER BY position) AS "questionIds"
    FROM account a WHERE a.user_id_folded = ${userIdFolded}`
  return rows[0] ?? null
}

/** The questions of some accounts, drawn anew each time: all of them while there are few. */
export async function sampleQuestions(tx: Transaction): Promise<string[][]> {
  const rows = await tx.$queryRaw<{ questionIds: string[] }[]>`
    SELECT array_agg(question_id ORDER BY position) AS "questionIds"
    FROM secret_question
    WHERE account_id IN (
      SELECT id FROM account TABLESAMPLE SYSTEM (
        (SELECT least(100, 100.0 * ${sampleSize}::int / greatest(reltuples, 1)) FROM pg_class WHERE oid = 'account'::regclass))
      LIMIT ${sampleSize * 2}::int)
    GROUP BY account_id`
  return rows.map(({ questionIds }) => questionIds)
}

/** Keeps these questions for a user ID, unless it has some already; answers those that it has. */
export async function keepDecoy(
  tx: Transaction,
  subject: Bytes,
  questionIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ questionIds: string[] }[]>`
    INSERT INTO recovery_decoy (subject, question_ids) VALUES (${subject}, ${[...questionIds]}::text[])
    ON CONFLICT (subject) DO UPDATE SET subject = excluded.subject
    RETURNING question_ids AS "questionIds"`
  return rows[0]?.questionIds ?? []
}

export interface NewRecovery {
  readonly id: string
  readonly accountId: string | null
  readonly subject: Bytes
  readonly browserHash: Bytes
  readonly questionIds: readonly string[]
  readonly seconds: number
}

/** Writes a recovery down; answers when it ends, by the database's clock. */
export async function insertRecovery(tx: Transaction, recovery: NewRecovery): Promise<Date> {
  const rows = await tx.$queryRaw<{ expiresAt: Date }[]>`
    INSERT INTO recovery (id, account_id, subject, browser_hash, question_ids, expires_at)
    VALUES (${recovery.id}::uuid, ${recovery.accountId}::uuid, ${recovery.subject}, ${recovery.browserHash},
            ${[...recovery.questionIds]}::text[], now() + make_interval(secs => ${recovery.seconds}::int))
    RETURNING expires_at AS "expiresAt"`
  const [row] = rows
  if (row === undefined) throw new Error('inserting returned no row')
  return row.expiresAt
}

export interface OpenRecovery {
  readonly id: string
  readonly accountId: string | null
  readonly subject: Bytes
  readonly questionIds: readonly string[]
}

/** A recovery that this browser began and that is not over. */
export async function findOpenRecovery(
  tx: Transaction,
  id: string,
  browserHash: Bytes,
): Promise<OpenRecovery | null> {
  const rows = await tx.$queryRaw<OpenRecovery[]>`
    SELECT id, account_id AS "accountId", subject, question_ids AS "questionIds"
    FROM recovery WHERE id = ${id}::uuid AND browser_hash = ${browserHash} AND expires_at > now()`
  return rows[0] ?? null
}

/** How often answers may be submitted: within 24 hours, and since the last recovery. */
export interface SubmissionLimits {
  readonly inDay: number
  readonly sinceSuccess: number
}

/** Counts a submission if it may still be made. One statement: of many at once no more than the limit get through. */
export async function reserveSubmission(
  tx: Transaction,
  subject: Bytes,
  { inDay, sinceSuccess }: SubmissionLimits,
): Promise<boolean> {
  const reserved = await tx.$executeRaw`
    INSERT INTO recovery_counter AS counter (subject, recent, since_success, last_at)
    VALUES (${subject}, ARRAY[now()], 1, now())
    ON CONFLICT (subject) DO UPDATE SET
      recent = array(SELECT at FROM unnest(counter.recent) AS at WHERE at > now() - interval '24 hours') || now(),
      since_success = counter.since_success + 1,
      last_at = now()
    WHERE counter.since_success < ${sinceSuccess}::int
      AND (SELECT count(*) FROM unnest(counter.recent) AS at WHERE at > now() - interval '24 hours') < ${inDay}::int`
  return reserved === 1
}

export interface Submissions {
  readonly inDay: number
  readonly sinceSuccess: number
  /** Seconds until the oldest of the day counts no more; at least 1. */
  readonly oldestSeconds: number
}

/** How often answers were submitted, without counting anything. */
export async function readSubmissions(tx: Transaction, subject: Bytes): Promise<Submissions> {
  const rows = await tx.$queryRaw<Submissions[]>`
    SELECT count(at)::int AS "inDay", max(since_success)::int AS "sinceSuccess",
           coalesce(greatest(1, ceil(extract(epoch FROM min(at) + interval '24 hours' - now()))), 1)::int AS "oldestSeconds"
    FROM recovery_counter LEFT JOIN LATERAL unnest(recent) AS at ON at > now() - interval '24 hours'
    WHERE subject = ${subject}
    GROUP BY subject`
  return rows[0] ?? { inDay: 0, sinceSuccess: 0, oldestSeconds: 1 }
}

interface AnswerHashRow {
  readonly omittedPosition: number
  readonly hash: string
  readonly pepperVersion: number
}

/** The joint hashes of an account; null for nobody, after the same statement. */
export async function findAnswerHashes(
  tx: Transaction,
  accountId: string | null,
): Promise<readonly AnswerHashRow[] | null> {
  const rows = await tx.secretAnswerHash.findMany({
    where: { accountId: accountId ?? nobody },
    select: { omittedPosition: true, hash: true, pepperVersion: true },
  })
  return rows.length === 0 ? null : rows
}

/** Gives a recovery its token, in place of an earlier one; null when it is over. */
export async function grantToken(
  tx: Transaction,
  id: string,
  tokenHash: Bytes,
  seconds: number,
): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ expiresAt: Date }[]>`
    UPDATE recovery SET
      token_hash = ${tokenHash},
      token_expires_at = now() + make_interval(secs => ${seconds}::int),
      expires_at = greatest(expires_at, now() + make_interval(secs => ${seconds}::int))
    WHERE id = ${id}::uuid AND expires_at > now()
    RETURNING token_expires_at AS "expiresAt"`
  return rows[0]?.expiresAt ?? null
}

/** Ends every recovery of an account, with the tokens given for them. */
export async function deleteRecoveriesOf(tx: Transaction, accountId: string): Promise<void> {
  await tx.recovery.deleteMany({ where: { accountId } })
}
