import { Readable } from 'node:stream'
import { documentMediaTypes, documentPath, documentResponse } from '@connect/contract/rooms/documents'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { wholeFileHeaders } from '../../kernel/file-headers.ts'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { DocumentReadingService } from './document-reading.service.ts'

export const documentReadingRoutes: FastifyPluginAsyncZod<{
  readonly reading: DocumentReadingService
}> = async (app, { reading }) => {
  const problems = ['resource.not_found', 'case.held'] as const

  app.route({
    method: 'GET',
    url: '/documents/:id',
    config: {
      operationId: 'getDocument',
      access: 'client',
      audit: 'none',
      // Pages ask again and again while a file is checked.
      keepsSessionIdle: true,
      problems,
    },
    schema: {
      tags: ['documents'],
      summary: 'A file of mine',
      description:
        'How far it is: `received`, `checking`, then `ready`, or `refused` with the reason. Asking does not keep the session.',
      params: documentPath,
      response: { 200: documentResponse },
    },
    handler: (request) =>
      reading.view({ accountId: signedInActor(request).accountId, documentId: request.params.id }),
  })

  app.route({
    method: 'GET',
    url: '/documents/:id/content',
    config: {
      operationId: 'openDocument',
      access: 'client',
      audit: 'none',
      problems: [...problems, 'document.not_ready'],
    },
    schema: {
      tags: ['documents'],
      summary: 'What a file of mine holds',
      description:
        'As readers are given it: a picture without what cameras note in it, such as the place, and a HEIC as a JPEG. Once it is `ready`.',
      params: documentPath,
      response: {
        200: {
          description: 'The file.',
          content: Object.fromEntries(documentMediaTypes.map((type) => [type, { schema: z.file() }])),
        },
      },
    },
    handler: async (request, reply) => {
      const { accountId } = signedInActor(request)
      const file = await reading.open({ accountId, documentId: request.params.id })
      const content = request.method === 'HEAD' ? Readable.from([]) : await file.open()
      reply.headers(wholeFileHeaders(file))
      // Bytes are sent as they are; the types know of what the schema describes only.
      return reply.type(file.mediaType).send(content as never)
    },
  })

  app.route({
    method: 'DELETE',
    url: '/documents/:id',
    config: {
      operationId: 'deleteDocument',
      access: 'client',
      audit: 'document.deleted',
      problems: [...problems, 'document.submitted'],
    },
    schema: {
      tags: ['documents'],
      summary: 'Delete a file of mine',
      description: 'Until it went with a submission. What it counted for the day stays counted.',
      params: documentPath,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      const key = { accountId: signedInActor(request).accountId, documentId: request.params.id }
      await reading.remove(key, contextOf(request))
      return reply.code(204).send(null)
    },
  })
}
