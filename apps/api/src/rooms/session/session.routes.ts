import { sessionResponse, signInRequest } from '@connect/contract/rooms/session'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { clearSessionCookie, sessionCookieName, setSessionCookie } from '../../kernel/session-cookie.ts'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
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
      description: 'Sets the session cookie. An unknown user ID and a wrong password get the same answer.',
      body: signInRequest,
      response: { 200: sessionResponse },
    },
    handler: async (request, reply) => {
      const started = await session.signIn(
        request.body,
        contextOf(request),
        request.cookies[sessionCookieName],
      )
      setSessionCookie(reply, started.token)
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
}
