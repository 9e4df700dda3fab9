import { randomUUID } from 'node:crypto'
import type { RefusalReason } from '@connect/contract/rooms/documents'
import type { Scanner } from '../../adapters/scanner/scanner.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import type { Notices } from '../../kernel/notices.ts'
import { createJobQueue, type JobOutcome, type JobQueueOptions } from '../../kernel/queue.store.ts'
import { createTurns } from '../../kernel/turns.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { DocumentBytes, WrittenBytes } from './document-bytes.service.ts'
import {
  claimDocument,
  countCrash,
  countOpening,
  countReturn,
  countWaiting,
  isWaiting,
  markReady,
  markRefused,
  type CheckedDocument,
} from './document-check.store.ts'
import { InspectionCrashedError, type Inspection } from './inspection/inspection-answer.ts'
import { inspectFile } from './inspection/inspection-process.ts'

export interface DocumentCheckDependencies extends JobQueueOptions {
  readonly commit: Commit
  readonly bytes: DocumentBytes
  readonly scanner: Scanner
  readonly notices: Notices
  readonly recordAudit: RecordAudit
  /** How a file is opened; in a process of its own unless given. */
  readonly inspect?: typeof inspectFile
}

export interface DocumentChecks {
  /** Sees to it that a file is looked at, in the transaction that makes it `received`. */
  readonly schedule: (tx: Transaction, documentId: string) => Promise<void>
  /** How many wait to be judged, and how many seconds the oldest has. */
  waiting(): Promise<{ readonly waiting: number; readonly oldestSeconds: number }>
  /** Begins to look at what waits. Throws when the database is away, or its queue is not the one of this code. */
  start(): Promise<void>
  /** Finishes what is under way. */
  stop(): Promise<void>
}

/** Files that are looked at at once in a process: one may be with the scanner while another is opened. */
const atOnce = 2

/** Opened at once: a picture may take 700 MB for some seconds. */
const openedAtOnce = 1

/**
 * A file that ends the process that opens it is tried so often: the machine may have been short of memory. Tries that end
 * for another reason say nothing of the file.
 */
const mostCrashes = 3

/**
 * A file is opened so often without anything more being heard of the server that did, such as when all its memory goes with
 * the file's. Servers are killed for other reasons too, which hits the same file rarely twice and never ten times.
 */
const mostVanished = 10

/**
 * From `received` by way of `checking` to `ready` or `refused`. All of it may be done again from its beginning, by any
 * process: only the run that began last may say what it found. What cannot be known yet, since the scanner or the database
 * is away, is tried again without end; a file is never taken for clean meanwhile.
 */
export function createDocumentChecks(deps: DocumentCheckDependencies): DocumentChecks {
  const { commit, bytes, scanner, inspect: inspection = inspectFile, onError } = deps
  const queue = createJobQueue({ everySeconds: 1, ...deps })
  const turns = createTurns(openedAtOnce)
  /** What is being opened, and may still be when we are told to end. */
  const opened = new Set<Run>()
  let latest = 0

  async function check(id: string): Promise<JobOutcome> {
    const run = { id, checkId: randomUUID() }
    try {
      const document = await begin(run)
      if (document === null) return 'completed'
      if (document.vanished >= mostVanished) return await refuse(run, 'not_readable', false)
      const verdict = await scanner.scan(bytes.read(document, 'original'))
      const scanned = verdict !== 'not_scanned'
      if (verdict === 'harmful') return await refuse(run, 'harmful', scanned)
      return await open(run, document, scanned)
    } catch (error) {
      // Whoever takes a file back in the middle of it ends what is done with it: nothing went wrong.
      if (!(await commit((tx) => isWaiting(tx, id)).catch(() => true))) return 'completed'
      onError(error)
      return 'failed'
    }
  }

  /**
   * Ends the right of earlier runs to say anything, and takes away what one of them left half made. The bytes may stand
   * elsewhere than the row: nothing holds a connection while they go.
   */
  async function begin(run: Run): Promise<CheckedDocument | null> {
    const document = await commit((tx) => claimDocument(tx, run))
    if (document === null) return null
    await bytes.remove(document.id, 'reader')
    await bytes.remove(document.id, 'page')
    return document
  }

  async function open(run: Run, document: CheckedDocument, scanned: boolean): Promise<JobOutcome> {
    try {
      latest += 1
      const { found, reader } = await turns.take(latest, () => inspect(run, document))
      if (found.reason !== null) return await refuse(run, found.reason, scanned)
      const { pages, active } = found
      await commit((tx) => markReady(tx, { ...run, pages, active, scanned, reader }))
      return 'completed'
    } catch (error) {
      if (!(error instanceof InspectionCrashedError)) throw error
      const crashes = await commit((tx) => countCrash(tx, run))
      if (crashes === null || crashes < mostCrashes) throw error
      onError(error)
      return refuse(run, 'not_readable', scanned)
    }
  }

  async function inspect(run: Run, document: CheckedDocument) {
    // Whoever holds the file by now opens it; what they counted is not ours to take back.
    if (!(await commit((tx) => countOpening(tx, run)))) throw new Error('Another run of the check has begun')
    opened.add(run)
    try {
      return await give(document)
    } finally {
      await comeBack(run)
    }
  }

  async function comeBack(run: Run): Promise<void> {
    // Who cannot say so while the database is away is taken for gone, which is forgiven often enough.
    if (opened.delete(run)) await commit((tx) => countReturn(tx, run.id)).catch(onError)
  }

  async function give(document: CheckedDocument) {
    let reader: (WrittenBytes & { readonly mediaType: string }) | null = null
    const file = { mediaType: document.mediaType, bytes: bytes.read(document, 'original') }
    const found: Inspection = await inspection(file, async ({ rendition, mediaType }, content) => {
      const writer = bytes.write(document, rendition)
      for await (const part of content) await writer.add(part)
      const written = await writer.end()
      if (rendition === 'reader') reader = { ...written, mediaType }
    })
    return { found, reader }
  }

  async function refuse(run: Run, reason: RefusalReason, scanned: boolean): Promise<JobOutcome> {
    await commit(async (tx) => {
      const refused = await markRefused(tx, { ...run, reason, scanned })
      if (refused === null) return
      await tellOwner(tx, deps, { documentId: run.id, reason, ...refused })
    })
    return 'completed'
  }

  return {
    schedule: (tx, documentId) => queue.send(tx, 'documentCheck', documentId),
    waiting: () => commit(countWaiting),
    async start() {
      await queue.work('documentCheck', check, atOnce)
      await queue.work('deadDocumentCheck', async (id) => {
        try {
          await commit((tx) => queue.send(tx, 'documentCheck', id))
          return 'completed'
        } catch (error) {
          onError(error)
          return 'failed'
        }
      })
    },
    async stop() {
      await queue.stop()
      await Promise.all([...opened].map(comeBack))
    },
  }
}

interface Run {
  readonly id: string
  readonly checkId: string
}

interface Refusal {
  readonly documentId: string
  readonly accountId: string | null
  readonly reportId: string | null
  readonly reason: RefusalReason
}

/** Whoever sent it hears of it wherever they are: nothing is refused in silence. */
async function tellOwner(
  tx: Transaction,
  { notices, recordAudit }: Pick<DocumentCheckDependencies, 'notices' | 'recordAudit'>,
  { documentId, accountId, reportId, reason }: Refusal,
): Promise<void> {
  await recordAudit(tx, {
    event: 'document.refused',
    outcome: 'refused',
    actorKind: 'system',
    subjectId: accountId ?? undefined,
    details: { document: documentId, reason },
  })
  if (accountId === null) return
  const about = reportId === null ? { documentId, reason } : { documentId, reason, reportId }
  await notices.tellAccount(tx, accountId, 'document_refused', about)
}
