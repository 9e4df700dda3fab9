import type { IncomingHttpHeaders } from 'node:http'
import { idForm } from '@connect/contract/shared/ids'
import { fromZodIssues } from '@connect/contract/shared/issues'
import type { FastifySchemaCompiler } from 'fastify'
import plugin from 'fastify-plugin'
import { createSerializerCompiler } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { Problem } from '../kernel/problem.ts'
import { compiledSchema } from './compiled-schema.ts'
import { readJson } from '../kernel/read-json.ts'

/** Where an issue points when it is not about the body. */
const pointerBases: Readonly<Record<string, readonly string[]>> = {
  querystring: ['query'],
  params: ['path'],
  headers: ['headers'],
}

/** JSON only, checked against the contract; every broken rule is named at once. */
export const validationPlugin = plugin(
  (app, _options, done) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, parsed) => {
      try {
        // Some clients name a type for a body that they do not send.
        const { schema, config } = request.routeOptions
        const takesNone = schema?.body === undefined
        if (takesNone && body.length === 0) {
          parsed(null, undefined)
          return
        }
        const value = readJson(body as Buffer)
        // Where there is no operation at all, that is what has to be said.
        if (takesNone && config.operationId !== undefined) refuseContent(value)
        parsed(null, value)
      } catch (error) {
        parsed(error as Error, undefined)
      }
    })
    app.addHook('onRequest', (request, _reply, next) => {
      // RFC 9112, section 3.2. Node would refuse it too, but without a problem document.
      if (request.headers.host === undefined && request.raw.httpVersion === '1.1')
        next(new Problem('request.malformed'))
      else if (isPlainUtf8(request.headers)) next()
      else next(new Problem('request.media_type'))
    })
    app.setValidatorCompiler(validatorCompiler)
    app.setSerializerCompiler(serializerCompiler)
    done()
  },
  { name: 'validation' },
)

/** Bodies come as they are and in UTF-8 (RFC 8259, section 8.1); anything else would be read wrongly in silence. */
function isPlainUtf8(headers: IncomingHttpHeaders): boolean {
  const { 'content-encoding': encoding = 'identity', 'content-type': type } = headers
  if (encoding !== 'identity') return false
  if (type === undefined) return true
  const charset = /;\s*charset="?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8'
  return ['utf-8', 'utf8'].includes(charset.toLowerCase())
}

/** An operation that takes no body takes an empty object too, and no field. */
function refuseContent(value: unknown): void {
  const { error } = z.strictObject({}).safeParse(value)
  if (error) throw new Problem('request.invalid', { errors: fromZodIssues(error.issues) })
}

const checkedSerializer = createSerializerCompiler()

/**
 * A frozen answer is the same for everybody and for ever: it is checked and written once, down to its bytes. The framework
 * sends bytes as it sends text; its types know of text only.
 */
const serializerCompiler: typeof checkedSerializer = (route) => {
  const { schema } = route
  const serialize = checkedSerializer(
    schema instanceof z.core.$ZodType ? { ...route, schema: compiledSchema(schema) } : route,
  )
  const written = new WeakMap<object, Buffer>()
  return (answer: unknown) => {
    if (typeof answer !== 'object' || answer === null || !Object.isFrozen(answer)) return serialize(answer)
    const bytes = written.get(answer) ?? Buffer.from(serialize(answer))
    written.set(answer, bytes)
    return bytes as unknown as string
  }
}

const validatorCompiler: FastifySchemaCompiler<z.core.$ZodType> = ({ schema, httpPart }) => {
  const base = pointerBases[httpPart ?? ''] ?? []
  return (data: unknown) => {
    if (httpPart === 'body' && data === undefined) return { error: new Problem('request.not_json') }
    const result = z.safeParse(schema, data, { reportInput: true })
    if (result.success) return { value: result.data }
    if (httpPart === 'params' && result.error.issues.every(isOfNoId))
      return { error: new Problem('resource.not_found') }
    return { error: new Problem('request.invalid', { errors: fromZodIssues(result.error.issues, base) }) }
  }
}

/** What has another form than ids have is the id of nothing, and is answered like any other that is nobody's. */
function isOfNoId(issue: z.core.$ZodIssue): boolean {
  return issue.message === idForm
}
