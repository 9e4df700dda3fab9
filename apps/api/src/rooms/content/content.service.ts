import {
  announcementsResponse,
  contactLinesResponse,
  formsResponse,
  officesResponse,
  type FeedbackRequest,
} from '@connect/contract/rooms/content'
import * as z from 'zod/mini'
import type { RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { refuseSpent, spend, type CaptchaSpend } from '../../kernel/captcha-spending.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problem.ts'
import type { AddressLimit, RateLimits } from '../../kernel/rate-limit.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { findContent, insertFeedback, type ContentKind } from './content.store.ts'

export interface ContentDependencies {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly rateLimits: RateLimits
  readonly recordAudit: RecordAudit
}

const documents = {
  announcements: announcementsResponse,
  offices: officesResponse,
  'contact-lines': contactLinesResponse,
  forms: formsResponse,
} as const satisfies Record<ContentKind, z.core.$ZodType>

/** Feedback of one address that needs no security check. */
const freeFeedback: AddressLimit = { name: 'feedback', max: 3, windowSeconds: 3600 }

/** What the portal shows, and what people tell us about it. */
export function createContentService({ db, cipher, rateLimits, recordAudit }: ContentDependencies) {
  return {
    read,

    /** A phone line and its hours; null where the agency has none of that name. */
    async line(id: z.infer<typeof contactLinesResponse>['items'][number]['id']) {
      const { items } = await read('contact-lines')
      const { phone = null, hours = null } = items.find((item) => item.id === id) ?? {}
      return phone === null ? null : { phone, hours }
    },

    /** Stores what somebody wrote. Throws `captcha.required` when this address has sent a lot already. */
    async sendFeedback(
      commit: Commit,
      input: FeedbackRequest,
      request: RequestContext & { captchaPassed: boolean; captcha: CaptchaSpend | null },
    ) {
      await requireCheckWhenDue(request)
      await refuseSpent(db, request.captcha)
      const id = timeOrderedId()
      const seal = cipher.create('feedback', id)
      const { topic, page, locale, message, email } = input
      const row = {
        id,
        topic,
        page,
        locale,
        dataKey: seal.dataKey,
        dataKeyVersion: seal.dataKeyVersion,
        message: seal.seal('message', message),
        email: email === undefined ? null : seal.seal('email', email),
      }
      return commit(async (tx) => {
        await spend(tx, request.captcha)
        const receivedAt = await insertFeedback(tx, row)
        await recordAudit(tx, {
          event: 'feedback.sent',
          outcome: 'succeeded',
          actorKind: 'anonymous',
          subjectId: id,
          requestId: request.requestId,
        })
        return { id, receivedAt: receivedAt.toISOString() }
      })
    },
  }

  /** A document of content, held to the contract: what was stored wrong is a fault of ours, never shown. */
  async function read<K extends ContentKind>(kind: K): Promise<z.infer<(typeof documents)[K]>> {
    const stored = await findContent(db, kind)
    const document =
      stored === null ? { asOf: today(), items: [] } : { asOf: day(stored.asOf), items: stored.body }
    return z.parse(documents[kind], document) as z.infer<(typeof documents)[K]>
  }

  async function requireCheckWhenDue(request: RequestContext & { captchaPassed: boolean }): Promise<void> {
    if (request.captchaPassed) return
    try {
      await rateLimits.take(freeFeedback, request.address)
    } catch (error) {
      if (error instanceof Problem && error.code === 'limit.rate') throw new Problem('captcha.required')
      throw error
    }
  }
}

/** Stored as a date: the calendar day is the one in UTC. */
function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date())
}

export type ContentService = ReturnType<typeof createContentService>
