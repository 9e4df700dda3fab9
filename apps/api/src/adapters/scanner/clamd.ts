import { connect, type Socket } from 'node:net'
import { feed } from '../../kernel/feed.ts'
import { ScannerFaultError, type Scanner, type Verdict } from './scanner.ts'

interface ClamdOptions {
  /** Path of its socket, or host:port. */
  readonly socket: string
  /** Milliseconds without a byte from either side after which it counts as away. */
  readonly patience?: number
}

/** Answers are one line: `stream: OK`, `stream: Win.Test FOUND`, or what went wrong. */
const longestAnswer = 4_096

/** What ends the pieces: one of no length. */
const end = Buffer.alloc(4)

/**
 * ClamAV's daemon, asked over its socket with INSTREAM: each piece goes with its length before it. Source: clamd(8).
 */
export function createClamd({ socket: address, patience = 60_000 }: ClamdOptions): Scanner {
  return {
    async scan(bytes) {
      const socket = open(address)
      socket.setTimeout(patience, () => socket.destroy(new Error('it is silent')))
      const answer = answerOf(socket)
      // Awaited below; until then a connection that breaks must not end the process.
      answer.catch(() => undefined)
      socket.on('error', () => undefined)
      try {
        socket.write('zINSTREAM\0')
        for await (const piece of bytes) if (piece.length > 0 && !(await send(socket, piece))) break
        if (socket.writable) socket.write(end)
        return verdictOf(await answer)
      } finally {
        socket.destroy()
      }
    },
  }
}

function open(address: string): Socket {
  if (address.startsWith('/')) return connect({ path: address })
  const colon = address.lastIndexOf(':')
  return connect({ host: address.slice(0, colon), port: Number(address.slice(colon + 1)) })
}

/** False when it takes no more: why stands in its answer. */
function send(socket: Socket, piece: Uint8Array): Promise<boolean> {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  if (socket.writable) socket.write(length)
  return feed(socket, piece)
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = ''
  try {
    for await (const piece of socket) {
      answer += String(piece)
      if (answer.length > longestAnswer || answer.includes('\0')) break
    }
  } catch (error) {
    throw new ScannerFaultError(`clamd cannot be asked: ${String(error)}`, { cause: error })
  }
  return answer.replace(/\0.*$/s, '').trim()
}

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return 'clean'
  if (/^stream: .+ FOUND$/.test(answer)) return 'harmful'
  throw new ScannerFaultError(`clamd could not look: ${answer === '' ? 'no answer' : answer}`)
}
