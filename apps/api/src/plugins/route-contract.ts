import type { ProblemCode } from '@connect/contract/problems'
import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import type { Scope } from '@connect/contract/rooms/integrations'
import type { AuditEventName } from '../kernel/audit/audit-event.ts'
import type { AddressLimit } from '../kernel/rate-limit.ts'

/** Who may call an operation. */
type Access = 'public' | 'client' | 'integrator'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation's name in the OpenAPI document, the client and the access matrix. */
    operationId?: string
    access?: Access
    /** What the token of an integrator must be good for. */
    scope?: Scope
    /** The event that this operation records, or `none` for one that records nothing. */
    audit?: AuditEventName | 'none'
    /** Problems of the catalogue that this operation adds to those that every one can answer. */
    problems?: readonly ProblemCode[]
    /**
     * Requires an Idempotency-Key and replays the reply; `by-lines`: the room does so, for as much as was done;
     * `by-content`: once the room has read the body itself and says what was in it.
     */
    idempotent?: boolean | 'by-lines' | 'by-content'
    /** The room is given a body that breaks its schema, too (kernel/given-body), and lists that with all else it finds. */
    judgesBody?: true
    /** Fields of the reply that are secrets: what is stored for a replay lacks them. */
    shownOnce?: readonly string[]
    limit?: AddressLimit
    /** How long the whole may take from the head of the request on, in milliseconds, where others end sooner. */
    lasts?: number
    /** In how many milliseconds a body has to arrive that the room reads as it comes, where others have less. */
    arrives?: number
    /** The security check that the body's `captcha` must have been made for. */
    captcha?: CaptchaAction
    /** A read that does not count as activity of the session. */
    keepsSessionIdle?: boolean
    /** Replaces `no-store`; only for what is the same for everybody. */
    cacheControl?: string
    /** Set by the contract guard: what may leave. */
    declaredStatuses?: ReadonlySet<number>
  }
}
