import net, { type AddressInfo } from 'node:net'

export interface LossyWire {
  /** The address of the database through this wire. */
  readonly url: string
  /** From now on the answer to one COMMIT is lost: the next of a transaction with a statement that holds this text. */
  loseCommitAfter(statement: string): void
  /** How many were lost. */
  readonly lost: () => number
  stop(): Promise<void>
}

/** A wire to a database that can break at the worst moment: when it has committed and nobody was told. */
export async function startLossyWire(databaseUrl: string): Promise<LossyWire> {
  const target = new URL(databaseUrl)
  const open = new Set<net.Socket>()
  let wanted: string | null = null
  let lost = 0
  const server = net.createServer((client) => {
    const database = net.connect(Number(target.port), target.hostname)
    const statementsOf = createStatementReader()
    let isMarked = false
    let isLosing = false
    for (const socket of [client, database]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        database.destroy()
      })
    }
    client.on('data', (bytes) => {
      for (const statement of statementsOf(bytes)) {
        isMarked ||= wanted !== null && statement.includes(wanted)
        isLosing ||= isMarked && statement === 'COMMIT'
      }
      database.write(bytes)
    })
    database.on('data', (bytes) => {
      if (!isLosing) {
        client.write(bytes)
        return
      }
      // It has answered, so it has committed.
      wanted = null
      lost += 1
      client.destroy()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    loseCommitAfter(statement) {
      wanted = statement
    },
    lost: () => lost,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => {
          resolve()
        })
      }),
  }
}

/** Tells which statements a client runs, prepared ones by what was said of their names before (PostgreSQL, protocol 3.0). */
function createStatementReader(): (bytes: Buffer) => string[] {
  const prepared = new Map<string, string>()
  return (bytes) => {
    const text = bytes.toString('latin1')
    for (const [, name = '', statement = ''] of text.matchAll(/P[^]{4}([^\0]*)\0([^\0]*)\0/g))
      prepared.set(name, statement)
    return [...text.matchAll(/B[^]{4}\0([^\0]*)\0/g)].map(([, name = '']) => prepared.get(name) ?? '')
  }
}
