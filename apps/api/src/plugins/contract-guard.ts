import { problems, type ProblemCode } from '@connect/contract/problems'
import { problemDocument } from '@connect/contract/shared/problem'
import type {
  FastifyReply,
  FastifyRequest,
  onSendHookHandler,
  preSerializationHookHandler,
  RouteOptions,
} from 'fastify'
import plugin from 'fastify-plugin'
import * as z from 'zod/mini'
import './route-contract.ts'

const nothing = z.strictObject({})

/** Routes outside of the public contract: probes, documentation, the SPA's files. */
const contractPrefix = '/api/v1/'

/**
 * Holds every route of the API to its literal. A route without operationId, access, audit or a declared success does
 * not boot, and a status that was not declared never leaves: Fastify would send it raw, unlisted fields and all.
 */
export const contractGuard = plugin(
  (app, _options, done) => {
    const operationIds = new Set<string>()
    app.addHook('onRoute', (route) => {
      if (!route.url.startsWith(contractPrefix) || route.method === 'HEAD') return
      refuseIncomplete(route, operationIds)
      // What is not declared is refused, also where nothing is.
      route.schema = { querystring: nothing, ...route.schema }
      declareProblems(route)
    })
    // Hooks of the callback kind: an answer that is on its way must not yield to the timer of its own time limit.
    const guard: preSerializationHookHandler & onSendHookHandler = (request, reply, payload, next) => {
      const error = undeclared(request, reply)
      if (error === null) next(null, payload)
      else next(error)
    }
    app.addHook('preSerialization', guard)
    app.addHook('onSend', guard)
    done()
  },
  { name: 'contract-guard' },
)

function refuseIncomplete(route: RouteOptions, operationIds: Set<string>): void {
  const where = `${String(route.method)} ${route.url}`
  const { operationId, access, audit, scope } = route.config ?? {}
  const missing = Object.entries({ operationId, access, audit, response: successStatuses(route)[0] })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name)
  if (missing.length > 0) throw new Error(`${where} lacks ${missing.join(', ')}`)
  if (operationId !== undefined && operationIds.has(operationId))
    throw new Error(`${where}: the operationId ${operationId} is used twice`)
  operationIds.add(operationId ?? '')
  if ((access === 'integrator') !== (scope !== undefined))
    throw new Error(`${where}: an operation has a scope if, and only if, integrators call it`)
  if (route.config?.shownOnce !== undefined && route.config.idempotent !== true)
    throw new Error(`${where} shows something once but stores no reply`)
  if (route.config?.judgesBody !== undefined && route.config.idempotent !== true)
    throw new Error(`${where} judges a body that is refused before`)
  if (
    route.method !== 'GET' &&
    route.method !== 'DELETE' &&
    route.schema?.body === undefined &&
    route.config?.idempotent === true
  ) {
    throw new Error(`${where} is idempotent but declares no body`)
  }
}

function successStatuses(route: RouteOptions): string[] {
  return Object.keys((route.schema?.response as object | undefined) ?? {}).filter((status) =>
    /^2\d\d$/.test(status),
  )
}

function declareProblems(route: RouteOptions): void {
  // The plugins of idempotency and of the security check see a broken request before it is refused.
  if (route.config?.idempotent === true || route.config?.captcha !== undefined) route.attachValidation = true
  const codes = problemsOf(route)
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of codes)
    byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code])
  const declared = Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `${code}: ${problems[code].title}`).join('. '),
        content: { 'application/problem+json': { schema: problemDocument } },
      },
    ]),
  )
  route.schema = { ...route.schema, response: { ...(route.schema?.response as object), ...declared } }
  const statuses = Object.keys(route.schema.response as object).map(Number)
  route.config = { ...route.config, declaredStatuses: new Set([...statuses, 304]) }
}

/** What every operation can answer, by the parts that it has, and what it adds of its own. */
function problemsOf(route: RouteOptions): ProblemCode[] {
  const { config = {}, schema = {} } = route
  const takesInput = schema.querystring !== undefined || schema.params !== undefined
  const mayHaveBody = route.method !== 'GET'
  const limited = config.limit !== undefined
  return [
    ...new Set<ProblemCode>([
      'request.two_credentials',
      'request.timeout',
      'server.error',
      'server.busy',
      'server.unavailable',
      // A body that nobody asked for is read all the same.
      ...(mayHaveBody ? (['request.not_json', 'request.too_large', 'request.media_type'] as const) : []),
      ...(takesInput || mayHaveBody ? (['request.invalid'] as const) : []),
      ...(config.access === 'client' ? (['session.required'] as const) : []),
      ...(config.access === 'integrator'
        ? (['token.required', 'token.scope_missing', 'limit.rate'] as const)
        : []),
      // A cookie is no credential where a token is.
      ...(route.method === 'GET' || config.access === 'integrator' ? [] : (['request.cross_site'] as const)),
      ...(config.idempotent
        ? (['request.header_missing', 'idempotency.in_progress', 'idempotency.key_reused'] as const)
        : []),
      ...(config.captcha === undefined ? [] : (['captcha.required'] as const)),
      ...(limited ? (['limit.rate'] as const) : []),
      ...(config.problems ?? []),
    ]),
  ]
}

function undeclared(request: FastifyRequest, reply: FastifyReply): Error | null {
  const { declaredStatuses, operationId = '' } = request.routeOptions.config
  // This one is said of the address, before any operation: only the method is looked at.
  if (reply.statusCode === problems['request.method_not_allowed'].status) return null
  if (declaredStatuses === undefined || declaredStatuses.has(reply.statusCode)) return null
  return new Error(`${operationId} answered ${String(reply.statusCode)}, which it does not declare`)
}
