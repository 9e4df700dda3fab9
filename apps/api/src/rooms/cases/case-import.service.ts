import { setTimeout as wait } from 'node:timers/promises'
import { feedBytes } from '@connect/contract/rooms/case-feed'
import { v4 as randomId } from 'uuid'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { keyInProgress } from '../../kernel/idempotency-key.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problem.ts'
import { createRepeater } from '../../kernel/repeater.ts'
import { createBatchBuilder, resultsOf, textOf, type ImportBatch } from './case-import-batch.ts'
import { createImportGate } from './case-import-gate.ts'
import { isTold, readLine } from './case-import-line.ts'
import { readLines, type RawLine } from './case-import-lines.ts'
import { createImportProgress, type ImportProgress } from './case-import-progress.ts'
import {
  addBatch,
  endLease,
  extendLease,
  findBatch,
  secondsOfLease,
  takeImport,
  type ImportState,
} from './case-import.store.ts'
import { storeCases, type CaseStoringDependencies } from './case-storing.ts'

export interface CaseImportDependencies extends CaseStoringDependencies {
  readonly recordAudit: RecordAudit
  /** Whether this process is about to end. */
  readonly isDraining: () => boolean
  readonly onError: (error: unknown) => void
}

/** Milliseconds. */
const times = {
  /** A lease is held for three times as long. */
  betweenRenewals: 10_000,
  /** Whoever sends no more for a moment may be waiting for the results of what came. */
  patience: 200,
}

/** An import under way. */
interface Run {
  readonly actor: IntegratorActor
  readonly requestId: string
  readonly state: ImportState
  readonly lease: string
  readonly progress: ImportProgress
}

/** Cases as a system of record tells them by the thousand. */
export function createCaseImportService(deps: CaseImportDependencies) {
  const { db, lookup, recordAudit, isDraining, onError } = deps
  const gate = createImportGate()

  /** Of all lines up to one, by those before it. */
  function fingerprintAfter(before: Uint8Array, { digest }: RawLine): Uint8Array<ArrayBuffer> {
    return lookup('import', `${Buffer.from(before).toString('base64url')} ${digest}`)
  }

  async function take(name: { integratorId: string; key: string }, lease: string): Promise<ImportState> {
    const fresh = { id: timeOrderedId(), lease, fingerprint: lookup('import', '') }
    const state = await takeImport(db, name, fresh)
    if (state === null) throw keyInProgress(await secondsOfLease(db, name))
    return state
  }

  async function store({ actor, requestId, state, lease, progress }: Run, batch: ImportBatch): Promise<void> {
    const { firstLine, lines, fingerprint } = batch
    const cases = lines.filter(isTold)
    const told = { integratorId: actor.integratorId, importId: state.id, cases }
    let results = ''
    await storeCases(deps, told, async (tx, outcomes) => {
      const answered = resultsOf(batch, outcomes)
      results = textOf(answered)
      const row = { firstLine, lines: lines.length, fingerprint, results }
      if (!(await addBatch(tx, { id: state.id, lease }, row))) throw keyInProgress()
      const count = (wanted: string) => answered.filter(({ outcome }) => outcome === wanted).length
      await recordAudit(tx, {
        event: 'case.imported',
        outcome: 'succeeded',
        actorKind: 'integrator',
        actorId: actor.tokenId,
        subjectId: state.id,
        requestId,
        details: {
          firstLine,
          created: count('created'),
          replaced: count('replaced'),
          refused: count('refused'),
        },
      })
    })
    progress.add({ firstLine, results }, lines.length)
  }

  /** Throws when the process is to end: another one goes on with what is left. */
  function goOnLater(): void {
    if (isDraining()) throw new Problem('server.unavailable', { headers: { 'retry-after': '5' } })
  }

  /** What comes, however long that takes, unless the process is to end. */
  async function patiently<T>(coming: Promise<T>): Promise<T> {
    for (;;) {
      const come = await within(coming, times.patience)
      goOnLater()
      if (come !== null) return come
    }
  }

  /** Stores what comes, a batch while the next one is read; ends between two batches when the process is to end. */
  async function goOn(run: Run, lines: AsyncGenerator<readonly RawLine[]>): Promise<void> {
    let { fingerprint } = run.state as { fingerprint: Uint8Array<ArrayBuffer> }
    let number = run.state.linesDone
    const batches = createBatchBuilder(number + 1)
    let storing = Promise.resolve()
    const flush = async (): Promise<void> => {
      await storing
      goOnLater()
      const batch = batches.take(fingerprint)
      if (batch === null) return
      storing = gate.store(() => store(run, batch))
      // Whoever waits for it next is told; nobody may before this process looks.
      storing.catch(() => undefined)
    }
    try {
      for (let next = lines.next(); ;) {
        const piece = await within(next, times.patience)
        if (piece === null) {
          await flush()
          continue
        }
        if (piece.done === true) break
        for (const raw of piece.value) {
          const read = readLine(number + 1, raw)
          if (!batches.hasRoomFor(read)) await flush()
          number += 1
          fingerprint = fingerprintAfter(fingerprint, raw)
          batches.add(read, raw.bytes?.length ?? 0)
        }
        next = lines.next()
      }
      await flush()
      await storing
    } finally {
      // A batch that is stored after the import was given up would hold it again, for nobody.
      await storing.catch(() => undefined)
    }
  }

  return {
    /**
     * Takes lines as they come and answers each with a line of its own, in their order: `begin` gives the answer. The same
     * key with the same lines answers what was answered, and goes on from there. Throws `idempotency.in_progress` while
     * another request with the key runs, `idempotency.key_reused` for other lines, and `server.busy` while this process
     * has enough to do.
     */
    async begin(
      actor: IntegratorActor,
      key: string,
      body: AsyncIterable<Uint8Array>,
      { requestId }: RequestContext,
    ): Promise<AsyncGenerator<string>> {
      const lease = randomId()
      const leave = gate.enter()
      const state = await take({ integratorId: actor.integratorId, key }, lease).catch((error: unknown) => {
        leave()
        throw error
      })
      const held = { id: state.id, lease }
      const renewing = createRepeater(times.betweenRenewals, () =>
        extendLease(db, held).then(() => undefined, onError),
      )
      const give = async (finished: boolean): Promise<void> => {
        leave()
        await renewing.stop()
        await endLease(db, held, { finished })
      }
      renewing.start()
      try {
        const [lines, rest] = await skipDone(readLines(body, feedBytes), state)
        const progress = createImportProgress(state.linesDone, (firstLine) =>
          findBatch(db, state.id, firstLine),
        )
        const run = { actor, requestId, state, lease, progress }
        const work = state.finished ? Promise.resolve() : goOn(run, prepended(rest, lines))
        void work
          .then(() => give(true))
          .then(
            () => {
              progress.end()
            },
            async (error: unknown) => {
              // The lease ends by itself when this fails too.
              await give(false).catch(onError)
              progress.end(error instanceof Error ? error : new Error('an import failed', { cause: error }))
            },
          )
        return progress.results()
      } catch (error) {
        await give(false).catch(onError)
        throw error
      }
    },
  }

  /** Reads past what is done already, and makes sure that it is the same. Answers what was read too much. */
  async function skipDone(
    lines: AsyncGenerator<readonly RawLine[]>,
    { linesDone, fingerprint, finished }: ImportState,
  ): Promise<[AsyncGenerator<readonly RawLine[]>, readonly RawLine[]]> {
    let left = linesDone
    let seen: Uint8Array = lookup('import', '')
    let rest: readonly RawLine[] = []
    while (left > 0) {
      const piece = await patiently(lines.next())
      if (piece.done === true) throw new Problem('idempotency.key_reused')
      const skipped = piece.value.slice(0, left)
      for (const line of skipped) seen = fingerprintAfter(seen, line)
      left -= skipped.length
      rest = piece.value.slice(skipped.length)
    }
    const isSame = Buffer.compare(seen, fingerprint) === 0
    const isOver = !finished || (rest.length === 0 && (await patiently(lines.next())).done === true)
    if (!isSame || !isOver) throw new Problem('idempotency.key_reused')
    return [lines, rest]
  }
}

async function* prepended<Item>(
  first: readonly Item[],
  rest: AsyncGenerator<readonly Item[]>,
): AsyncGenerator<readonly Item[]> {
  if (first.length > 0) yield first
  yield* rest
}

/** What comes within so many milliseconds, or null. */
async function within<T>(coming: Promise<T>, milliseconds: number): Promise<T | null> {
  const stop = new AbortController()
  try {
    return await Promise.race([coming, wait(milliseconds, null, { signal: stop.signal }).catch(() => null)])
  } finally {
    stop.abort()
  }
}

export type CaseImportService = ReturnType<typeof createCaseImportService>
