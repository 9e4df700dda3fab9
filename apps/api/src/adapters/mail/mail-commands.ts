import { id as anId } from '@connect/contract/shared/ids'
import * as z from 'zod/mini'
import { createJobQueue } from '../../kernel/queue.store.ts'
import type { Commit, StatementPool } from '../../kernel/unit-of-work.ts'
import { findTroubledMail, requeueMail, type MailDatabase } from './mail.store.ts'

/** One line for each e-mail that was given up on, or that has failed and waits for another try. No addresses. */
export async function describeTroubledMail(database: MailDatabase): Promise<string[]> {
  const mails = await findTroubledMail(database)
  return mails.map(({ id, state, template, attempts, lastFault, createdAt }) =>
    [
      id,
      state === 'failed' ? 'given up' : 'waiting',
      createdAt.toISOString(),
      template,
      `${attempts} ${attempts === 1 ? 'try' : 'tries'}`,
      lastFault ?? '',
    ].join('  '),
  )
}

interface RetryOptions {
  readonly database: MailDatabase
  readonly pool: StatementPool
  readonly commit: Commit
}

/** Queues a given-up e-mail anew, or all of them with `all`; the ids that were. Sending is the service's work. */
export async function retryMail(which: string, { database, pool, commit }: RetryOptions): Promise<string[]> {
  const given = z.safeParse(anId, which).success ? [which] : []
  const wanted =
    which === 'all'
      ? (await findTroubledMail(database)).filter(({ state }) => state === 'failed').map(({ id }) => id)
      : given
  const queue = createJobQueue({ pool, onError: () => undefined })
  try {
    const retried: string[] = []
    for (const id of wanted) {
      const isQueued = await commit(async (tx) => {
        if (!(await requeueMail(tx, id))) return false
        await queue.send(tx, 'mail', id)
        return true
      })
      if (isQueued) retried.push(id)
    }
    return retried
  } finally {
    await queue.stop()
  }
}
