import type { FedNotice, StoredNotice } from '@connect/contract/rooms/case-feed'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problem.ts'
import { SealBrokenError, type RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { letterOf } from './case-letter.ts'
import {
  holdCase,
  insertNotice,
  lockNotice,
  replaceNotice,
  type NoticeRow,
  type StoredNoticeRow,
} from './case-notice-feed.store.ts'

export interface CaseNoticeFeedDependencies {
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly recordAudit: RecordAudit
}

export interface NoticeName {
  readonly caseRef: string
  readonly noticeRef: string
}

const table = 'case_notice'

/** Letters as a system of record tells them. */
export function createCaseNoticeFeedService({ commit, cipher, recordAudit }: CaseNoticeFeedDependencies) {
  /** Whether a stored letter says the same; one that does not open any more says nothing. */
  function isSame(stored: StoredNoticeRow, fed: FedNotice, content: Buffer): boolean {
    const { mediaType, issuedOn, asksForDocuments } = stored
    if (mediaType !== fed.mediaType || issuedOn !== fed.issuedOn) return false
    if (asksForDocuments !== (fed.asksForDocuments ?? false)) return false
    try {
      const seal = cipher.open(table, stored.id, stored)
      return (
        seal.openText('title', stored.title) === titleOf(fed) &&
        content.equals(seal.openBytes('content', stored.content))
      )
    } catch (error) {
      if (error instanceof SealBrokenError) return false
      throw error
    }
  }

  function rowOf(id: string, caseId: string, noticeRef: string, fed: FedNotice, content: Buffer): NoticeRow {
    const seal = cipher.create(table, id)
    return {
      id,
      caseId,
      noticeRef,
      issuedOn: fed.issuedOn,
      mediaType: fed.mediaType,
      bytes: content.length,
      asksForDocuments: fed.asksForDocuments ?? false,
      dataKey: seal.dataKey,
      dataKeyVersion: seal.dataKeyVersion,
      title: seal.seal('title', titleOf(fed)),
      content: seal.seal('content', content),
    }
  }

  /** What became of a letter; null when another one came between, and it has to be tried again. */
  async function write(
    tx: Transaction,
    { caseId, noticeRef }: { readonly caseId: string; readonly noticeRef: string },
    fed: FedNotice,
    content: Buffer,
  ): Promise<{ readonly id: string; readonly outcome: 'created' | 'replaced' | 'same' } | null> {
    const stored = await lockNotice(tx, caseId, noticeRef)
    if (stored === null) {
      const id = timeOrderedId()
      const isNew = await insertNotice(tx, rowOf(id, caseId, noticeRef, fed, content))
      return isNew ? { id, outcome: 'created' } : null
    }
    if (isSame(stored, fed, content)) return { id: stored.id, outcome: 'same' }
    await replaceNotice(tx, rowOf(stored.id, caseId, noticeRef, fed, content))
    return { id: stored.id, outcome: 'replaced' }
  }

  return {
    /**
     * Puts a letter in place of the one under its reference; one that says something else is unread again. Throws
     * `resource.not_found` for a case that the integrator has not told, and 422 for content of another type.
     */
    async put(
      { tokenId, integratorId }: IntegratorActor,
      { caseRef, noticeRef }: NoticeName,
      fed: FedNotice,
      { requestId }: RequestContext,
    ): Promise<{ readonly created: boolean; readonly stored: StoredNotice }> {
      const content = letterOf(fed)
      const { id, outcome } = await commit(async (tx) => {
        const caseId = await holdCase(tx, integratorId, caseRef)
        if (caseId === null) throw new Problem('resource.not_found')
        const name = { caseId, noticeRef }
        // A letter that came between is there now, and letters are never removed.
        const written = (await write(tx, name, fed, content)) ?? (await write(tx, name, fed, content))
        if (written === null) throw new Error('a letter is neither there nor can be added')
        await recordAudit(tx, {
          event: 'case.notice_stored',
          outcome: 'succeeded',
          actorKind: 'integrator',
          actorId: tokenId,
          subjectId: written.id,
          requestId,
          details: { outcome: written.outcome },
        })
        return written
      })
      return { created: outcome === 'created', stored: { noticeId: id, noticeRef, caseRef } }
    },
  }
}

function titleOf({ title: { en, es } }: FedNotice): string {
  return JSON.stringify({ en, es: es ?? null })
}

export type CaseNoticeFeedService = ReturnType<typeof createCaseNoticeFeedService>
