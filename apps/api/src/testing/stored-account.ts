import type { PrismaClient } from '@connect/prisma/client'
import { timeOrderedId } from '../kernel/ids.ts'

/** An account as a row alone, for tests of what only needs one to be there: nobody can sign in to it. */
export async function aStoredAccount(
  prisma: Pick<PrismaClient, 'account'>,
): Promise<{ readonly id: string }> {
  const id = timeOrderedId()
  const userId = `reader${id.slice(-6)}`
  await prisma.account.create({
    data: {
      id,
      userId,
      userIdFolded: userId,
      dataKey: new Uint8Array(60),
      dataKeyVersion: 1,
      firstName: new Uint8Array(30),
      lastName: new Uint8Array(30),
      passwordHash: `$2b$04$${'.'.repeat(53)}`,
      pepperVersion: 1,
      locale: 'en',
    },
  })
  return { id }
}
