import { combineDocumentsRequest } from '@connect/contract/rooms/document-combination'
import { documentResponse } from '@connect/contract/rooms/documents'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { DocumentCombinationService } from './document-combination.service.ts'

export const documentCombinationRoutes: FastifyPluginAsyncZod<{
  readonly combinations: DocumentCombinationService
}> = async (app, { combinations }) => {
  app.route({
    method: 'POST',
    url: '/documents/combinations',
    config: {
      operationId: 'combineDocuments',
      access: 'client',
      audit: 'document.received',
      idempotent: true,
      problems: ['case.held'],
    },
    schema: {
      tags: ['documents'],
      summary: 'Make one PDF of several photos',
      description:
        'Of 2 to 20 pictures of mine that are `ready` and went with nothing yet, a page for each in the order given, scaled down where they would be more than 10 MiB together. The PDF is `ready` at once, and takes their place: the pictures are gone when it is there. It counts nothing for the day.',
      body: combineDocumentsRequest,
      response: { 201: documentResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        combinations.combine(commit, signedInActor(request).accountId, request.body, contextOf(request)),
      ),
  })
}
