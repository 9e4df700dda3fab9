import {
  recoverPasswordRequest,
  recoveryAnswersRequest,
  recoveryAnswersResponse,
  recoveryPath,
  startRecoveryRequest,
  startRecoveryResponse,
  userIdReminderRequest,
  userIdReminderResponse,
} from '@connect/contract/rooms/recovery'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import type { AddressLimit } from '../../kernel/rate-limit.ts'
import { contextOf } from '../../kernel/request-context.ts'
import { browserOf, clearRecoveryCookie, setRecoveryCookie } from './recovery.cookie.ts'
import type { RecoveryService } from './recovery.service.ts'
import type { ReminderService } from './reminder.service.ts'
import type { ResetService } from './reset.service.ts'

interface RecoveryRoom {
  readonly recovery: RecoveryService
  readonly reset: ResetService
  readonly reminder: ReminderService
}

/** How often one address may begin, answer, and ask for user IDs (docs/security.md). */
const starts: AddressLimit = { name: 'recoveries', max: 20, windowSeconds: 60 }
const submissions: AddressLimit = { name: 'recovery-submissions', max: 20, windowSeconds: 60 }
const reminders: AddressLimit = { name: 'user-id-reminders', max: 20, windowSeconds: 60 }

const noContent = z.null()

export const recoveryRoutes: FastifyPluginAsyncZod<RecoveryRoom> = async (
  app,
  { recovery, reset, reminder },
) => {
  app.route({
    method: 'POST',
    url: '/recoveries',
    config: {
      operationId: 'startRecovery',
      access: 'public',
      audit: 'recovery.started',
      captcha: 'recover',
      limit: starts,
    },
    schema: {
      tags: ['recovery'],
      summary: 'Begin to recover a password',
      description:
        'Says which secret questions to ask, and sets a cookie that the next two steps need. ' +
        'A user ID that no one has gets five questions too, always the same.',
      body: startRecoveryRequest,
      response: { 201: startRecoveryResponse },
    },
    handler: async (request, reply) => {
      const started = await recovery.start(request.body, {
        ...contextOf(request),
        captcha: request.captchaSpend,
        browser: browserOf(request),
      })
      setRecoveryCookie(reply, started.browser)
      return reply.code(201).send(started.recovery)
    },
  })

  app.route({
    method: 'POST',
    url: '/recoveries/:id/answers',
    config: {
      operationId: 'answerRecovery',
      access: 'public',
      audit: 'recovery.answered',
      limit: submissions,
      problems: ['recovery.answers_rejected', 'recovery.limit', 'resource.not_found'],
    },
    schema: {
      tags: ['recovery'],
      summary: 'Answer the secret questions',
      description:
        'Four right answers of the five give a token that is good once, for 15 minutes, in this browser. ' +
        'Which ones were right is never told. Five submissions in 24 hours count for one user ID, and ten in all ' +
        'until its password is recovered.',
      params: recoveryPath,
      body: recoveryAnswersRequest,
      response: { 200: recoveryAnswersResponse },
    },
    handler: (request) =>
      recovery.answer(request.params.id, request.body, browserOf(request), contextOf(request)),
  })

  app.route({
    method: 'PUT',
    url: '/recoveries/:id/password',
    config: {
      operationId: 'recoverPassword',
      access: 'public',
      audit: 'recovery.completed',
      limit: submissions,
      problems: ['resource.not_found', 'recovery.token_rejected'],
    },
    schema: {
      tags: ['recovery'],
      summary: 'Set the new password',
      description:
        'The rules are those of creating an account, and it may not be the current one. Signs no one in, and ends ' +
        'every session of the account and every token that is pending.',
      params: recoveryPath,
      body: recoverPasswordRequest,
      response: { 204: noContent },
    },
    handler: async (request, reply) => {
      await reset.setPassword(request.params.id, request.body, browserOf(request), contextOf(request))
      clearRecoveryCookie(reply)
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'POST',
    url: '/user-id-reminders',
    config: {
      operationId: 'remindUserId',
      access: 'public',
      audit: 'recovery.user_id_reminded',
      captcha: 'remind',
      limit: reminders,
    },
    schema: {
      tags: ['recovery'],
      summary: 'Ask for a forgotten user ID by e-mail',
      description:
        'The answer is the same, and takes the same time, whether the address is known here or not.',
      body: userIdReminderRequest,
      response: { 202: userIdReminderResponse },
    },
    handler: async (request, reply) => {
      await reminder.remind(request.body, { ...contextOf(request), captcha: request.captchaSpend })
      return reply.code(202).send({})
    },
  })
}
