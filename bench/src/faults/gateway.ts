import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Before a transaction is committed, or after, when nobody has been told yet. */
export type Moment = 'before the commit' | 'after the commit'

/** Stands between the server and its database, hands on what they say, and catches transactions on their way. */
export interface Gateway {
  readonly port: number
  /**
   * Holds back the transaction that writes this audit event, from that moment on and for good: its connection says nothing
   * more. Fulfilled when it is held.
   */
  hold(event: string, moment: Moment): Promise<void>
  /** Lets through whatever is not held yet. */
  letGo(): void
  /** Nobody listens here any more, as where a database is away. */
  close(): Promise<void>
  /** Takes connections again, under the same port. */
  open(): Promise<void>
  /** Hands nothing on in either direction, as where a machine has vanished without a word; `close` ends it. */
  silence(): void
}

interface Trap {
  readonly event: Buffer
  readonly moment: Moment
  readonly spring: () => void
}

/** How an audit row is bound: the outcome follows the event, after its length (4 bytes). */
const boundEvent = (event: string): Buffer => Buffer.from(`${event}\0\0\0\tsucceeded`)

/** What PostgreSQL answers to COMMIT. */
const committed = Buffer.from('COMMIT\0')

/** Opens a gateway to a database server on this machine, asked for anew with each connection. */
export async function openGateway(databasePort: () => number): Promise<Gateway> {
  let traps: Trap[] = []
  let isSilent = false
  const sockets = new Set<Socket>()

  function take(said: Buffer, moment: Moment, among: readonly Trap[]): Trap | undefined {
    const found = among.find((trap) => trap.moment === moment && said.includes(trap.event))
    traps = traps.filter((trap) => trap !== found)
    return found
  }

  const server = createServer((near) => {
    const far = connect(databasePort(), '127.0.0.1')
    /** What is being written here and will be held as soon as it is committed. */
    let waiting: Trap | undefined
    let isHeld = false
    const hold = ({ spring }: Trap): void => {
      isHeld = true
      spring()
    }
    near.on('data', (said: Buffer) => {
      const caught = take(said, 'before the commit', traps)
      if (caught) hold(caught)
      waiting ??= take(said, 'after the commit', traps)
      if (!isHeld && !isSilent) far.write(said)
    })
    far.on('data', (said: Buffer) => {
      if (waiting && said.includes(committed)) hold(waiting)
      if (!isHeld && !isSilent) near.write(said)
    })
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  })

  async function listen(port: number): Promise<void> {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }

  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    port,
    hold: (event, moment) =>
      new Promise((resolve) => {
        traps.push({ event: boundEvent(event), moment, spring: resolve })
      }),
    letGo() {
      traps = []
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async open() {
      isSilent = false
      await listen(port)
    },
    silence() {
      isSilent = true
    },
  }
}
