import { defineConfig } from 'prisma/config'

// `prisma generate` asks for a schema engine that it does not use. Any executable will do, and none is downloaded.
// Never run `migrate` or `db push` of the stock command with it: they would exit 0 and do nothing; `pnpm db` is ours.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({ schema: 'schema', migrations: { path: 'migrations' } })
