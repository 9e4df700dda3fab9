import * as z from 'zod/mini'
import { passwordToCheck } from '../credentials/password.ts'
import { userIdToCheck } from '../credentials/user-id.ts'
import { instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { locale } from '../shared/text.ts'
import { captchaSolution } from './captcha.ts'

/** Session lifetimes of a client, in seconds (docs/security.md). */
export const clientSession = { idleSeconds: 15 * 60, absoluteSeconds: 8 * 60 * 60 } as const

/** `POST /session` */
export const signInRequest = z.strictObject({
  userId: userIdToCheck,
  password: passwordToCheck,
  captcha: z.optional(captchaSolution),
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
  }),
  idleExpiresAt: instant,
  absoluteExpiresAt: instant,
})
export type Session = z.infer<typeof sessionResponse>
