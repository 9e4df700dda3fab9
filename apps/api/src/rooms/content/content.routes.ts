import {
  announcementsResponse,
  contactLinesResponse,
  feedbackRequest,
  feedbackResponse,
  formsResponse,
  officesResponse,
} from '@connect/contract/rooms/content'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contextOf } from '../../kernel/request-context.ts'
import type { ContentService } from './content.service.ts'

/** The same for everybody; a change shows within a minute. */
const cacheControl = 'public, max-age=60'

export const contentRoutes: FastifyPluginAsyncZod<{ readonly content: ContentService }> = async (
  app,
  { content },
) => {
  app.route({
    method: 'GET',
    url: '/announcements',
    config: { operationId: 'listAnnouncements', access: 'public', audit: 'none', cacheControl },
    schema: {
      tags: ['content'],
      summary: 'Announcements of the agency',
      description: 'Longer waits, lobby rules and the like, shown as a banner.',
      response: { 200: announcementsResponse },
    },
    handler: () => content.read('announcements'),
  })

  app.route({
    method: 'GET',
    url: '/offices',
    config: { operationId: 'listOffices', access: 'public', audit: 'none', cacheControl },
    schema: {
      tags: ['content'],
      summary: 'Field offices',
      description: 'Where they are, when their lobbies are open and what they do.',
      response: { 200: officesResponse },
    },
    handler: () => content.read('offices'),
  })

  app.route({
    method: 'GET',
    url: '/contact-lines',
    config: { operationId: 'listContactLines', access: 'public', audit: 'none', cacheControl },
    schema: {
      tags: ['content'],
      summary: 'Phone lines and mail',
      description: 'Numbers, hours and the address for mail.',
      response: { 200: contactLinesResponse },
    },
    handler: () => content.read('contact-lines'),
  })

  app.route({
    method: 'GET',
    url: '/forms',
    config: { operationId: 'listForms', access: 'public', audit: 'none', cacheControl },
    schema: {
      tags: ['content'],
      summary: 'Paper forms',
      description: 'Forms that people ask for, by number and language.',
      response: { 200: formsResponse },
    },
    handler: () => content.read('forms'),
  })

  app.route({
    method: 'POST',
    url: '/feedback',
    config: {
      operationId: 'sendFeedback',
      access: 'public',
      audit: 'feedback.sent',
      idempotent: true,
      captcha: 'feedback',
    },
    schema: {
      tags: ['content'],
      summary: 'Tell us about the portal',
      description: 'A security check is needed only after several messages from one address.',
      body: feedbackRequest,
      response: { 201: feedbackResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        content.sendFeedback(commit, request.body, {
          ...contextOf(request),
          captchaPassed: request.captchaPassed,
          captcha: request.captchaSpend,
        }),
      ),
  })
}
