import {
  caseLinkPath,
  caseLinkRequest,
  caseLinkResponse,
  caseLinksResponse,
  type CaseLinkRequest,
} from '@connect/contract/rooms/case-links'
import { pageQuery } from '@connect/contract/shared/page'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { Try } from './association.service.ts'
import type { CaseLinkService } from './case-link.service.ts'

const oneAnswer =
  'Every failure is the same 422 `case_link.not_matched`, at the same time: an unknown client ID, another birth year or other digits, a wrong, used or expired code, a client ID that another account holds or that met its limit. `params.attemptsLeftToday` counts this account’s own tries alone, those with codes apart from those with digits. While many fail everywhere, a security check for `associate` is due (`captcha.required`), and without it nothing is counted.'

export const caseLinkRoutes: FastifyPluginAsyncZod<{ readonly links: CaseLinkService }> = async (
  app,
  { links },
) => {
  app.route({
    method: 'POST',
    url: '/case-links',
    config: {
      operationId: 'createCaseLink',
      access: 'client',
      audit: 'case_link.created',
      idempotent: true,
      captcha: 'associate',
      problems: ['case_link.not_matched'],
    },
    schema: {
      tags: ['cases'],
      summary: 'Associate a case',
      description: `Client ID and birth year with either the last four SSN digits or a one-time code of the agency. ${oneAnswer} One account holds a client ID; a client ID that is one’s own already is confirmed and answered as it is.`,
      body: caseLinkRequest,
      response: { 201: caseLinkResponse },
    },
    handler: (request, reply) => reply.once(201, (commit) => links.link(commit, tryOf(request))),
  })

  app.route({
    method: 'GET',
    url: '/case-links',
    config: { operationId: 'listCaseLinks', access: 'client', audit: 'none' },
    schema: {
      tags: ['cases'],
      summary: 'My associations',
      description:
        'Newest first. `caseId` is the case that was fed last of those that name the person, null when none does any more. `held` after a recovery of the password, until `POST /case-links/{id}/confirmation`.',
      querystring: pageQuery,
      response: { 200: caseLinksResponse },
    },
    handler: (request) => links.list(signedInActor(request), request.query),
  })

  app.route({
    method: 'DELETE',
    url: '/case-links/:id',
    config: {
      operationId: 'removeCaseLink',
      access: 'client',
      audit: 'case_link.removed',
      problems: ['resource.not_found', 'case.held'],
    },
    schema: {
      tags: ['cases'],
      summary: 'Remove an association',
      description:
        'The benefits stay as they are. The client ID can be associated again. After a recovery of the password it is 403 `case.held` until the association is confirmed.',
      params: caseLinkPath,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      await links.remove(signedInActor(request), request.params.id, contextOf(request))
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'POST',
    url: '/case-links/:id/confirmation',
    config: {
      operationId: 'confirmCaseLink',
      access: 'client',
      audit: 'case_link.confirmed',
      captcha: 'associate',
      problems: ['case_link.not_matched', 'resource.not_found'],
    },
    schema: {
      tags: ['cases'],
      summary: 'Show again that a case is mine',
      description: `After a recovery of the password the case answers 403 \`case.held\` until this. ${oneAnswer}`,
      params: caseLinkPath,
      body: caseLinkRequest,
      response: { 200: caseLinkResponse },
    },
    handler: (request) => links.confirm(request.params.id, tryOf(request)),
  })
}

function tryOf(request: FastifyRequest<{ Body: CaseLinkRequest }>): Try {
  return {
    ...contextOf(request),
    accountId: signedInActor(request).accountId,
    shown: request.body,
    captcha: { passed: request.captchaPassed, spend: request.captchaSpend },
  }
}
