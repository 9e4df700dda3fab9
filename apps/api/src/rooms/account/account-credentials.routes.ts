import { changePasswordRequest, changeSecretQuestionsRequest } from '@connect/contract/rooms/account-profile'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { AccountCredentialsService } from './account-credentials.service.ts'

const noContent = z.null()

export const accountCredentialsRoutes: FastifyPluginAsyncZod<{
  readonly credentials: AccountCredentialsService
}> = async (app, { credentials }) => {
  app.route({
    method: 'PUT',
    url: '/account/password',
    config: {
      operationId: 'changePassword',
      access: 'client',
      audit: 'account.password_changed',
      problems: ['account.password_paused'],
    },
    schema: {
      tags: ['account'],
      summary: 'Change the password',
      description:
        'Under the rules of creation, and not to the one in force. Ends every other session and every link and recovery that waits.',
      body: changePasswordRequest,
      response: { 204: noContent },
    },
    handler: async (request, reply) => {
      await credentials.changePassword(signedInActor(request), request.body, contextOf(request))
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'PUT',
    url: '/account/secret-questions',
    config: {
      operationId: 'changeSecretQuestions',
      access: 'client',
      audit: 'account.secret_questions_changed',
      problems: ['account.password_paused'],
    },
    schema: {
      tags: ['account'],
      summary: 'Change the secret questions',
      description: 'All of them, under the rules of creation: answers are kept together.',
      body: changeSecretQuestionsRequest,
      response: { 204: noContent },
    },
    handler: async (request, reply) => {
      await credentials.changeSecretQuestions(signedInActor(request), request.body, contextOf(request))
      return reply.code(204).send(null)
    },
  })
}
