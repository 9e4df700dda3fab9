import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import pino from 'pino'
import { buildApp } from './app.ts'
import { readConfig } from './config.ts'
import { createDependenciesForDocument } from './deps.ts'

/** Where the document is committed. */
const documentPath = path.join(import.meta.dirname, '../openapi.json')

/**
 * The OpenAPI document of the routes as they run. Nothing is asked of the database: it is assembled with an address
 * that no query is sent to. A demonstration has every operation.
 */
export async function openapiDocument(): Promise<string> {
  const config = readConfig({ DATABASE_URL: 'postgresql://nobody@127.0.0.1/none', DEMO: '1' })
  const deps = await createDependenciesForDocument(config)
  const app = await buildApp(deps, { logger: pino({ level: 'silent' }) })
  await app.ready()
  const document = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  await deps.close()
  return document
}

if (import.meta.main) await writeFile(documentPath, await openapiDocument())
