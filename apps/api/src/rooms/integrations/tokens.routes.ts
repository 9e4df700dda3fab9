import {
  createdTokenResponse,
  createTokenRequest,
  tokenParams,
  tokensResponse,
} from '@connect/contract/rooms/integrations'
import { pageQuery } from '@connect/contract/shared/page'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { contextOf, integratorActor } from '../../kernel/request-context.ts'
import type { TokensService } from './tokens.service.ts'

const managed = { access: 'integrator', scope: 'tokens:manage' } as const

export const tokensRoutes: FastifyPluginAsyncZod<{ readonly tokens: TokensService }> = async (
  app,
  { tokens },
) => {
  app.route({
    method: 'GET',
    url: '/agency/tokens',
    config: { operationId: 'listTokens', ...managed, audit: 'none' },
    schema: {
      tags: ['integrations'],
      summary: 'Our tokens',
      description:
        'Those of the integrator that asks, newest first, without the tokens themselves. Expired ones are listed, revoked ones are not. `lastUsedAt` is exact to the minute.',
      querystring: pageQuery,
      response: { 200: tokensResponse },
    },
    handler: (request) => tokens.list(integratorActor(request), request.query),
  })

  app.route({
    method: 'POST',
    url: '/agency/tokens',
    config: {
      operationId: 'createToken',
      ...managed,
      audit: 'token.created',
      idempotent: true,
      shownOnce: ['token'],
    },
    schema: {
      tags: ['integrations'],
      summary: 'A new token',
      description:
        'Of the integrator that asks, with scopes that the token that asks has, for at most 90 days. `token` is shown this once: the answer to the same `Idempotency-Key` lacks it. To rotate, create one, take it into use, and delete the old one; both are good meanwhile.',
      body: createTokenRequest,
      response: { 201: createdTokenResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        tokens.create(commit, integratorActor(request), request.body, contextOf(request)),
      ),
  })

  app.route({
    method: 'DELETE',
    url: '/agency/tokens/:id',
    config: {
      operationId: 'revokeToken',
      ...managed,
      audit: 'token.revoked',
      problems: ['resource.not_found'],
    },
    schema: {
      tags: ['integrations'],
      summary: 'Revoke a token',
      description: 'At once, on every instance; also the one that asks.',
      params: tokenParams,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      await tokens.revoke(integratorActor(request), request.params.id, contextOf(request))
      return reply.code(204).send(null)
    },
  })
}
