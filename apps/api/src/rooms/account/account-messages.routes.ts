import {
  accountMessage,
  accountMessageParams,
  accountMessagesResponse,
  markMessageRequest,
} from '@connect/contract/rooms/account-messages'
import { pageQuery } from '@connect/contract/shared/page'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { AccountMessagesService } from './account-messages.service.ts'

export const accountMessagesRoutes: FastifyPluginAsyncZod<{
  readonly messages: AccountMessagesService
}> = async (app, { messages }) => {
  app.route({
    method: 'GET',
    url: '/account/messages',
    config: { operationId: 'listMessages', access: 'client', audit: 'none' },
    schema: {
      tags: ['account'],
      summary: 'Messages to me',
      description:
        'Newest first. `kind` says what happened, `about` names the report or the file, where there is one; `unread` counts all messages that are not read.',
      querystring: pageQuery,
      response: { 200: accountMessagesResponse },
    },
    handler: (request) => messages.list(signedInActor(request).accountId, request.query),
  })

  app.route({
    method: 'PATCH',
    url: '/account/messages/:id',
    config: {
      operationId: 'markMessage',
      access: 'client',
      audit: 'account.message_read',
      problems: ['resource.not_found'],
    },
    schema: {
      tags: ['account'],
      summary: 'Mark a message',
      description:
        'As read, or as not read. Marking it as it is already changes nothing, so it may be repeated.',
      params: accountMessageParams,
      body: markMessageRequest,
      response: { 200: accountMessage },
    },
    handler: (request) =>
      messages.mark(
        signedInActor(request).accountId,
        { id: request.params.id, read: request.body.read },
        contextOf(request),
      ),
  })
}
