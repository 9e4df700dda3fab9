import * as z from 'zod/mini'
import { instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { pageOf } from '../shared/page.ts'
import { rule } from '../shared/rule.ts'

/** What a token may be used for; each agency operation names the one that it needs. */
export const scopes = [
  'cases:write',
  'reviews:decide',
  'change-reports:read',
  'change-reports:write',
  'change-reports:decide',
  'events:read',
  'webhooks:manage',
  'tokens:manage',
] as const
export type Scope = (typeof scopes)[number]

/** Longest life of a token, in days (docs/security.md); also what it lives when nobody says. */
export const tokenMaxDays = 90

/** Longest name of a token or an integrator, in characters. */
export const integrationNameMaxLength = 100

/** The name of a token or an integrator, for people who look at a list: not blank, nothing that is not seen. */
export const integrationName = z.string().check(
  z.minLength(1),
  z.maxLength(integrationNameMaxLength),
  rule((name) =>
    /\S/.test(name) && /^\P{C}*$/u.test(name)
      ? []
      : [{ code: 'field.wrong_format', params: { format: 'a name on one line' } }],
  ),
)

/** Scopes of a token: at least one, each once. */
const scopeList = z.array(z.enum(scopes)).check(
  z.minLength(1),
  z.maxLength(scopes.length),
  rule((list) => (new Set(list).size === list.length ? [] : [{ code: 'scope.repeated' }])),
)

/** `POST /agency/tokens` */
export const createTokenRequest = z.strictObject({
  name: integrationName,
  /** None but those of the token that asks. */
  scopes: scopeList,
  /** Days from now on, {@link tokenMaxDays} when left out. */
  expiresInDays: z.optional(z.int().check(z.gte(1), z.lte(tokenMaxDays))),
})
export type CreateTokenRequest = z.infer<typeof createTokenRequest>

/** What may be seen of a token; never the token itself. */
const apiToken = z.strictObject({
  id,
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: instant,
  expiresAt: instant,
  /** Exact to the minute; null for one that was never used. */
  lastUsedAt: z.nullable(instant),
})
export type ApiToken = z.infer<typeof apiToken>

/** The reply to `POST /agency/tokens`: `token` is shown this once, a replay of the reply lacks it. */
export const createdTokenResponse = z.strictObject({ ...apiToken.shape, token: z.optional(z.string()) })
export type CreatedToken = z.infer<typeof createdTokenResponse>

/** `GET /agency/tokens` */
export const tokensResponse = pageOf(apiToken)

/** `DELETE /agency/tokens/{id}` */
export const tokenParams = z.strictObject({ id })
