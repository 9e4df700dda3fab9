import { demoHouseholdsResponse } from '@connect/contract/rooms/demo'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { DemoService } from './demo.service.ts'

/** Registered in a demonstration only. */
export const demoRoutes: FastifyPluginAsyncZod<{ readonly demo: DemoService }> = async (app, { demo }) => {
  app.route({
    method: 'GET',
    url: '/demo/households',
    config: { operationId: 'listDemoHouseholds', access: 'public', audit: 'none' },
    schema: {
      tags: ['demo'],
      summary: 'Made-up households',
      description:
        'In a demonstration (`DEMO=1`) only: fictional people with what associates their cases, open to everybody. Elsewhere this path does not exist.',
      response: { 200: demoHouseholdsResponse },
    },
    handler: () => demo.households(),
  })
}
