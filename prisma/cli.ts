import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { DatabaseFault, faultLine } from './fault.ts'
import { migrateDatabase, resetDatabase, withMigrationLock, type MigrateResult } from './migrate.ts'
import { migrationsFolder } from './migrations-folder.ts'
import { schemaDifference } from './schema-engine.ts'
import { databaseState } from './state.ts'
import { openTarget, type Target } from './target.ts'

const usage = `pnpm db migrate        bring the database to this code
pnpm db create NAME    write a migration from the schema, to be read and then applied with "migrate"
pnpm db status         say how the database stands to this code; exit code 1 unless it is current
pnpm db reset          throw everything away and migrate anew; --force for one that is not a demonstration
pnpm db seed           load the demonstration's texts; --force for one that is not a demonstration`

type Command = (target: Target, rest: readonly string[], force: boolean) => Promise<string>

const commands: Readonly<Record<string, Command>> = {
  async migrate(target) {
    return describe(await migrateDatabase(target))
  },
  async create(target, [name]) {
    return createMigration(target, name)
  },
  async status(target) {
    const { state, detail } = await withMigrationLock(target.migrationUrl, (owner) => databaseState(owner))
    if (state !== 'current') throw new DatabaseFault(`${state}: ${detail}`)
    return `${state}: ${detail}`
  },
  async reset(target, _rest, force) {
    refuseUnlessDemo(target, force, 'throw away')
    return `Everything was thrown away. ${describe(await resetDatabase(target))}`
  },
  async seed(target, _rest, force) {
    refuseUnlessDemo(target, force, 'put made-up texts into')
    await migrateDatabase({ ...target, demo: true })
    return 'The demonstration is loaded.'
  },
}

async function createMigration(target: Target, name: string | undefined): Promise<string> {
  if (name === undefined || !/^[a-z][a-z0-9_]{1,60}$/.test(name)) {
    throw new DatabaseFault(
      'A migration needs a name of lower-case letters, digits and underscores: pnpm db create add_notices',
    )
  }
  const script = await schemaDifference(target.migrationUrl)
  if (script === null) return 'The migrations already say what the schema says; there is nothing to write.'
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = path.join(migrationsFolder, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'migration.sql'), script)
  return `Wrote ${path.relative(process.cwd(), folder)}/migration.sql. Read it, then run "pnpm db migrate".`
}

function refuseUnlessDemo(target: Target, force: boolean, what: string): void {
  if (target.isDemo || force) return
  throw new DatabaseFault(
    `This would ${what} a database that is not a demonstration. Add --force if that is what you want.`,
  )
}

function describe({ applied, warnings }: MigrateResult): string {
  const done = applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`
  return [done, ...warnings.map((warning) => `Warning: ${warning}`)].join('\n')
}

/** Runs one command; the exit code. */
async function main(args: readonly string[]): Promise<number> {
  let target: Target | undefined
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false } },
    })
    const [name = '', ...rest] = positionals
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) {
      console.error(usage)
      return 2
    }
    target = await openTarget(process.env)
    for (const note of target.notes) console.log(note)
    console.log(await command(target, rest, values.force))
    return 0
  } catch (error) {
    console.error(faultLine(error))
    return 1
  } finally {
    await target?.close()
  }
}

process.exitCode = await main(process.argv.slice(2))
