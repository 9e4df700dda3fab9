import { parseArgs } from 'node:util'
import { foldUserId } from '@connect/contract/credentials/user-id'
import { unlockAccount } from './admin-account.store.ts'
import type { CommandDatabase } from './admin.store.ts'
import type { Keys } from './kernel/keys.ts'

/** `pnpm admin account unlock`: forgets failed sign-ins, recovery answers and tries at associating. */
export async function unlock({
  prisma,
  keys,
  rest,
}: {
  readonly prisma: CommandDatabase['prisma']
  readonly keys: Keys
  readonly rest: readonly string[]
}): Promise<boolean> {
  const userId = userIdIn(rest)
  if (userId === null) {
    process.stdout.write('Say whose account: pnpm admin account unlock --user-id USERID\n')
    return false
  }
  const unlocked = await unlockAccount({ prisma, keys, userIdFolded: foldUserId(userId) })
  if (unlocked === null) {
    process.stdout.write(`Nobody has the user ID ${userId}. Nothing was changed.\n`)
    return false
  }
  const nothing = Object.values(unlocked).every((count) => count === 0)
  process.stdout.write(
    nothing
      ? `Nothing was counted against ${userId}: it was open already.\n`
      : `${userId} is open again. Failed sign-ins, recovery answers and tries at associating count from 0.\n`,
  )
  return true
}

function userIdIn(words: readonly string[]): string | null {
  try {
    const { values } = parseArgs({ args: [...words], options: { 'user-id': { type: 'string' } } })
    return values['user-id'] ?? null
  } catch {
    return null
  }
}
