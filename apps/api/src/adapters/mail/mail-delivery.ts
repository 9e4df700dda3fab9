import type { JobOutcome, JobQueue } from '../../kernel/queue.store.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { MailSurroundings } from './compose-mail.ts'
import { findQueuedMail, markAttempt, markFailed, markSent, type MailDatabase } from './mail.store.ts'
import { openMail, type OpenedMail } from './open-mail.ts'
import { MailFaultError, type MailFault, type MailTransport } from './transport.ts'

export interface MailDeliveryOptions {
  readonly database: MailDatabase
  readonly queue: JobQueue
  readonly cipher: RecordCipher
  readonly transport: MailTransport
  readonly surroundings: () => Promise<MailSurroundings>
  /** Told of failures that are ours; what a mail server answers is kept with the e-mail. */
  readonly onError: (error: unknown) => void
}

export interface MailDelivery {
  /** Begins to work the queue. Throws when the database is away. */
  start(): Promise<void>
}

/** Another try is no use: the address, or the e-mail itself, will not do. */
const hopeless: readonly MailFault[] = ['refused', 'unreadable']

/**
 * Takes stored e-mails to the server. A row leaves the state `queued` in two ways: it was sent, or its job came to the queue
 * of those given up on. A process that dies in between sends an e-mail a second time, under the same Message-ID.
 */
export function createMailDelivery({
  database,
  queue,
  cipher,
  transport,
  surroundings,
  onError,
}: MailDeliveryOptions): MailDelivery {
  async function deliver(id: string): Promise<JobOutcome> {
    try {
      const row = await findQueuedMail(database, id)
      if (row === null) return 'completed'
      const mail = await opened(row)
      if (mail === null) return await fail(id, 'unreadable')
      await transport.send(mail)
      await markSent(database, id)
      return 'completed'
    } catch (error) {
      if (error instanceof MailFaultError) return fail(id, error.fault)
      onError(error)
      return 'failed'
    }
  }

  async function opened(
    row: NonNullable<Awaited<ReturnType<typeof findQueuedMail>>>,
  ): Promise<OpenedMail | null> {
    const around = await surroundings()
    try {
      return openMail(cipher, row, around)
    } catch (error) {
      onError(error)
      return null
    }
  }

  async function fail(id: string, fault: MailFault): Promise<JobOutcome> {
    // The count is for whoever looks; a try that could not be noted is one all the same.
    await markAttempt(database, id, fault).catch(onError)
    return hopeless.includes(fault) ? 'deadletter' : 'failed'
  }

  async function giveUp(id: string): Promise<JobOutcome> {
    try {
      await markFailed(database, id)
      return 'completed'
    } catch (error) {
      onError(error)
      return 'failed'
    }
  }

  return {
    async start() {
      await queue.work('mail', deliver)
      await queue.work('deadMail', giveUp)
    },
  }
}
