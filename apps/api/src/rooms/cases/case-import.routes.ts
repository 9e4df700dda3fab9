import { Readable } from 'node:stream'
import { importLine, importLineResult } from '@connect/contract/rooms/case-feed'
import type { FastifySchemaCompiler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { idempotencyKeyOf } from '../../kernel/idempotency-key.ts'
import { Problem } from '../../kernel/problem.ts'
import { contextOf, integratorActor } from '../../kernel/request-context.ts'
import type { CaseImportService } from './case-import.service.ts'

const ndjson = 'application/x-ndjson'

/** Two hours, in milliseconds. */
const longest = 2 * 60 * 60_000

export const caseImportRoutes: FastifyPluginAsyncZod<{
  readonly imports: CaseImportService
}> = async (app, { imports }) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(ndjson, (_request, body, parsed) => {
    parsed(null, body)
  })

  const checkedPart = app.validatorCompiler as FastifySchemaCompiler<unknown>

  app.route({
    method: 'POST',
    url: '/agency/imports',
    // The schema tells of one line; the body as a whole is not read here.
    validatorCompiler: (part) =>
      part.httpPart === 'body' ? (lines: unknown) => ({ value: lines }) : checkedPart(part),
    config: {
      operationId: 'importCases',
      access: 'integrator',
      scope: 'cases:write',
      audit: 'case.imported',
      idempotent: 'by-lines',
      lasts: longest,
    },
    schema: {
      tags: ['cases'],
      summary: 'Tell many cases',
      description:
        'NDJSON: on each line what `PUT /agency/cases/{caseRef}` takes, with its `caseRef`. The answer has a line for each, in the same order and while more are sent. A line that cannot be taken is refused with its number and reason, and the others go through; a case may stand in it again with a newer `asOf` only. Lines are stored some hundred at a time. When an import breaks off, send the same lines under the same key: what was answered is answered again, and it goes on from there. Lines up to 2 MiB, for up to 2 hours, without a pause of more than 30 s.',
      consumes: [ndjson],
      body: importLine,
      response: {
        200: {
          description: 'One result for each line.',
          content: { [ndjson]: { schema: importLineResult } },
        },
      },
    },
    handler: async (request, reply) => {
      const lines: unknown = request.body
      // There is none where not even a type is told: nothing was parsed then.
      if (!(lines instanceof Readable)) throw new Problem('request.not_json')
      const key = idempotencyKeyOf(request)
      const results = await imports.begin(integratorActor(request), key, lines, contextOf(request))
      // Lines are sent as they are; the types know of what the schema describes only.
      return reply.type(ndjson).send(Readable.from(results) as never)
    },
  })
}
