import * as z from 'zod/mini'
import { passwordToCheck } from '../credentials/password.ts'
import { userIdToCheck } from '../credentials/user-id.ts'
import { instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { pageOf } from '../shared/page.ts'
import { place } from '../shared/place.ts'
import { locale } from '../shared/text.ts'
import { captchaSolution } from './captcha.ts'

/** Session lifetimes of a client, in seconds (docs/security.md). */
export const clientSession = { idleSeconds: 15 * 60, absoluteSeconds: 8 * 60 * 60 } as const

/** How long a browser stays its owner's own device, in days (docs/security.md). */
export const ownDeviceDays = 180

/** `POST /session` */
export const signInRequest = z.strictObject({
  userId: userIdToCheck,
  password: passwordToCheck,
  captcha: z.optional(captchaSolution),
  /** "This is my own device": remembers the browser, so that others cannot lock its owner out on it. */
  ownDevice: z.optional(z.boolean()),
})
export type SignInRequest = z.infer<typeof signInRequest>

/** Who is signed in, and until when. */
export const sessionResponse = z.strictObject({
  account: z.strictObject({
    id,
    userId: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.nullable(z.string()),
    locale,
    /** When the account will be deleted, where its owner asked for that. */
    deletionDueAt: z.nullable(instant),
  }),
  idleExpiresAt: instant,
  absoluteExpiresAt: instant,
})
export type Session = z.infer<typeof sessionResponse>

/** One place where the account is signed in. */
const deviceSession = z.strictObject({
  id,
  /** Browser and system as codes with a dot between them, such as `chrome.android`. */
  device: z.string(),
  /** Seen from where the list is asked for. */
  place,
  createdAt: instant,
  lastSeenAt: instant,
  /** The session that asks. */
  current: z.boolean(),
  /** The owner said "this is my own device" there. */
  ownDevice: z.boolean(),
})
export type DeviceSession = z.infer<typeof deviceSession>

/** `GET /account/sessions` */
export const deviceSessionsResponse = pageOf(deviceSession)
export type DeviceSessions = z.infer<typeof deviceSessionsResponse>

/** `DELETE /account/sessions/{id}` */
export const deviceSessionParams = z.strictObject({ id })
