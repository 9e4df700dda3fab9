import type { noticeMediaTypes } from '@connect/contract/rooms/case-feed'
import type { CaseNotice, CaseNotices } from '@connect/contract/rooms/cases'
import type { PageQuery } from '@connect/contract/shared/page'
import type { RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { pageBy } from '../../kernel/paging.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, StatementPool } from '../../kernel/unit-of-work.ts'
import { readable } from './case-access.ts'
import {
  countUnreadNotices,
  findNoticeContent,
  findNotices,
  findOwnCase,
  markNoticeRead,
  type NoticeContentRow,
  type NoticeRow,
} from './case-notices.store.ts'

export interface CaseNoticesDependencies {
  readonly pool: StatementPool
  readonly cipher: RecordCipher
  readonly commit: Commit
  readonly recordAudit: RecordAudit
}

type NoticeMediaType = (typeof noticeMediaTypes)[number]

/** A letter as its file. */
export interface NoticeContent {
  readonly mediaType: NoticeMediaType
  readonly fileName: string
  readonly content: Uint8Array
}

interface NoticeKey {
  readonly accountId: string
  readonly caseId: string
  readonly noticeId: string
}

/** Letters of the agency to a case. */
export function createCaseNoticesService({ pool, cipher, commit, recordAudit }: CaseNoticesDependencies) {
  return {
    /**
     * Letters to a case of one's own, newest first, and how many of all are unread. Throws `resource.not_found`,
     * `case.held`, and 422 for a cursor that no page gave.
     */
    async list(accountId: string, caseId: string, query: PageQuery): Promise<CaseNotices> {
      const key = { accountId, caseId }
      readable(await findOwnCase(pool, key))
      const [page, unread] = await Promise.all([
        pageBy(
          query,
          (stretch) => findNotices(pool, { ...key, ...stretch }),
          (row) => noticeOf(row, cipher),
        ),
        countUnreadNotices(pool, key),
      ])
      return { ...page, unread }
    },

    /** The file of a letter; reading it leaves no mark. Throws `resource.not_found` and `case.held`. */
    async look(key: NoticeKey): Promise<NoticeContent> {
      return contentOf(readable(await findNoticeContent(pool, key)), cipher)
    },

    /** The same for whoever is going to see it: from now on it is read, for this account alone. */
    async open(key: NoticeKey, context: RequestContext): Promise<NoticeContent> {
      const row = readable(await findNoticeContent(pool, key))
      const opened = contentOf(row, cipher)
      if (!row.isRead) await remember(key, row, context)
      return opened
    },
  }

  async function remember(
    { accountId }: NoticeKey,
    row: NoticeContentRow,
    context: RequestContext,
  ): Promise<void> {
    await commit(async (tx) => {
      if (!(await markNoticeRead(tx, { accountId, id: row.id, dataKey: row.dataKey }))) return
      await recordAudit(tx, {
        ...ownEvent('case.notice_read', accountId, context),
        details: { notice: row.id },
      })
    })
  }
}

function noticeOf(row: NoticeRow, cipher: RecordCipher): CaseNotice {
  const { id, issuedOn, mediaType, bytes, asksForDocuments, readAt } = row
  const title = cipher.open('case_notice', id, row).openText('title', row.title)
  return {
    id,
    title: JSON.parse(title) as CaseNotice['title'],
    issuedOn,
    mediaType: mediaType as NoticeMediaType,
    bytes,
    asksForDocuments,
    readAt: readAt?.toISOString() ?? null,
  }
}

function contentOf(row: NoticeContentRow, cipher: RecordCipher): NoticeContent {
  const mediaType = row.mediaType as NoticeMediaType
  const ending = mediaType === 'application/pdf' ? 'pdf' : 'txt'
  return {
    mediaType,
    fileName: `letter-${row.issuedOn}.${ending}`,
    content: cipher.open('case_notice', row.id, row).openBytes('content', row.content),
  }
}

export type CaseNoticesService = ReturnType<typeof createCaseNoticesService>
