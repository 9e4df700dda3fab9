import type { Writable } from 'node:stream'

/** Writes a part and waits until there is room for more. False when the other side takes no more: it has ended or broken. */
export async function feed(stream: Writable, part: Uint8Array): Promise<boolean> {
  if (!stream.writable) return false
  if (!stream.write(part)) await untilDrained(stream)
  return stream.writable
}

function untilDrained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done)
      resolve()
    }
    stream.on('drain', done).on('close', done)
  })
}
