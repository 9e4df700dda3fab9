import type { FastifyPluginAsync } from 'fastify'
import { documentCombinationRoutes } from './document-combination.routes.ts'
import { documentReadingRoutes } from './document-reading.routes.ts'
import { documentUploadRoutes } from './document-upload.routes.ts'
import type { Documents } from './documents.service.ts'

/** Files of one's own. */
export const documentsRoutes: FastifyPluginAsync<{ readonly documents: Documents }> = async (
  app,
  { documents },
) => {
  await app.register(documentUploadRoutes, documents)
  await app.register(documentCombinationRoutes, documents)
  await app.register(documentReadingRoutes, documents)
}
