import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Readable, type Writable } from 'node:stream'
import type { DocumentMediaType } from '@connect/contract/rooms/documents'
import { feed } from '../../../kernel/feed.ts'
import {
  InspectionCrashedError,
  readAnswer,
  type Inspection,
  type KeepRendition,
} from './inspection-answer.ts'
import { createInspectionClock } from './inspection-clock.ts'

export interface FileToInspect {
  readonly mediaType: DocumentMediaType
  readonly bytes: AsyncIterable<Uint8Array>
}

export interface InspectionLimits {
  /** Milliseconds for one file, the start of the process among them; what we take to read and to keep does not count. */
  readonly time: number
  /** Of all that the process may reserve, in KiB: some 650,000 before it has opened anything. Held on Linux. */
  readonly memory: number
}

const usual: InspectionLimits = { time: 60_000, memory: 2_000_000 }

/** A decoder runs on its own: without our environment, with no file to write, no other process, and little to read. */
const program = path.join(import.meta.dirname, 'inspect-file.ts')
const modules = path.join(
  createRequire(import.meta.url)
    .resolve('sharp')
    .split('/node_modules/')[0] ?? '/',
  'node_modules',
)
const readOnly = [path.join(import.meta.dirname, '../../../..'), modules]
const rights = ['--permission', '--allow-addons', ...readOnly.map((folder) => `--allow-fs-read=${folder}/`)]

/** The shell sets what the system holds: no core file with somebody's papers in it, seconds of computing, memory. */
const bounded = 'ulimit -c 0; ulimit -t "$1"; ulimit -d "$2"; shift 2; exec "$0" "$@"'

/** With which a system that shuts down ends everything that runs. */
const toldToEnd: readonly unknown[] = ['SIGTERM', 'SIGINT', 'SIGHUP']

/**
 * Looks at a file in a process of its own, which ends with it. Answers after all that was made of the file is kept; throws
 * `InspectionCrashedError` where the file is why there is no answer, and whatever reading and keeping throws.
 */
export async function inspectFile(
  { mediaType, bytes }: FileToInspect,
  keep: KeepRendition,
  { time, memory }: InspectionLimits = usual,
): Promise<Inspection> {
  const seconds = String(Math.ceil(time / 1000))
  const child = spawn(
    '/bin/sh',
    ['-c', bounded, process.execPath, seconds, String(memory), ...rights, program, mediaType],
    { stdio: ['pipe', 'ignore', 'ignore', 'pipe'], env: {} },
  )
  const ended = once(child, 'close')
  ended.catch(() => undefined)
  const clock = createInspectionClock(time, () => child.kill('SIGKILL'))
  const [input, , , output] = child.stdio
  try {
    if (child.pid === undefined || !(output instanceof Readable)) throw new Error('No process was started')
    const said: AsyncIterable<Buffer> = output
    const [answer] = await Promise.all([
      readAnswer(clock.awaited(said), keep),
      give(clock.given(bytes), input),
    ])
    return answer
  } catch (error) {
    const isCrash = error instanceof InspectionCrashedError
    if (isCrash) await whenEnded()
    throw isCrash && toldToEnd.includes(child.signalCode)
      ? new Error('It was told to end', { cause: error })
      : error
  } finally {
    clock.stop()
    await whenEnded()
  }

  async function whenEnded(): Promise<void> {
    child.kill('SIGKILL')
    // It does not count as ended while something that it said is left to read.
    for (const stream of child.stdio) stream?.destroy()
    await ended.catch(() => undefined)
  }
}

/** What the process says tells whether it wanted no more because it had seen enough. */
async function give(bytes: AsyncIterable<Uint8Array>, input: Writable | null): Promise<void> {
  if (input === null) return
  input.on('error', () => undefined)
  for await (const part of bytes) if (!(await feed(input, part))) return
  input.end()
}
