import type pg from 'pg'
import { getConstructionPlans, getMigrationPlans, PgBoss, type QueueOptions } from 'pg-boss'
import packageJson from 'pg-boss/package.json' with { type: 'json' }

/** Where the queue keeps its tables: beside ours, so that a job commits with its cause. */
export const queueSchema = 'pgboss'

/** A queue for each kind of work; what was given up on stands in the dead one of the same kind. */
export const queues = {
  mail: 'mail',
  deadMail: 'mail.dead',
  documentCheck: 'document.check',
  deadDocumentCheck: 'document.check.dead',
} as const

/** Seconds; longer than the row of any e-mail is kept (30 days), so that none waits there without a job. */
const retentionSeconds = 31 * 24 * 3600

/**
 * Seconds. A mail server that is away for ten minutes delays an e-mail by some minutes more; one that is away for some
 * eight hours is given up on, and somebody has to look.
 */
const mailQueue: QueueOptions = {
  retryLimit: 12,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 2 * 3600,
  expireInSeconds: 120,
  deleteAfterSeconds: 3600,
  retentionSeconds,
}

/**
 * Seconds. A scanner that is away for an hour delays a file by some minutes more. After some four days the job comes to the
 * queue of those given up on, which begins anew: a file that was received is never left unchecked. The heartbeat is how
 * soon another process takes over from one that was killed.
 */
const documentCheckQueue: QueueOptions = {
  retryLimit: 600,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 600,
  heartbeatSeconds: 20,
  deleteAfterSeconds: 3600,
  retentionSeconds,
}

/**
 * Makes the queue's tables as its owner, brings older ones to this version, and sets up our queues. Does little when all
 * stands as it should. Call it while no other instance migrates.
 */
export async function installQueue(owner: pg.ClientBase): Promise<void> {
  const boss = new PgBoss({
    schema: queueSchema,
    db: { executeSql: (text, values) => owner.query(text, values) },
    migrate: false,
    supervise: false,
    schedule: false,
  })
  if (await boss.isInstalled()) await upgrade(owner, (await boss.schemaVersion()) ?? 0)
  else await owner.query(getConstructionPlans(queueSchema))
  await boss.start()
  try {
    await installPair(boss, queues.mail, queues.deadMail, mailQueue)
    await installPair(boss, queues.documentCheck, queues.deadDocumentCheck, documentCheckQueue)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** A queue and the one for what it gives up on; existing ones get the options of this code. */
async function installPair(boss: PgBoss, name: string, dead: string, options: QueueOptions): Promise<void> {
  await boss.createQueue(dead)
  await boss.createQueue(name, { deadLetter: dead })
  await boss.updateQueue(dead, { retentionSeconds })
  await boss.updateQueue(name, options)
}

async function upgrade(owner: pg.ClientBase, installed: number): Promise<void> {
  if (installed >= packageJson.pgboss.schema) return
  const plan = getMigrationPlans(queueSchema, installed)
  const transactionEnd = plan.lastIndexOf('COMMIT;') + 'COMMIT;'.length
  await owner.query(plan.slice(0, transactionEnd))
  // Indexes that are built beside running work: each in a message of its own, since none may be in a transaction.
  for (const statement of plan.slice(transactionEnd).split(/;\s*$/m))
    if (statement.trim() !== '') await owner.query(statement)
}
