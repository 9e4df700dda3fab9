import {
  captchaChallenge,
  captchaChallengeQuery,
  type CaptchaAction,
  type CaptchaChallenge,
} from '@connect/contract/rooms/captcha'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

/** Makes a challenge of the configured provider. */
export type MakeChallenge = (action: CaptchaAction) => Promise<CaptchaChallenge>

export const captchaRoutes: FastifyPluginAsyncZod<{ readonly challenge: MakeChallenge }> = async (
  app,
  { challenge },
) => {
  app.route({
    method: 'GET',
    url: '/captcha/challenge',
    config: {
      operationId: 'getCaptchaChallenge',
      access: 'public',
      audit: 'none',
      limit: { name: 'captcha-challenges', max: 600, windowSeconds: 60 },
    },
    schema: {
      tags: ['captcha'],
      summary: 'A security check to solve',
      description:
        'With the default provider the answer is an ALTCHA challenge, which the public ALTCHA client library solves as it is. Send the base64 of `{challenge, solution}` as `captcha`. A solution is good once, for 20 minutes, and for the action that it was made for.',
      querystring: captchaChallengeQuery,
      response: { 200: captchaChallenge },
    },
    handler: (request) => challenge(request.query.action),
  })
}
