import { Readable } from 'node:stream'
import { documentResponse } from '@connect/contract/rooms/documents'
import { uploadRequest } from '@connect/contract/rooms/document-upload'
import type { FastifySchemaCompiler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { idempotencyKeyOf } from '../../kernel/idempotency-key.ts'
import { Problem } from '../../kernel/problem.ts'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { DocumentUploadService } from './document-upload.service.ts'

const form = 'multipart/form-data'

/** A quarter of an hour, in milliseconds: photos from a slow phone. */
const longest = 15 * 60_000

export const documentUploadRoutes: FastifyPluginAsyncZod<{
  readonly uploads: DocumentUploadService
}> = async (app, { uploads }) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(form, (_request, body, parsed) => {
    parsed(null, body)
  })
  const checkedPart = app.validatorCompiler as FastifySchemaCompiler<unknown>
  app.route({
    method: 'POST',
    url: '/documents',
    // The schema tells of the parts; the body is read as it comes, and judged then.
    validatorCompiler: (part) =>
      part.httpPart === 'body' ? (body: unknown) => ({ value: body }) : checkedPart(part),
    config: {
      operationId: 'createDocument',
      access: 'client',
      audit: 'document.received',
      idempotent: 'by-content',
      arrives: longest,
      problems: ['request.not_multipart', 'case.held', 'document.day_limit', 'document.unsubmitted_limit'],
    },
    schema: {
      tags: ['documents'],
      summary: 'Send a file',
      description:
        'A PDF, JPEG, PNG or HEIC of up to 10 MiB; `kind` says what it proves, and may come before the file or after it. Up to 15 minutes, without a pause of more than 30 s; 200 MiB in 24 hours, 500 MiB that are not submitted. The name is kept for showing, without what cannot be seen. `sha256` is of the bytes as they came. Afterwards the file is checked: ask for it until it is `ready` or `refused`. The same key with the same fields and the same file gives the same reply.',
      consumes: [form],
      body: uploadRequest,
      response: { 201: documentResponse },
    },
    handler: async (request, reply) => {
      const body: unknown = request.body
      const { 'content-type': contentType = '', 'content-length': length } = request.headers
      // There is none where not even a type is told: nothing was parsed then.
      if (!(body instanceof Readable)) throw new Problem('request.not_multipart')
      idempotencyKeyOf(request)
      const sent = {
        owner: signedInActor(request),
        body,
        contentType,
        length: length === undefined ? undefined : Number(length),
        isAnswered: await reply.isStored(),
      }
      return uploads.receive(sent, contextOf(request), (content, work) => reply.once(201, work, content))
    },
  })
}
