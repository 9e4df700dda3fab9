import type { Outbox } from '@connect/contract/rooms/outbox'
import type { PageQuery } from '@connect/contract/shared/page'
import type { Mail } from '../../adapters/mail/create-mail.ts'
import { pageBy } from '../../kernel/paging.ts'

/** E-mails that a demonstration wrote and sent to nobody. */
export function createOutboxService({ kept }: Pick<Mail, 'kept'>) {
  return {
    /** Newest first, opened: there is no such page where people have real accounts. */
    list(query: PageQuery): Promise<Outbox> {
      return pageBy(query, kept, ({ id, to, locale, subject, parts, createdAt }) => ({
        id,
        to,
        locale,
        subject,
        parts: parts.map((part) => (part.kind === 'list' ? { ...part, items: [...part.items] } : part)),
        createdAt: createdAt.toISOString(),
      }))
    },
  }
}

export type OutboxService = ReturnType<typeof createOutboxService>
