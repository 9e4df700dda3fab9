import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { checkClientId, normalizeClientId } from '@connect/contract/credentials/client-id'
import { unlockClientId } from './admin-client-id.store.ts'
import type { CommandDatabase } from './admin.store.ts'
import type { Keys } from './kernel/keys.ts'

/**
 * `pnpm admin client-id unlock`: forgets failed tries at a client ID. It is asked for, or read from standard input, so that
 * it stays out of the shell's history and the list of processes; it is not printed either.
 */
export async function unlockClient({
  prisma,
  keys,
  rest,
}: {
  readonly prisma: CommandDatabase['prisma']
  readonly keys: Keys
  readonly rest: readonly string[]
}): Promise<boolean> {
  const typed = given(rest) ?? (await ask())
  if (checkClientId(typed).length > 0) {
    process.stdout.write('Type the nine digits of a client ID. Nothing was changed.\n')
    return false
  }
  const cleared = await unlockClientId({ prisma, keys }, normalizeClientId(typed))
  process.stdout.write(
    cleared
      ? 'The client ID is open again. Failed tries at it count from 0.\n'
      : 'Nothing was counted against this client ID: it was open already.\n',
  )
  return true
}

/** What the command line says; null when it leaves the client ID out. */
function given(words: readonly string[]): string | null {
  if (words.length === 0) return null
  try {
    const { values } = parseArgs({ args: [...words], options: { 'client-id': { type: 'string' } } })
    return values['client-id'] ?? ''
  } catch {
    return ''
  }
}

/** The first line of standard input, with a question where a person sits before it. */
async function ask(): Promise<string> {
  if (process.stdin.isTTY) process.stdout.write('Client ID: ')
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) {
    lines.close()
    return line
  }
  return ''
}
