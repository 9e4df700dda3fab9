import type { Stretch } from '../../kernel/paging.ts'
import { createJobQueue, type JobQueueOptions } from '../../kernel/queue.store.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import type { SupportLine } from './mail-text.ts'
import { createMailDelivery } from './mail-delivery.ts'
import { countMail, findKeptMail, keepMail, type MailDatabase, type MailState } from './mail.store.ts'
import { openMail, type OpenedMail } from './open-mail.ts'
import { createSmtpTransport } from './transport.ts'

/** Where e-mails go: to a server, to the outbox page of a demonstration, or nowhere until a server is set. */
type MailSettings =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'outbox' | 'none' }

export interface MailOptions extends JobQueueOptions {
  readonly settings: MailSettings
  readonly database: MailDatabase
  readonly cipher: RecordCipher
  readonly publicUrl: () => string
  /** The line that people are told to call; null where none is known. */
  readonly support: () => Promise<SupportLine | null>
}

export interface Mail {
  /** Sees to it that a stored e-mail leaves, in the transaction of its cause. */
  readonly schedule: (tx: Transaction, mailId: string) => Promise<void>
  /** What a demonstration keeps for its outbox page, newest first. */
  readonly kept: (stretch: Stretch) => Promise<OpenedMail[]>
  readonly count: () => Promise<Record<MailState, number>>
  /**
   * Begins to take e-mails to the server, where one is set. Throws when the database is away, or its queue is not the one
   * of this code: once begun, a process goes on while a newer one brings the queue further.
   */
  start(): Promise<void>
  /** Finishes what is under way. */
  stop(): Promise<void>
}

/** E-mail as the settings want it. Nothing is opened before the first e-mail, or `start`. */
export function createMail({
  settings,
  database,
  cipher,
  publicUrl,
  support,
  ...options
}: MailOptions): Mail {
  const queue = createJobQueue(options)
  const surroundings = async () => ({ publicUrl: publicUrl(), support: await support() })
  const transport =
    settings.kind === 'smtp'
      ? createSmtpTransport({ ...settings, hostname: () => new URL(publicUrl()).hostname })
      : undefined
  return {
    schedule: settings.kind === 'outbox' ? keepMail : (tx, id) => queue.send(tx, 'mail', id),
    async kept(stretch) {
      const [rows, around] = await Promise.all([findKeptMail(database, stretch), surroundings()])
      return rows.map((row) => openMail(cipher, row, around))
    },
    count: () => countMail(database),
    async start() {
      await queue.start()
      if (transport === undefined) return
      const { onError } = options
      await createMailDelivery({ database, queue, cipher, transport, surroundings, onError }).start()
    },
    async stop() {
      await queue.stop()
      transport?.close()
    },
  }
}
