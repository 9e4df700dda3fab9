import { Prisma, type PrismaClient } from '@connect/prisma/client'
import type { Transaction } from '@connect/prisma/connect'
import { isWriteConflict } from './fault.ts'
import type { Pool } from 'pg'

export type { Transaction }

/** The connections under the same database, for the few reads with statements of their own; named here for the rest. */
export type StatementPool = Pool

/** Runs work in one transaction and commits it; whatever it throws rolls back. */
export type Commit = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/** How long a transaction may wait for a connection, and how long it may take, in milliseconds. */
const limits = { maxWait: 2_000, timeout: 4_000 }

/** Conflicts that a second try resolves: nothing was committed. */
const attempts = 3

/** A commit that tries again when Postgres chose this transaction as the victim of a conflict. */
export function createCommit(prisma: PrismaClient): Commit {
  return async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await prisma.$transaction(work, limits)
      } catch (error) {
        if (attempt >= attempts || !isWriteConflict(error)) throw error
      }
    }
  }
}

/** Whether an insert failed because a unique value is there already. */
export function isUniqueViolation(error: unknown, field: string): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === 'P2002' &&
    JSON.stringify(error.meta ?? {}).includes(field)
  )
}
