import { createRequire } from 'node:module'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

const require = createRequire(import.meta.url)
const viewerFolder = path.dirname(require.resolve('swagger-ui-dist/package.json'))

/** The one named exception: the viewer draws with styles of its own and knows no Trusted Types. */
const viewerPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>ConneCT API</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/files/swagger-ui.css"></head>
<body><div id="viewer"></div>
<noscript>The document itself is at /api/v1/openapi.json.</noscript>
<script src="/api/docs/files/swagger-ui-bundle.js"></script><script src="/api/docs/viewer.js"></script></body>
</html>
`

const script = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#viewer', deepLinking: true, validatorUrl: null })
`

/** Swagger UI, served by ourselves, at /api/docs. */
export const docsViewer: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', viewerPolicy)
  })
  app.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
  app.get('/api/docs/viewer.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(script),
  )
  await app.register(fastifyStatic, {
    root: viewerFolder,
    prefix: '/api/docs/files/',
    decorateReply: false,
    allowedPath: (name) => name === '/swagger-ui.css' || name === '/swagger-ui-bundle.js',
  })
}
