import { once } from 'node:events'
import { connect } from 'node:net'

/** What is asked for, and as whom. */
export interface Target {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

export type Targets = readonly [Target, ...Target[]]

export interface PumpOptions {
  /** With whatever stands before each path. */
  readonly baseUrl: string
  /** Asked for by turns. */
  readonly targets: Targets
  readonly requests: number
  /** Connections at once, each with one request under way. */
  readonly connections: number
}

const endOfHead = Buffer.from('\r\n\r\n')

/** The bytes of the first answer in the buffer, or 0 while it is not whole. Throws for any status but 200. */
function answerLength(buffer: Buffer): number {
  const head = buffer.indexOf(endOfHead)
  if (head === -1) return 0
  const text = buffer.toString('latin1', 0, head)
  if (!text.startsWith('HTTP/1.1 200 ')) throw new Error(`Not 200 but ${text.split('\r\n', 1)[0] ?? ''}`)
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1]
  if (length === undefined) throw new Error('An answer does not say how long it is.')
  const whole = head + endOfHead.length + Number(length)
  return buffer.length < whole ? 0 : whole
}

function requestOf({ path, headers }: Target, baseUrl: string): Buffer {
  const { pathname, host } = new URL(`${baseUrl}${path}`)
  const lines = [`GET ${pathname} HTTP/1.1`, `Host: ${host}`]
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
}

/**
 * Sends so many GETs and reads every answer. Sockets without a client library above them: on two cores,
 * whoever asks must be cheaper than whoever answers.
 */
export async function pump({ baseUrl, targets, requests, connections }: PumpOptions): Promise<void> {
  const { hostname, port } = new URL(baseUrl)
  const [first, ...others] = targets
  const firstRequest = requestOf(first, baseUrl)
  const all = [firstRequest, ...others.map((target) => requestOf(target, baseUrl))]
  let left = requests

  async function connection(): Promise<void> {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    try {
      let received: Buffer = Buffer.alloc(0)
      while (left > 0) {
        left -= 1
        socket.write(all[left % all.length] ?? firstRequest)
        let length = answerLength(received)
        while (length === 0) {
          const [chunk] = (await once(socket, 'data')) as [Buffer]
          received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
          length = answerLength(received)
        }
        received = received.subarray(length)
      }
    } finally {
      socket.destroy()
    }
  }

  await Promise.all(Array.from({ length: connections }, connection))
}
