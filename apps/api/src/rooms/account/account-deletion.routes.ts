import { deleteAccountRequest, deleteAccountResponse } from '@connect/contract/rooms/account-profile'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import { clearSessionCookie } from '../../kernel/session-cookie.ts'
import type { AccountDeletionService } from './account-deletion.service.ts'

const noContent = z.null()

export const accountDeletionRoutes: FastifyPluginAsyncZod<{
  readonly deletion: AccountDeletionService
}> = async (app, { deletion }) => {
  app.route({
    method: 'DELETE',
    url: '/account',
    config: {
      operationId: 'deleteAccount',
      access: 'client',
      audit: 'account.deletion_requested',
      problems: ['account.password_paused'],
    },
    schema: {
      tags: ['account'],
      summary: 'Delete the account',
      description:
        'After a cooling-off, until whose end signing in and `POST /account/restoration` keep it. Ends every session. Says what is kept for good.',
      body: deleteAccountRequest,
      response: { 200: deleteAccountResponse },
    },
    handler: async (request, reply) => {
      const requested = await deletion.request(
        signedInActor(request),
        request.body.password,
        contextOf(request),
      )
      clearSessionCookie(reply)
      return requested
    },
  })

  app.route({
    method: 'POST',
    url: '/account/restoration',
    config: { operationId: 'restoreAccount', access: 'client', audit: 'account.deletion_cancelled' },
    schema: {
      tags: ['account'],
      summary: 'Keep the account after all',
      description: 'Takes a deletion back during its cooling-off. Without one it answers the same.',
      response: { 204: noContent },
    },
    handler: async (request, reply) => {
      await deletion.restore(signedInActor(request), contextOf(request))
      return reply.code(204).send(null)
    },
  })
}
