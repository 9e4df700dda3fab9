import { randomUUID } from 'node:crypto'
import http, { type RequestListener, type Server as HttpServer } from 'node:http'
import https from 'node:https'
import cookie from '@fastify/cookie'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Dependencies } from './deps.ts'
import { Problem } from './kernel/problem.ts'
import { bearerPlugin } from './plugins/bearer.ts'
import { captchaGuard } from './plugins/captcha-guard.ts'
import { answerClientError, followAnswers } from './plugins/client-errors.ts'
import { contractGuard } from './plugins/contract-guard.ts'
import { docsViewer } from './plugins/docs-viewer.ts'
import { drainingPlugin } from './plugins/draining.ts'
import { headersPlugin, securityHeaders } from './plugins/headers.ts'
import { idempotencyPlugin } from './plugins/idempotency.ts'
import { accessLog } from './plugins/metrics.ts'
import { notFoundPlugin } from './plugins/not-found.ts'
import { openapiPlugin } from './plugins/openapi.ts'
import { originPlugin } from './plugins/origin.ts'
import { probesPlugin } from './plugins/probes.ts'
import { problemsPlugin, sendProblem } from './plugins/problems.ts'
import { rateLimitPlugin } from './plugins/rate-limit.ts'
import { sessionPlugin } from './plugins/session.ts'
import { timeLimitPlugin } from './plugins/time-limit.ts'
import { validationPlugin } from './plugins/validation.ts'
import { webFiles } from './plugins/web-files.ts'
import { ownAccountRoutes } from './rooms/account/account-own.routes.ts'
import { accountMessagesRoutes } from './rooms/account/account-messages.routes.ts'
import { accountRoutes } from './rooms/account/account.routes.ts'
import { captchaRoutes } from './rooms/captcha/captcha.routes.ts'
import { caseAssociationRoutes } from './rooms/cases/case-association.routes.ts'
import { caseFeedingRoutes } from './rooms/cases/case-feeding.routes.ts'
import { caseReadingRoutes } from './rooms/cases/case-reading.routes.ts'
import { agencyReportRoutes } from './rooms/changes/agency-report.routes.ts'
import { changeTypesRoutes } from './rooms/changes/change-types.routes.ts'
import { changeReportRoutes } from './rooms/changes/change-report.routes.ts'
import { contentRoutes } from './rooms/content/content.routes.ts'
import { documentsRoutes } from './rooms/documents/documents.routes.ts'
import { demoRoutes } from './rooms/demo/demo.routes.ts'
import { tokensRoutes } from './rooms/integrations/tokens.routes.ts'
import { outboxRoutes } from './rooms/outbox/outbox.routes.ts'
import { receiptsRoutes } from './rooms/receipts/receipts.routes.ts'
import { recoveryRoutes } from './rooms/recovery/recovery.routes.ts'
import { sessionRoutes } from './rooms/session/session.routes.ts'

interface ServerTimes {
  readonly keepAliveTimeout?: number
  readonly requestTimeout?: number
}

/** One of Node's two servers: Fastify's types want to know which, and here the settings decide. */
function createServer(
  handler: RequestListener,
  { keepAliveTimeout, requestTimeout }: ServerTimes,
  tls: AppOptions['tls'],
): HttpServer {
  // Without a Host header too, it is us who answer.
  const times = {
    keepAliveTimeout: keepAliveTimeout ?? 0,
    requestTimeout: requestTimeout ?? 0,
    headersTimeout: limits.headersTimeout,
    requireHostHeader: false,
  }
  const server = tls ? https.createServer({ ...times, ...tls }, handler) : http.createServer(times, handler)
  server.setTimeout(limits.connectionTimeout)
  followAnswers(server)
  // Expectations that nobody knows are ignored (RFC 9110, section 10.1.1); Node's own answer has none of our headers.
  server.on('checkExpectation', handler)
  return server
}

const api = { prefix: '/api/v1' }

/** Sizes in bytes, times in milliseconds (docs/api.md). */
const limits = {
  bodyLimit: 64 * 1024,
  /** A silent connection ends after those who wait for the rest of a request have said so. */
  connectionTimeout: 35_000,
  /** For the head of a request. */
  headersTimeout: 30_000,
  /** For its body, where the operation says nothing else; without a byte of it, where it does. */
  bodyTimeout: 30_000,
  /** For the whole of the longest request, an import. */
  requestTimeout: 2 * 60 * 60_000,
  /** From the last byte of a request to its answer, which is promised within 5 s. */
  timeLimit: 4_500,
  keepAliveTimeout: 65_000,
}

export interface AppOptions {
  readonly logger: FastifyBaseLogger
  readonly tls?: { readonly key: string; readonly cert: string } | undefined
}

/** The whole service, ready to listen. Plugins run in the order in which they stand here. */
export async function buildApp(deps: Dependencies, { logger, tls }: AppOptions): Promise<FastifyInstance> {
  const { config } = deps
  const secure = config.https || deps.publicUrl().startsWith('https:')
  const app: FastifyInstance = Fastify({
    bodyLimit: limits.bodyLimit,
    connectionTimeout: limits.connectionTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // Addresses that the router cannot read, such as broken percent-encoding.
    // No hook runs for them.
    frameworkErrors: (_error, request, reply) => {
      reply.headers({ ...securityHeaders(secure, deps.captchaSources), 'x-request-id': request.id })
      void sendProblem(request, reply, new Problem('resource.not_found'))
    },
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    clientErrorHandler: (error, socket) => {
      answerClientError(error, socket, { secure, captchaSources: deps.captchaSources })
    },
    return503OnClosing: false,
    serverFactory: (handler, options) => createServer(handler, options, tls),
  })

  // Methods that the framework leaves out would have no answer at all.
  for (const method of http.METHODS) if (!app.supportedMethods.includes(method)) app.addHttpMethod(method)

  await app.register(headersPlugin, { secure, captchaSources: deps.captchaSources })
  await app.register(problemsPlugin)
  await app.register(drainingPlugin, { draining: deps.draining })
  await app.register(timeLimitPlugin, {
    arriving: limits.bodyTimeout,
    silent: limits.bodyTimeout,
    answering: limits.timeLimit,
  })
  await app.register(validationPlugin)
  await app.register(accessLog, { metrics: deps.metrics })
  await app.register(notFoundPlugin, { hasPages: deps.hasPages })
  await app.register(cookie)
  await app.register(originPlugin, { publicUrl: deps.publicUrl })
  await app.register(rateLimitPlugin, { rateLimits: deps.rateLimits })
  await app.register(sessionPlugin, { findLiveSession: deps.session.findLive })
  await app.register(bearerPlugin, { identifyToken: deps.identifyToken })
  await app.register(idempotencyPlugin, deps)
  await app.register(captchaGuard, { captcha: deps.captcha })
  await app.register(contractGuard)
  await app.register(openapiPlugin)
  await app.register(probesPlugin, {
    isReady: deps.isReady,
    metrics: deps.metrics,
    metricsToken: config.metricsToken,
  })
  await app.register(docsViewer)

  await app.register(accountRoutes, { ...api, account: deps.account })
  await app.register(ownAccountRoutes, { ...api, ownAccount: deps.ownAccount })
  await app.register(accountMessagesRoutes, { ...api, messages: deps.messages })
  await app.register(sessionRoutes, { ...api, session: deps.session })
  await app.register(recoveryRoutes, { ...api, ...deps.recovery })
  await app.register(captchaRoutes, { ...api, challenge: deps.captcha.challenge })
  await app.register(caseAssociationRoutes, { ...api, caseAssociation: deps.caseAssociation })
  await app.register(caseFeedingRoutes, { ...api, caseFeeding: deps.caseFeeding })
  await app.register(caseReadingRoutes, { ...api, caseReading: deps.caseReading })
  await app.register(changeTypesRoutes, api)
  await app.register(changeReportRoutes, { ...api, changeReporting: deps.changeReporting })
  await app.register(agencyReportRoutes, { ...api, agencyReports: deps.agencyReports })
  await app.register(documentsRoutes, { ...api, documents: deps.documents })
  await app.register(receiptsRoutes, { ...api, receipts: deps.receipts })
  await app.register(contentRoutes, { ...api, content: deps.content })
  await app.register(tokensRoutes, { ...api, tokens: deps.tokens })
  if (config.demo) {
    await app.register(outboxRoutes, { ...api, outbox: deps.outbox })
    await app.register(demoRoutes, { ...api, demo: deps.demo })
  }
  if (deps.hasPages) await app.register(webFiles, { root: config.webRoot })
  return app
}
