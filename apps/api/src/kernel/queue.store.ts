import { queues, queueSchema } from '@connect/prisma/queue'
import { fromPrisma, PgBoss, type Job } from 'pg-boss'
import type { StatementPool, Transaction } from './unit-of-work.store.ts'

/** What a job was about, which ends well, is tried again later, or is given up on. */
export type JobOutcome = 'completed' | 'failed' | 'deadletter'

type QueueName = keyof typeof queues

/** A job carries nothing but the id of a row: whatever is personal stays sealed there. */
interface JobData {
  readonly id: string
}

export interface JobQueueOptions {
  readonly pool: StatementPool
  /** Told of what fails in the background; the queue goes on by itself. */
  readonly onError: (error: unknown) => void
  /** How often to look for jobs, in seconds; at least 0.5, and 2 unless given. */
  readonly everySeconds?: number
  /** Seconds before each retry, in place of the queue's own growing ones. */
  readonly retrySeconds?: number
}

export interface JobQueue {
  /** Begins; otherwise the first job does. Throws where the queue is missing, or not the one of this code. */
  start(): Promise<void>
  /** Adds a job in the transaction of its cause: it is there exactly when that is. */
  send(tx: Transaction, queue: QueueName, id: string): Promise<void>
  /** Has the work done for each job until the queue stops, at most so many at a time. The work sees to its own errors. */
  work(queue: QueueName, work: (id: string) => Promise<JobOutcome>, atOnce?: number): Promise<void>
  /** Waits for the work that runs, at most so many milliseconds, and ends. */
  stop(): Promise<void>
}

/** Jobs of one worker at the same time, unless the queue says otherwise. */
const usuallyAtOnce = 10

/** Seconds between two looks after jobs whose process is silent, or that take too long. */
const lookAfterSeconds = 15

/** How long the end waits for work that runs, in milliseconds. */
const patience = 10_000

/** The queue on our own database (pg-boss): every statement goes through our own connections, with their time limits. */
export function createJobQueue({ pool, onError, everySeconds = 2, retrySeconds }: JobQueueOptions): JobQueue {
  const boss = new PgBoss({
    schema: queueSchema,
    db: { executeSql: (text, values) => pool.query(text, values) },
    // Tables and their indexes belong to another role.
    migrate: false,
    reindex: false,
    monitorVacuum: false,
    schedule: false,
    // How soon the job of a process that died is another's.
    superviseIntervalSeconds: lookAfterSeconds,
    monitorIntervalSeconds: lookAfterSeconds,
  })
  boss.on('error', onError)
  let starting: Promise<unknown> | undefined

  /** Begins with the first job sent or worked on. A database that is away then is tried again with the next one. */
  async function start(): Promise<void> {
    starting ??= boss.start()
    try {
      await starting
    } catch (error) {
      starting = undefined
      throw error
    }
  }

  return {
    start,
    async send(tx, queue, id) {
      await start()
      const data: JobData = { id }
      const retry = retrySeconds === undefined ? {} : { retryDelay: retrySeconds, retryBackoff: false }
      await boss.send(queues[queue], data, { ...retry, db: fromPrisma(tx) })
    },
    async work(queue, work, atOnce = usuallyAtOnce) {
      await start()
      const options = {
        batchSize: atOnce,
        pollingIntervalSeconds: everySeconds,
        burstWhenBatchFull: true,
        perJobResults: true,
      } as const
      await boss.work(queues[queue], options, (jobs: Job<JobData>[]) =>
        Promise.all(jobs.map(async ({ id, data }) => ({ id, status: await work(data.id) }))),
      )
    },
    async stop() {
      if (starting === undefined) return
      await boss.stop({ graceful: true, timeout: patience })
    },
  }
}
