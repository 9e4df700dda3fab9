import type { AccountMessage, AccountMessages } from '@connect/contract/rooms/account-messages'
import type { PageQuery } from '@connect/contract/shared/page'
import type { RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { pageBy } from '../../kernel/paging.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import {
  countUnread,
  findMessages,
  lockMessage,
  markMessage,
  type MessageRow,
} from './account-messages.store.ts'

export interface AccountMessagesDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly recordAudit: RecordAudit
}

/** What the portal has told the owner of an account (kernel/notices.ts writes it). */
export function createAccountMessagesService({ db, commit, recordAudit }: AccountMessagesDependencies) {
  return {
    /** One's own messages, newest first, and how many of all are unread. */
    async list(accountId: string, query: PageQuery): Promise<AccountMessages> {
      const [page, unread] = await Promise.all([
        pageBy(query, (stretch) => findMessages(db, accountId, stretch), messageOf),
        countUnread(db, accountId),
      ])
      return { ...page, unread }
    },

    /**
     * Sets the read mark or takes it away; as it is already, nothing changes. Throws `resource.not_found` for what is not
     * there or not one's own.
     */
    async mark(
      accountId: string,
      { id, read }: { readonly id: string; readonly read: boolean },
      context: RequestContext,
    ): Promise<AccountMessage> {
      return commit(async (tx) => {
        const stored = await lockMessage(tx, { accountId, id })
        if (stored === null) throw new Problem('resource.not_found')
        if ((stored.readAt !== null) === read) return messageOf(stored)
        const marked = await markMessage(tx, { id, read })
        await recordAudit(tx, {
          event: 'account.message_read',
          outcome: 'succeeded',
          actorKind: 'client',
          actorId: accountId,
          subjectId: accountId,
          requestId: context.requestId,
          details: { message: id, read },
        })
        return messageOf(marked)
      })
    },
  }
}

function messageOf({ id, kind, details, createdAt, readAt }: MessageRow): AccountMessage {
  const { reportId = null, documentId = null, reason = null } = details
  return {
    id,
    kind,
    about: { reportId, documentId, reason },
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }
}

export type AccountMessagesService = ReturnType<typeof createAccountMessagesService>
