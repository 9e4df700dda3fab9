import { noticeMediaTypes } from '@connect/contract/rooms/case-feed'
import { caseNoticePath, caseNoticesResponse, casePath } from '@connect/contract/rooms/cases'
import { pageQuery } from '@connect/contract/shared/page'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { fileHeaders } from '../../kernel/file-headers.ts'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { CaseNoticesService } from './case-notices.service.ts'

export const caseNoticesRoutes: FastifyPluginAsyncZod<{ readonly notices: CaseNoticesService }> = async (
  app,
  { notices },
) => {
  const problems = ['resource.not_found', 'case.held'] as const

  app.route({
    method: 'GET',
    url: '/cases/:id/notices',
    config: { operationId: 'listCaseNotices', access: 'client', audit: 'none', problems },
    schema: {
      tags: ['cases'],
      summary: 'Letters to a case of mine',
      description:
        'Newest first. `readAt` is when this account opened the letter first; `unread` counts all letters that it has not opened.',
      params: casePath,
      querystring: pageQuery,
      response: { 200: caseNoticesResponse },
    },
    handler: (request) => notices.list(signedInActor(request).accountId, request.params.id, request.query),
  })

  app.route({
    method: 'GET',
    url: '/cases/:id/notices/:noticeId',
    config: { operationId: 'openCaseNotice', access: 'client', audit: 'case.notice_read', problems },
    schema: {
      tags: ['cases'],
      summary: 'A letter to a case of mine',
      description:
        'The file as the agency sent it, of the media type that the list names; text is in UTF-8. From then on it is read, for this account alone.',
      params: caseNoticePath,
      response: {
        200: {
          description: 'The letter.',
          content: Object.fromEntries(noticeMediaTypes.map((type) => [type, { schema: z.file() }])),
        },
      },
    },
    handler: async (request, reply) => {
      const { id: caseId, noticeId } = request.params
      const key = { accountId: signedInActor(request).accountId, caseId, noticeId }
      // Whoever asks for the headers alone has not seen the letter.
      const { mediaType, fileName, content } = await (request.method === 'HEAD'
        ? notices.look(key)
        : notices.open(key, contextOf(request)))
      reply.headers(fileHeaders(fileName))
      // Bytes are sent as they are; the types know of what the schema describes only.
      return reply
        .type(mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType)
        .send(content as never)
    },
  })
}
