import type { Readable } from 'node:stream'
import { uploadFields } from '@connect/contract/rooms/document-upload'
import type { Document, DocumentMediaType } from '@connect/contract/rooms/documents'
import { issuesOf, type RequestIssue } from '@connect/contract/shared/issues'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { requireOpenCaseData } from '../../kernel/case-hold.ts'
import { keyInProgress } from '../../kernel/idempotency-key.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { createDocumentAllowance } from './document-allowance.ts'
import type { DocumentBytes } from './document-bytes.service.ts'
import { readForm } from './document-form.ts'
import { createReceiving, type Receiving } from './document-receiving.service.ts'
import { createUploadGate } from './document-upload-gate.ts'
import { isSessionKept, markReceived } from './document-upload.store.ts'

export interface DocumentUploadDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly bytes: DocumentBytes
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly recordAudit: RecordAudit
  /** Has a file checked that is received in this transaction. */
  readonly scheduleCheck: (tx: Transaction, documentId: string) => Promise<void>
  /** Whether this process is about to end. */
  readonly isDraining: () => boolean
  /** Told of failures in the background. */
  readonly onError: (error: unknown) => void
}

/** A request with a file in it. */
interface SentFile {
  readonly owner: SignedIn
  readonly body: Readable
  readonly contentType: string
  /** Of the whole body, in bytes; undefined when nobody says. */
  readonly length: number | undefined
  /** Whether it was answered before: it is read then to see whether it is the same, and not kept. */
  readonly isAnswered: boolean
}

/** What tells one such request from another. */
interface SentContent {
  readonly fields: Readonly<Record<string, string>>
  readonly fileName: string
  readonly sha256: string
}

/** What a form may weigh beside its file, in bytes. */
const besideFile = 16 * 1024

/** Files of accounts as they come in. */
export function createDocumentUploadService(deps: DocumentUploadDependencies) {
  const { db, recordAudit, scheduleCheck, lookup, onError } = deps
  const gate = createUploadGate()
  const allowance = createDocumentAllowance(lookup)
  const startReceiving = createReceiving({ ...deps, allowance })

  async function finish(
    tx: Transaction,
    { owner, kind, file }: { owner: SignedIn; kind: string; file: ArrivedFile },
    context: RequestContext,
  ): Promise<Document> {
    const { id, fileName, mediaType, bytes, sha256 } = file
    const { accountId, sessionId } = owner
    if (!(await isSessionKept(tx, sessionId))) throw new Problem('session.required')
    await allowance.take(tx, accountId, bytes)
    const createdAt = await markReceived(tx, { id, accountId, kind, bytes, sha256 })
    if (createdAt === null) throw new Problem('server.unavailable', { headers: { 'retry-after': '2' } })
    await scheduleCheck(tx, id)
    await recordAudit(tx, { ...ownEvent('document.received', accountId, context), details: { document: id } })
    return {
      id,
      kind,
      fileName,
      mediaType,
      bytes,
      sha256: Buffer.from(sha256).toString('hex'),
      state: 'received',
      reason: null,
      pages: null,
      scanned: false,
      createdAt: createdAt.toISOString(),
      reportId: null,
    }
  }

  return {
    /**
     * Receives a file, and has it answered by `answer`, which is given what was sent and the work to commit with the
     * reply. Nothing is left of a file that was not answered for, nor of one whose session was ended meanwhile. Throws
     * `session.required`, `case.held`, `document.day_limit`,
     * `document.unsubmitted_limit`, `request.not_multipart`, `request.too_large`, `server.busy`, and 422 for all that is wrong with its parts.
     */
    async receive<Answer>(
      sent: SentFile,
      context: RequestContext,
      answer: (content: SentContent, work: (commit: Commit) => Promise<Document>) => Promise<Answer>,
    ): Promise<Answer> {
      const { owner, body, contentType, length = 0, isAnswered } = sent
      const { accountId } = owner
      await requireOpenCaseData(db, accountId)
      const leave = gate.enter(accountId)
      const receiving = startReceiving(accountId, { keeps: !isAnswered })
      let counts = true
      try {
        if (!isAnswered) await allowance.expect(db, accountId, Math.max(0, length - besideFile))
        const { taken, fields, issues } = await readForm(body, contentType, (file) => receiving.take(file))
        if (taken?.isTooLarge === true) throw new Problem('request.too_large')
        const content = { fields, fileName: taken?.givenName ?? '', sha256: taken?.digest ?? '' }
        if (isAnswered) return await answer(content, () => Promise.reject(keyInProgress()))
        const { kind, file } = checked(fields, taken, issues)
        return await answer(content, async (commit) => {
          const document = await commit((tx) => finish(tx, { owner, kind, file }, context))
          receiving.keep()
          return document
        })
      } catch (error) {
        // What we could not store is not held against who sent it.
        counts = error instanceof Problem && error.status < 500
        throw error
      } finally {
        leave()
        // Whoever waits for the answer does not wait for this; what is left when it fails is swept.
        receiving.forget({ counts }).catch(onError)
      }
    },
  }
}

interface ArrivedFile {
  readonly id: string
  readonly fileName: string
  readonly mediaType: DocumentMediaType
  readonly bytes: number
  readonly sha256: Uint8Array<ArrayBuffer>
}

/** A file with what it proves; throws 422 with all that is wrong. */
function checked(
  fields: Readonly<Record<string, string>>,
  taken: Awaited<ReturnType<Receiving['take']>> | undefined,
  formIssues: readonly RequestIssue[],
): { readonly kind: string; readonly file: ArrivedFile } {
  const fileIssue = taken === undefined ? { pointer: '/file', code: 'field.required' } : taken.issue
  const errors = [
    ...issuesOf(uploadFields, fields),
    ...(fileIssue === null ? [] : [fileIssue]),
    ...formIssues,
  ]
  const file = taken?.file ?? null
  if (errors.length > 0 || file === null) throw new Problem('request.invalid', { errors })
  return { kind: fields['kind'] ?? '', file }
}

export type DocumentUploadService = ReturnType<typeof createDocumentUploadService>
