import { changeTypes, documentKinds } from '@connect/contract/changes/change-types'
import { changeTypesResponse } from '@connect/contract/rooms/change-types'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'

/** The same for everybody, and seldom new. */
const cacheControl = 'public, max-age=300'

/** Frozen: it is written once and sent as it is. */
const everyType = Object.freeze(z.parse(changeTypesResponse, { items: changeTypes, documentKinds }))

export const changeTypesRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    method: 'GET',
    url: '/change-types',
    config: { operationId: 'listChangeTypes', access: 'public', audit: 'none', cacheControl },
    schema: {
      tags: ['changes'],
      summary: 'The kinds of change that can be reported',
      description:
        'By group, with what each asks, which documents help, and until when it has to be reported. A question with ' +
        '`when` is asked only where an earlier answer of the same change is one of `is`.',
      response: { 200: changeTypesResponse },
    },
    handler: () => everyType,
  })
}
