import {
  deviceSessionParams,
  deviceSessionsResponse,
  sessionResponse,
  signInRequest,
} from '@connect/contract/rooms/session'
import { pageQuery } from '@connect/contract/shared/page'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { clearSessionCookie, sessionCookieName, setSessionCookie } from '../../kernel/session-cookie.ts'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import { deviceCookieName, setDeviceCookie } from './own-device.cookie.ts'
import type { SessionService } from './session.service.ts'

const noContent = z.null()

export const sessionRoutes: FastifyPluginAsyncZod<{ readonly session: SessionService }> = async (
  app,
  { session },
) => {
  app.route({
    method: 'POST',
    url: '/session',
    config: {
      operationId: 'signIn',
      access: 'public',
      audit: 'session.started',
      captcha: 'sign-in',
      problems: ['session.invalid_credentials', 'limit.rate'],
    },
    schema: {
      tags: ['session'],
      summary: 'Sign in',
      description:
        'Sets the session cookie. An unknown user ID, a wrong password, and one that may not be tried now get the same answer: after 5 failures in a row follow pauses of 1 minute, doubling to 15, and after 50 only a recovery or the agency opens the account. After 3 failures a security check is due (`captcha.required`), whether anybody has the user ID or not. With `ownDevice` the browser gets a marker for 180 days, and others cannot lock its owner out on it.',
      body: signInRequest,
      response: { 200: sessionResponse },
    },
    handler: async (request, reply) => {
      const started = await session.signIn(request.body, {
        ...contextOf(request),
        previousToken: request.cookies[sessionCookieName],
        deviceToken: request.cookies[deviceCookieName],
        captcha: { passed: request.captchaPassed, spend: request.captchaSpend },
      })
      setSessionCookie(reply, started.token)
      if (started.deviceToken !== null) setDeviceCookie(reply, started.deviceToken)
      return started.session
    },
  })

  app.route({
    method: 'GET',
    url: '/session',
    config: { operationId: 'getSession', access: 'client', audit: 'none', keepsSessionIdle: true },
    schema: {
      tags: ['session'],
      summary: 'Who is signed in, and until when',
      description: 'Does not count as activity.',
      response: { 200: sessionResponse },
    },
    handler: (request) => session.view(signedInActor(request).sessionId),
  })

  app.route({
    method: 'POST',
    url: '/session/extension',
    config: { operationId: 'extendSession', access: 'client', audit: 'none' },
    schema: {
      tags: ['session'],
      summary: 'Stay signed in',
      description: 'Starts the idle time anew.',
      response: { 200: sessionResponse },
    },
    handler: (request) => session.extend(signedInActor(request).sessionId),
  })

  app.route({
    method: 'DELETE',
    url: '/session',
    config: { operationId: 'signOut', access: 'public', audit: 'session.ended' },
    schema: {
      tags: ['session'],
      summary: 'Sign out',
      description: 'Ends the session and expires its cookie. Without a session it answers the same.',
      response: { 204: noContent },
    },
    handler: async (request, reply) => {
      await session.signOut(request.cookies[sessionCookieName], contextOf(request))
      clearSessionCookie(reply)
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'GET',
    url: '/account/sessions',
    config: { operationId: 'listSessions', access: 'client', audit: 'none' },
    schema: {
      tags: ['session'],
      summary: 'Where I am signed in',
      description:
        'Newest first. `device` is browser and system as codes, such as `chrome.android`; `place` compares networks and tells nothing else of where.',
      querystring: pageQuery,
      response: { 200: deviceSessionsResponse },
    },
    handler: (request) => session.list(signedInActor(request), request.query, contextOf(request)),
  })

  app.route({
    method: 'DELETE',
    url: '/account/sessions/:id',
    config: {
      operationId: 'revokeSession',
      access: 'client',
      audit: 'session.revoked',
      problems: ['resource.not_found'],
    },
    schema: {
      tags: ['session'],
      summary: 'Sign out there',
      description: 'Ends the session at once, and forgets that its browser is an own device.',
      params: deviceSessionParams,
      response: { 204: noContent },
    },
    handler: async (request, reply) => {
      const actor = signedInActor(request)
      await session.revoke(actor, request.params.id, contextOf(request))
      if (request.params.id === actor.sessionId) clearSessionCookie(reply)
      return reply.code(204).send(null)
    },
  })
}
