import {
  casePath,
  fedCase,
  fedNotice,
  feedBytes,
  noticePath,
  storedCaseResponse,
  storedNoticeResponse,
} from '@connect/contract/rooms/case-feed'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contextOf, integratorActor } from '../../kernel/request-context.ts'
import type { CaseFeedService } from './case-feed.service.ts'
import type { CaseNoticeFeedService } from './case-notice-feed.service.ts'

const told = { access: 'integrator', scope: 'cases:write' } as const

export const caseFeedRoutes: FastifyPluginAsyncZod<{
  readonly feed: CaseFeedService
  readonly notices: CaseNoticeFeedService
}> = async (app, { feed, notices }) => {
  app.route({
    method: 'PUT',
    url: '/agency/cases/:caseRef',
    bodyLimit: feedBytes,
    config: { operationId: 'putCase', ...told, audit: 'case.stored', problems: ['case.stale'] },
    schema: {
      tags: ['cases'],
      summary: 'Tell a case',
      description:
        'The whole of it, in place of what was told before. `caseRef` is a reference of your own, never a personal identifier, and nobody else’s. A state that is older than the stored one is refused with 409 `case.stale`; of two at once the newer one stays. Up to 2 MiB.',
      params: casePath,
      body: fedCase,
      response: { 200: storedCaseResponse, 201: storedCaseResponse },
    },
    handler: async (request, reply) => {
      const { caseRef } = request.params
      const { created, stored } = await feed.put(
        integratorActor(request),
        caseRef,
        request.body,
        contextOf(request),
      )
      return reply.code(created ? 201 : 200).send(stored)
    },
  })

  app.route({
    method: 'PUT',
    url: '/agency/cases/:caseRef/notices/:noticeRef',
    bodyLimit: feedBytes,
    config: {
      operationId: 'putCaseNotice',
      ...told,
      audit: 'case.notice_stored',
      problems: ['resource.not_found'],
    },
    schema: {
      tags: ['cases'],
      summary: 'Tell a letter of a case',
      description:
        'As PDF or as text in UTF-8, up to 2 MiB with all that is around it. A letter that takes the place of another one and says something else is unread again.',
      params: noticePath,
      body: fedNotice,
      response: { 200: storedNoticeResponse, 201: storedNoticeResponse },
    },
    handler: async (request, reply) => {
      const { created, stored } = await notices.put(
        integratorActor(request),
        request.params,
        request.body,
        contextOf(request),
      )
      return reply.code(created ? 201 : 200).send(stored)
    },
  })
}
