import { currentAgreement } from '@connect/contract/credentials/agreement'
import { secretQuestionCount, secretQuestions } from '@connect/contract/credentials/secret-questions'
import {
  accountResponse,
  agreementResponse,
  createAccountRequest,
  secretQuestionsResponse,
  userIdCheckRequest,
  userIdCheckResponse,
} from '@connect/contract/rooms/account'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contextOf } from '../../kernel/request-context.ts'
import { userIdChecks, type AccountService } from './account.service.ts'

/** The same for everybody, and seldom new. */
const cacheControl = 'public, max-age=300'

const questions = Object.freeze({ required: secretQuestionCount, items: [...secretQuestions] })
const agreement = Object.freeze({ ...currentAgreement })

export const accountRoutes: FastifyPluginAsyncZod<{ readonly account: AccountService }> = async (
  app,
  { account },
) => {
  app.route({
    method: 'GET',
    url: '/secret-questions',
    config: { operationId: 'listSecretQuestions', access: 'public', audit: 'none', cacheControl },
    schema: {
      tags: ['account'],
      summary: 'The secret questions to choose from',
      description: 'Each account has `required` different ones.',
      response: { 200: secretQuestionsResponse },
    },
    handler: () => questions,
  })

  app.route({
    method: 'GET',
    url: '/agreements/current',
    config: { operationId: 'getCurrentAgreement', access: 'public', audit: 'none', cacheControl },
    schema: {
      tags: ['account'],
      summary: 'The user acceptance agreement in force',
      description: 'Its `version` goes into the request that creates an account.',
      response: { 200: agreementResponse },
    },
    handler: () => agreement,
  })

  app.route({
    method: 'POST',
    url: '/user-id-checks',
    config: {
      operationId: 'checkUserId',
      access: 'public',
      audit: 'none',
      limit: userIdChecks,
    },
    schema: {
      tags: ['account'],
      summary: 'Whether a user ID may be chosen',
      description:
        'Names every broken rule by its code, and three free user IDs when this one may not be chosen.',
      body: userIdCheckRequest,
      response: { 200: userIdCheckResponse },
    },
    handler: (request) => account.checkUserId(request.body),
  })

  app.route({
    method: 'POST',
    url: '/accounts',
    config: {
      operationId: 'createAccount',
      access: 'public',
      audit: 'account.created',
      idempotent: true,
      captcha: 'register',
      problems: ['account.user_id_taken', 'limit.rate'],
    },
    schema: {
      tags: ['account'],
      summary: 'Create a MyAccount',
      description: 'Creates everything at once or nothing. Does not sign in.',
      body: createAccountRequest,
      response: { 201: accountResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        account.create(commit, request.body, { ...contextOf(request), captcha: request.captchaSpend }),
      ),
  })
}
