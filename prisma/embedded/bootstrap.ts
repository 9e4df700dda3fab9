import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseFault, faultLine } from '../fault.ts'
import { scramVerifier } from '../scram.ts'
import { makeServerOwned, type ServerFolder } from './folder.ts'
import type { Programs } from './programs.ts'

export const ownerRole = 'connect_owner'
export const applicationRole = 'connect_app'
export const databaseName = 'connect'

/** The version whose data the programs can read. */
const majorVersion = '18'

export interface Passwords {
  readonly owner: string
  readonly app: string
}

/**
 * Makes sure that the folder holds a cluster with both roles and the database, and answers with their passwords.
 * A cluster appears whole or not at all, so a start that was killed half-way is simply begun anew.
 */
export function ensureCluster(folder: ServerFolder, programs: Programs): Passwords {
  if (!existsSync(path.join(folder.cluster, 'PG_VERSION'))) return createCluster(folder, programs)
  const version = readFileSync(path.join(folder.cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== majorVersion) {
    throw new DatabaseFault(
      `The data in ${folder.cluster} are PostgreSQL ${version}'s, and this is ${majorVersion}. Choose another DATA_DIR, or dump and restore.`,
    )
  }
  return readPasswords(folder.passwordsFile) ?? renewPasswords(folder, programs)
}

/** The passwords of a data folder; undefined when it has none. */
export function readPasswords(passwordsFile: string): Passwords | undefined {
  if (!existsSync(passwordsFile)) return undefined
  return JSON.parse(readFileSync(passwordsFile, 'utf8')) as Passwords
}

function createCluster(folder: ServerFolder, programs: Programs): Passwords {
  const unfinished = path.join(folder.place, 'cluster.unfinished')
  makeServerOwned(unfinished, folder.user)
  run(folder, programs.initdb, [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    // The administrator has no password, so nobody can be it over the network; there is no local socket.
    '--auth-local=reject',
    '--auth-host=scram-sha-256',
    '--encoding=UTF8',
    // Comes with the server: the same order and case rules on every system.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ])
  const passwords = newPasswords()
  alone(folder, programs, unfinished, [
    `CREATE ROLE ${ownerRole} LOGIN CREATEDB CREATEROLE PASSWORD '${scramVerifier(passwords.owner)}'`,
    `CREATE ROLE ${applicationRole} LOGIN PASSWORD '${scramVerifier(passwords.app)}'`,
    `CREATE DATABASE ${databaseName} OWNER ${ownerRole}`,
  ])
  writePasswords(folder.passwordsFile, passwords)
  rmSync(folder.cluster, { recursive: true, force: true })
  renameSync(unfinished, folder.cluster)
  return passwords
}

/** The file was lost: whoever can write the folder may set new ones. */
function renewPasswords(folder: ServerFolder, programs: Programs): Passwords {
  const passwords = newPasswords()
  alone(folder, programs, folder.cluster, [
    `ALTER ROLE ${ownerRole} PASSWORD '${scramVerifier(passwords.owner)}'`,
    `ALTER ROLE ${applicationRole} PASSWORD '${scramVerifier(passwords.app)}'`,
  ])
  writePasswords(folder.passwordsFile, passwords)
  return passwords
}

function newPasswords(): Passwords {
  return { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') }
}

function writePasswords(file: string, passwords: Passwords): void {
  const unfinished = `${file}.unfinished`
  writeFileSync(unfinished, `${JSON.stringify(passwords)}\n`, { mode: 0o600 })
  renameSync(unfinished, file)
}

/** PostgreSQL without a network, for one program: each statement on a line of its own. */
function alone(
  folder: ServerFolder,
  programs: Programs,
  cluster: string,
  statements: readonly string[],
): void {
  const said = run(
    folder,
    programs.postgres,
    ['--single', '-D', cluster, 'postgres'],
    `${statements.join('\n')}\n`,
  )
  const problem = said.split('\n').find((line) => /ERROR|FATAL|PANIC/.test(line))
  if (problem) throw new DatabaseFault(`The embedded PostgreSQL could not be set up: ${problem.trim()}`)
}

function run(folder: ServerFolder, program: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    ...folder.user,
    cwd: folder.place,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    encoding: 'utf8',
    input,
  })
  if (error || status !== 0) {
    const reason = error ? faultLine(error) : faultLine(stderr || stdout)
    throw new DatabaseFault(`The embedded PostgreSQL could not be set up: ${reason}`, { cause: error })
  }
  return `${stdout}\n${stderr}`
}
