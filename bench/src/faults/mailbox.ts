import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

interface ReceivedMail {
  /** Of the stored row that it was made from: two copies of one e-mail have the same. */
  readonly id: string
  readonly to: string
  readonly text: string
}

/** A real SMTP server that keeps what it takes, and that can go away and come back. */
export interface Mailbox {
  readonly port: number
  readonly received: readonly ReceivedMail[]
  /** Called with each e-mail that was taken, before the sender is told so. */
  beforeAnswer: ((mail: ReceivedMail) => Promise<void>) | null
  close(): Promise<void>
  open(): Promise<void>
}

/** Milliseconds that a sender is given to end its connection by itself when the server goes away. */
const closeTimeout = 100

export async function openMailbox(): Promise<Mailbox> {
  const received: ReceivedMail[] = []
  let server = create()

  function create(): SMTPServer {
    const created = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true,
      closeTimeout,
      onData(stream, { envelope }, callback) {
        const take = async (): Promise<void> => {
          const raw = await text(stream)
          const mail = { id: idOf(raw), to: envelope.rcptTo[0]?.address ?? '', text: plain(raw) }
          received.push(mail)
          await mailbox.beforeAnswer?.(mail)
        }
        take().then(() => callback(), callback)
      },
    })
    created.on('error', () => undefined)
    return created
  }

  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => {
      server.listen(port, '127.0.0.1', resolve)
    })

  await listen(0)
  const { port } = server.server.address() as AddressInfo
  const mailbox: Mailbox = {
    port,
    received,
    beforeAnswer: null,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
      }),
    open() {
      server = create()
      return listen(port)
    },
  }
  return mailbox
}

const idOf = (raw: string): string => /^Message-ID: <([^@>]+)@/im.exec(raw)?.[1] ?? ''

/** Undoes quoted-printable (RFC 2045, section 6.7) as far as links need it. */
function plain(raw: string): string {
  return raw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCodePoint(parseInt(code, 16)))
}
