import * as z from 'zod/mini'
import { calendarDay, instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { email } from '../shared/person.ts'
import { locale, localizedText } from '../shared/text.ts'
import { captchaSolution } from './captcha.ts'

/** `GET /announcements`: what the agency wants everybody to know now; shown as a banner. */
export const announcementsResponse = z.strictObject({
  asOf: calendarDay,
  items: z.array(
    z.strictObject({
      id,
      kind: z.enum(['information', 'warning']),
      title: localizedText,
      text: localizedText,
      startsAt: instant,
      endsAt: z.nullable(instant),
    }),
  ),
})

/** Opening hours: days as ISO 8601 weekdays (1 is Monday), times of America/New_York as HH:MM. */
export const openingHours = z.strictObject({
  days: z.array(z.number()),
  opens: z.string(),
  closes: z.string(),
})

/** `GET /offices` */
export const officesResponse = z.strictObject({
  asOf: calendarDay,
  items: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      address: z.strictObject({
        street: z.string(),
        city: z.string(),
        state: z.string(),
        postalCode: z.string(),
      }),
      location: z.strictObject({ latitude: z.number(), longitude: z.number() }),
      lobbyHours: openingHours,
      dropBox: z.boolean(),
      services: z.array(localizedText),
    }),
  ),
})

/** `GET /contact-lines` */
export const contactLinesResponse = z.strictObject({
  asOf: calendarDay,
  items: z.array(
    z.strictObject({
      id: z.enum(['myaccount-support', 'client-information', 'tty', 'mail']),
      kind: z.enum(['phone', 'tty', 'mail']),
      name: localizedText,
      purpose: localizedText,
      /** As it is shown; null for mail. */
      phone: z.nullable(z.string()),
      /** Lines of a postal address; empty for phones. */
      address: z.array(z.string()),
      /** When a person answers; null when not applicable. */
      hours: z.nullable(openingHours),
      automatedAllDay: z.boolean(),
    }),
  ),
})

/** `GET /forms` */
export const formsResponse = z.strictObject({
  asOf: calendarDay,
  items: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string(),
      language: locale,
      title: localizedText,
      use: localizedText,
    }),
  ),
})

/** `POST /feedback` */
export const feedbackRequest = z.strictObject({
  topic: z.enum(['praise', 'problem', 'idea', 'accessibility', 'other']),
  message: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
  email: z.optional(email),
  /** The page it was sent from: a path of ours, without query or fragment. */
  page: z.string().check(z.regex(/^\/[a-z0-9/-]{0,200}$/, 'path of a page')),
  locale,
  /** Due only after several messages from one address; the answer then is `captcha.required`. */
  captcha: z.optional(captchaSolution),
})
export type FeedbackRequest = z.infer<typeof feedbackRequest>
export const feedbackResponse = z.strictObject({ id, receivedAt: instant })
