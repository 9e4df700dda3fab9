import { parseArgs } from 'node:util'
import {
  integrationName,
  integrationNameMaxLength,
  scopes,
  tokenMaxDays,
  type Scope,
} from '@connect/contract/rooms/integrations'
import { id as anId } from '@connect/contract/shared/ids'
import * as z from 'zod/mini'
import { createOperatorToken, listEveryToken, revokeOperatorToken } from './admin-token.store.ts'
import type { CommandDatabase } from './admin.store.ts'
import type { Keys } from './kernel/keys.ts'

interface CommandInput {
  readonly prisma: CommandDatabase['prisma']
  readonly keys: Keys
  readonly rest: readonly string[]
}

/** `pnpm admin token create`: prints the token alone on the last line, where scripts find it. */
export async function createToken({ prisma, keys, rest }: CommandInput): Promise<boolean> {
  const asked = read(rest)
  if (typeof asked === 'string') {
    process.stdout.write(
      `${asked}\nSay what it is for: pnpm admin token create --name NAME --scope SCOPE [--scope SCOPE …] [--integrator NAME] [--days N]\n`,
    )
    return false
  }
  const { id, token, expiresAt } = await createOperatorToken({ prisma, keys }, asked)
  process.stdout.write(
    `Token ${id} of ${asked.integrator}, good until ${expiresAt.toISOString()} for ${asked.scopes.join(', ')}. It is shown this once:\n${token}\n`,
  )
  return true
}

/** `pnpm admin token list`: one line for each, newest first; never a token itself. */
export async function listTokens({ prisma }: CommandInput): Promise<boolean> {
  const tokens = await listEveryToken({ prisma })
  const lines = tokens.map(({ id, integrator, name, scopes: held, state, expiresAt, lastUsedAt }) => {
    const used = lastUsedAt === null ? 'never used' : `last used ${lastUsedAt.toISOString()}`
    const until = `${state === 'in force' ? 'until' : `${state},`} ${expiresAt.toISOString()}`
    return [id, integrator, name, held.join(' '), until, used].join('  ')
  })
  process.stdout.write(lines.length === 0 ? 'There is no token.\n' : `${lines.join('\n')}\n`)
  return true
}

/** `pnpm admin token revoke ID`: at once, on every instance. */
export async function revokeToken({ prisma, keys, rest: [id = ''] }: CommandInput): Promise<boolean> {
  const revoked = z.safeParse(anId, id).success && (await revokeOperatorToken({ prisma, keys }, id))
  process.stdout.write(
    revoked ? `Token ${id} opens nothing any more.\n` : `No token "${id}" is there to be revoked.\n`,
  )
  return revoked
}

interface Asked {
  readonly name: string
  readonly integrator: string
  readonly scopes: readonly Scope[]
  readonly days: number
}

/** What is asked for, or what is wrong with it in one line. Scopes may stand behind one `--scope`, with spaces or commas. */
function read(words: readonly string[]): Asked | string {
  const parsed = parse(words)
  if (typeof parsed === 'string') return parsed
  const { values, positionals } = parsed
  const { name = '', integrator = name, scope = [], days = String(tokenMaxDays) } = values
  const named = [...new Set([...scope, ...positionals].flatMap((word) => word.split(',')))].filter(Boolean)
  const unknown = named.filter((word) => !isScope(word))
  const aName = `a name of at most ${String(integrationNameMaxLength)} characters`
  if (!z.safeParse(integrationName, name).success) return `A token needs ${aName}.`
  if (!z.safeParse(integrationName, integrator).success) return `An integrator needs ${aName}.`
  if (unknown.length > 0) return `There is no scope ${unknown.join(', ')}; there are ${scopes.join(', ')}.`
  if (named.length === 0) return `A token needs a scope; there are ${scopes.join(', ')}.`
  if (!/^[1-9]\d?$/.test(days) || Number(days) > tokenMaxDays)
    return `A token lives 1 to ${String(tokenMaxDays)} days.`
  return { name, integrator, scopes: named.filter(isScope), days: Number(days) }
}

const options = {
  name: { type: 'string' },
  scope: { type: 'string', multiple: true },
  integrator: { type: 'string' },
  days: { type: 'string' },
} as const

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function isScope(word: string): word is Scope {
  return (scopes as readonly string[]).includes(word)
}
