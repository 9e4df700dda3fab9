import type { Person } from '@connect/prisma/testing/factories/person'
import type { Answer } from '../client/http-client.ts'
import type { Stand } from './stand.ts'

/** A person with an account. */
export interface Owner extends Person {
  readonly id: string
}

/** How often each part of an effect is there, under names for people. */
export type Effect = Readonly<Record<string, number>>

/** One request of one person, ready to be sent. */
export interface Attempt {
  /** Sends it; each time the very same. */
  send(): Promise<Answer>
  /** What has come of it: all parts are there as often as before, or each once more. */
  effect(): Promise<Effect>
  /** Brings a new security check where the last one may be spent without an effect. */
  renew?(): Promise<void>
}

/** An operation that changes something. */
export interface Operation {
  readonly name: string
  /** The audit event that is written with its effect; null where the effect is one statement alone. */
  readonly event: string | null
  /** What it is answered. */
  readonly right: number
  /** What it is answered when it was done already. */
  readonly again: number
  /** Done again where it was done already and nobody was told: such as another session. */
  readonly repeats?: boolean
  prepare(stand: Stand, owner: Owner): Promise<Attempt>
}

/** Asks for each part, by a statement that answers one number. */
export async function counted(
  stand: Stand,
  parts: Readonly<Record<string, string>>,
  values: readonly unknown[],
): Promise<Effect> {
  const columns = Object.entries(parts).map(([name, statement]) => `(${statement})::float8 AS "${name}"`)
  const [row] = await stand.query<Record<string, number>>(`SELECT ${columns.join(', ')}`, values)
  return row ?? {}
}

/** The audit row of an event, of the account that is the first value. */
export const audited = (event: string): Readonly<Record<string, string>> => ({
  audit: `SELECT count(*) FROM audit_event WHERE subject_id = $1::uuid AND event = '${event}' AND outcome = 'succeeded'`,
})

/** The e-mail made from a template, and the job that sends it. */
export const mailed = (template: string): Readonly<Record<string, string>> => ({
  mail: `SELECT count(*) FROM mail WHERE account_id = $1::uuid AND template = '${template}'`,
  job: `SELECT count(*) FROM pgboss.job JOIN mail ON mail.id::text = job.data ->> 'id'
         WHERE job.name = 'mail' AND account_id = $1::uuid AND template = '${template}'`,
})

/** What the owner is told in the account and by e-mail. */
export const told = (kind: string): Readonly<Record<string, string>> => ({
  message: `SELECT count(*) FROM message WHERE account_id = $1::uuid AND kind = '${kind}'`,
  ...mailed(kind),
})

/** That nobody is signed in but for so many. */
export const sessionsEnded = (left = 0): Readonly<Record<string, string>> => ({
  'sessions ended': `SELECT CASE WHEN count(*) <= ${left} THEN 1 ELSE 0 END FROM session WHERE account_id = $1::uuid`,
})
