import type { Outbox } from '@connect/contract/rooms/outbox'
import { id as anId } from '@connect/contract/shared/ids'
import { defaultPageSize, type PageQuery } from '@connect/contract/shared/page'
import * as z from 'zod/mini'
import type { Mail } from '../../adapters/mail/create-mail.ts'
import { invalidField } from '../../kernel/problem.ts'

/** E-mails that a demonstration wrote and sent to nobody. */
export function createOutboxService({ kept }: Pick<Mail, 'kept'>) {
  return {
    /** Newest first, opened: there is no such page where people have real accounts. */
    async list({ limit = defaultPageSize, cursor }: PageQuery): Promise<Outbox> {
      if (cursor !== undefined && !z.safeParse(anId, cursor).success)
        throw invalidField('/query/cursor', 'field.wrong_format', { format: 'nextCursor' })
      const mails = await kept({ before: cursor, limit: limit + 1 })
      const items = mails.slice(0, limit).map(({ id, to, locale, subject, parts, createdAt }) => ({
        id,
        to,
        locale,
        subject,
        parts: parts.map((part) => (part.kind === 'list' ? { ...part, items: [...part.items] } : part)),
        createdAt: createdAt.toISOString(),
      }))
      return { items, nextCursor: mails.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
  }
}

export type OutboxService = ReturnType<typeof createOutboxService>
