import { activityResponse } from '@connect/contract/rooms/account-profile'
import { pageQuery } from '@connect/contract/shared/page'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { AccountActivityService } from './account-activity.service.ts'

export const accountActivityRoutes: FastifyPluginAsyncZod<{
  readonly activity: AccountActivityService
}> = async (app, { activity }) => {
  app.route({
    method: 'GET',
    url: '/account/activity',
    config: { operationId: 'listActivity', access: 'client', audit: 'none' },
    schema: {
      tags: ['account'],
      summary: 'What happened to the account',
      description:
        'Newest first: sign-ins, right and wrong, and every change. `place` compares networks with that of the request; nothing else is known of a place.',
      querystring: pageQuery,
      response: { 200: activityResponse },
    },
    handler: (request) => activity.list(signedInActor(request).accountId, request.query, contextOf(request)),
  })
}
