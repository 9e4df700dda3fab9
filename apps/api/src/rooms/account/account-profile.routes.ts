import {
  changeProfileRequest,
  confirmEmailRequest,
  profileResponse,
} from '@connect/contract/rooms/account-profile'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { entityTag } from '../../kernel/entity-tag.ts'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import { emailConfirmationLimit, type AccountEmailService } from './account-email.service.ts'
import type { AccountProfileService } from './account-profile.service.ts'

const noContent = z.null()

interface AccountProfileOptions {
  readonly profile: AccountProfileService
  readonly email: AccountEmailService
}

export const accountProfileRoutes: FastifyPluginAsyncZod<AccountProfileOptions> = async (
  app,
  { profile, email },
) => {
  app.route({
    method: 'GET',
    url: '/account',
    config: { operationId: 'getAccount', access: 'client', audit: 'none' },
    schema: {
      tags: ['account'],
      summary: 'The profile',
      description: 'Its `ETag` goes into `If-Match` of a change.',
      response: { 200: profileResponse },
    },
    handler: async (request, reply) => {
      const found = await profile.view(signedInActor(request).accountId)
      reply.header('etag', entityTag(found.version))
      return found.profile
    },
  })

  app.route({
    method: 'PATCH',
    url: '/account',
    config: {
      operationId: 'changeAccount',
      access: 'client',
      audit: 'account.profile_changed',
      problems: ['request.version_missing', 'resource.stale', 'limit.rate'],
    },
    schema: {
      tags: ['account'],
      summary: 'Change names, e-mail or language',
      description:
        'What is left out stays. A new e-mail address gets a link and is used when it was opened; null removes the one there is. A change equal to what is stored is answered with 200, whatever `If-Match` says.',
      // Loose: what is not named here is not ours to judge.
      headers: z.looseObject({ 'if-match': z.optional(z.string()) }),
      body: changeProfileRequest,
      response: { 200: profileResponse },
    },
    handler: async (request, reply) => {
      const changed = await profile.change(
        signedInActor(request),
        request.body,
        request.headers['if-match'],
        contextOf(request),
      )
      reply.header('etag', entityTag(changed.version))
      return changed.profile
    },
  })

  app.route({
    method: 'POST',
    url: '/account/email-confirmation',
    config: {
      operationId: 'sendEmailConfirmation',
      access: 'client',
      audit: 'account.email_change_requested',
      problems: ['resource.not_found', 'limit.rate'],
    },
    schema: {
      tags: ['account'],
      summary: 'Send the link to the e-mail address again',
      description: 'To the address that waits for its confirmation; links sent before stop working.',
      response: { 204: noContent },
    },
    handler: async (request, reply) => {
      await email.askAgain(signedInActor(request), contextOf(request))
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'POST',
    url: '/email-confirmations',
    config: {
      operationId: 'confirmEmail',
      access: 'public',
      audit: 'account.email_confirmed',
      limit: emailConfirmationLimit,
      problems: ['email_confirmation.not_found'],
    },
    schema: {
      tags: ['account'],
      summary: 'Confirm an e-mail address',
      description:
        'Takes the token from the fragment of the link, for the account that asked, whoever is signed in. The same token twice is answered the same.',
      body: confirmEmailRequest,
      response: { 204: noContent },
    },
    handler: async (request, reply) => {
      await email.confirm(request.body.token, contextOf(request))
      return reply.code(204).send(null)
    },
  })
}
