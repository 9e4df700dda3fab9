import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FedCase } from '@connect/contract/rooms/case-feed'
import { timeOrderedId } from '../../kernel/ids.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { findCaseIds, findStandings, replaceMembers, upsertCases } from './case-feed.store.ts'
import { caseRowOf, type CaseRow } from './case-rows.ts'

export interface CaseStoringDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly lookup: Lookup
}

/** What is told at once: each case once. */
export interface ToldCases {
  readonly integratorId: string
  readonly importId: string | null
  readonly cases: readonly { readonly caseRef: string; readonly fed: FedCase }[]
}

/** What became of a case: `stale` when a newer state is stored, `repeated` when the same import told it already. */
interface StoredOutcome {
  readonly id: string
  readonly outcome: 'created' | 'replaced' | 'stale' | 'repeated'
}

export type StoredOutcomes = ReadonlyMap<string, StoredOutcome>

/** Somebody added a case under one of the references at the same moment: what was sealed fits no row. */
class OvertakenError extends Error {
  override readonly name = 'OvertakenError'
}

const attempts = 3

/** Cases sealed in one turn of the process, so that others are served meanwhile. */
const sealedInTurn = 25

/**
 * Stores cases by their references, with whatever has to commit with them. Of two who tell the same case at once the newer
 * state stays, whoever comes first.
 */
export async function storeCases(
  { db, commit, cipher, lookup }: CaseStoringDependencies,
  { integratorId, importId, cases }: ToldCases,
  alongside: (tx: Transaction, outcomes: StoredOutcomes) => Promise<void>,
): Promise<StoredOutcomes> {
  // In one order everywhere: two who write the same cases wait for each other in turn.
  const told = cases.toSorted((one, other) => (one.caseRef < other.caseRef ? -1 : 1))
  for (let attempt = 1; ; attempt += 1) {
    try {
      const rows = await sealAll()
      return await commit(async (tx) => {
        const outcomes = await write(tx, { integratorId, importId, cases: rows })
        await alongside(tx, outcomes)
        return outcomes
      })
    } catch (error) {
      if (!(error instanceof OvertakenError) || attempt >= attempts) throw error
    }
  }

  async function sealAll(): Promise<CaseRow[]> {
    if (told.length === 0) return []
    const refs = told.map(({ caseRef }) => caseRef)
    const known = await findCaseIds(db, integratorId, refs)
    const rows: CaseRow[] = []
    for (const one of told) {
      rows.push(caseRowOf({ cipher, lookup }, { id: known.get(one.caseRef) ?? timeOrderedId(), ...one }))
      if (rows.length % sealedInTurn === 0) await nextTurn()
    }
    return rows
  }
}

async function write(
  tx: Transaction,
  { integratorId, importId, cases }: { integratorId: string; importId: string | null; cases: CaseRow[] },
): Promise<StoredOutcomes> {
  const outcomes = new Map<string, StoredOutcome>()
  if (cases.length === 0) return outcomes
  const written = await upsertCases(tx, { integratorId, importId, cases })
  for (const { caseRef, id, created } of written)
    outcomes.set(caseRef, { id, outcome: created ? 'created' : 'replaced' })
  const left = cases.filter(({ caseRef }) => !outcomes.has(caseRef))
  if (left.length < cases.length)
    await replaceMembers(
      tx,
      cases.filter(({ caseRef }) => outcomes.has(caseRef)),
    )
  if (left.length === 0) return outcomes
  const ids = new Map(left.map(({ caseRef, id }) => [caseRef, id]))
  for (const { caseRef, id, isNewer } of await findStandings(tx, integratorId, left)) {
    if (ids.get(caseRef) !== id) throw new OvertakenError(`the case is there under another id`)
    outcomes.set(caseRef, { id, outcome: isNewer ? 'stale' : 'repeated' })
  }
  return outcomes
}
