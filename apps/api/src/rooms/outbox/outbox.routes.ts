import { outboxResponse } from '@connect/contract/rooms/outbox'
import { pageQuery } from '@connect/contract/shared/page'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { OutboxService } from './outbox.service.ts'

/** Registered in a demonstration only. */
export const outboxRoutes: FastifyPluginAsyncZod<{ readonly outbox: OutboxService }> = async (
  app,
  { outbox },
) => {
  app.route({
    method: 'GET',
    url: '/demo/outbox',
    config: { operationId: 'listOutbox', access: 'public', audit: 'none' },
    schema: {
      tags: ['demo'],
      summary: 'E-mails that were not sent',
      description:
        'In a demonstration (`DEMO=1`) without a mail server only: what would have gone out, newest first, open to everybody. Elsewhere this path does not exist.',
      querystring: pageQuery,
      response: { 200: outboxResponse },
    },
    handler: (request) => outbox.list(request.query),
  })
}
