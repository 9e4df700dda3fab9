import swagger from '@fastify/swagger'
import { problemDocument } from '@connect/contract/shared/problem'
import type { FastifyContextConfig } from 'fastify'
import plugin from 'fastify-plugin'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { withBodyByType } from './body-by-type.ts'
import './route-contract.ts'

/** Schemas that the document names once and refers to. */
const schemaRegistry = z.registry<{ id?: string }>()
schemaRegistry.add(problemDocument, { id: 'Problem' })

const tags = [
  { name: 'account', description: 'Creating a MyAccount, and owning it' },
  { name: 'session', description: 'Signing in and out' },
  { name: 'recovery', description: 'A new password, and a forgotten user ID' },
  { name: 'cases', description: 'The case: fed, associated and shown' },
  { name: 'changes', description: 'Changes: reported, proved and decided' },
  { name: 'documents', description: 'Files: received, checked and given back' },
  { name: 'receipts', description: 'What proves that something was submitted, and whether it does' },
  { name: 'captcha', description: 'The security check' },
  { name: 'integrations', description: 'What integrators call with a token' },
  { name: 'content', description: 'What the portal shows, and feedback' },
  { name: 'demo', description: 'What a demonstration alone has' },
  { name: 'service', description: 'About the interface itself' },
]

const description = `The REST API of ConneCT. The portal's own pages call what integrators call.

Errors are problem documents (RFC 9457); their codes are explained under \`/problems/\`. Operations that create
something lasting take an \`Idempotency-Key\`: the same key with the same body gets the same reply for 30 days.`

/** The OpenAPI 3.1 document of the running routes. */
export const openapiPlugin = plugin(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'ConneCT',
          version: '1.0.0',
          description,
          contact: { name: 'MyAccount support' },
        },
        servers: [{ url: '/', description: 'This instance' }],
        tags,
        components: {
          securitySchemes: {
            session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
            token: {
              type: 'http',
              scheme: 'bearer',
              description: 'An API token, `ct_…`, with the scope that `x-scope` names.',
            },
          },
        },
      },
      transform: (document) => {
        const { config } = document.route
        const transformed = withBodyByType(createJsonSchemaTransform({ schemaRegistry }))(document)
        const { operationId, idempotent } = config ?? {}
        const headers = idempotent ? { headers: idempotencyHeader } : {}
        return {
          url: transformed.url,
          schema: {
            ...transformed.schema,
            ...headers,
            ...(operationId === undefined ? { hide: true } : { operationId }),
            security: securityOf(config),
            ...(config?.scope !== undefined && { 'x-scope': config.scope }),
          },
        }
      },
      transformObject: (routes) => {
        const document = createJsonSchemaTransformObject({ schemaRegistry })(routes)
        if ('components' in document) dropUnusedTwins(document.components.schemas ?? {}, document)
        return document
      },
    })

    app.get('/api/v1/openapi.json', {
      config: {
        operationId: 'getOpenapiDocument',
        access: 'public',
        audit: 'none',
        cacheControl: 'public, max-age=300',
      },
      schema: {
        tags: ['service'],
        summary: 'This document',
        description: 'OpenAPI 3.1, made from the running routes.',
        response: { 200: z.looseObject({ openapi: z.string() }) },
      },
      handler: () => app.swagger() as never,
    })
  },
  { name: 'openapi' },
)

/**
 * Whom an operation wants to know. Which scope a token needs stands beside it as `x-scope`: OpenAPI 3.1 lets this list name
 * roles, but tools that check documents take them for scopes of OAuth 2.
 */
function securityOf({ access }: FastifyContextConfig = {}): Record<string, string[]>[] {
  if (access === 'client') return [{ session: [] }]
  return access === 'integrator' ? [{ token: [] }] : []
}

const idempotencyHeader = {
  type: 'object',
  required: ['Idempotency-Key'],
  properties: {
    'Idempotency-Key': {
      type: 'string',
      minLength: 1,
      maxLength: 255,
      description: 'A name of your own for this request, such as a UUID.',
    },
  },
}

/** Each named schema gains an `…Input` twin for requests; one that no request refers to is noise. */
function dropUnusedTwins(schemas: object, document: object): void {
  const text = JSON.stringify(document)
  for (const name of Object.keys(schemas)) {
    const isUsed = text.includes(`"#/components/schemas/${name}"`)
    if (name.endsWith('Input') && !isUsed) Reflect.deleteProperty(schemas, name)
  }
}
