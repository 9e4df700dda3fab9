import * as z from 'zod/mini'
import { instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { pageOf } from '../shared/page.ts'
import { locale } from '../shared/text.ts'

/** One piece of an e-mail's text. */
const mailPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('link'), label: z.string(), href: z.string() }),
])

/** An e-mail that a demonstration wrote and sent to nobody. */
export const outboxMail = z.strictObject({
  id,
  to: z.string(),
  locale,
  subject: z.string(),
  parts: z.array(mailPart),
  createdAt: instant,
})
export type OutboxMail = z.infer<typeof outboxMail>

/** `GET /demo/outbox` */
export const outboxResponse = pageOf(outboxMail)
export type Outbox = z.infer<typeof outboxResponse>
