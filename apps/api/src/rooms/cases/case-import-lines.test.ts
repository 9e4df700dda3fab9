import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { readLines } from './case-import-lines.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

async function* bodyOf(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    await nextTurn()
    yield chunk
  }
}

async function linesOf(text: string, { pieces, largest = 100 }: { pieces: number; largest?: number }) {
  const bytes = Buffer.from(text)
  const chunks: Buffer[] = []
  for (let start = 0; start < bytes.length; start += pieces)
    chunks.push(bytes.subarray(start, start + pieces))
  const lines: (string | null)[] = []
  for await (const some of readLines(bodyOf(chunks), largest))
    lines.push(...some.map((line) => line.bytes?.toString() ?? null))
  return lines
}

test('lines are the same in whatever pieces they come', async () => {
  const text = `one\n\nñandú\n${'x'.repeat(100)}\n${'y'.repeat(101)}\nlast`
  for (const pieces of [1, 2, 3, 7, 99, 1_000])
    expect(await linesOf(text, { pieces }), String(pieces)).toEqual([
      'one',
      '',
      'ñandú',
      'x'.repeat(100),
      null,
      'last',
    ])
})

test('a line in very many pieces keeps none of them', async () => {
  const pieces: WeakRef<ArrayBuffer>[] = []
  let kept = Infinity
  async function* body(): AsyncGenerator<Uint8Array> {
    for (let count = 0; count < 1_000; count += 1) {
      const piece = new Uint8Array(1_000).fill(0x20)
      pieces.push(new WeakRef(piece.buffer))
      yield piece.subarray(0, 1)
      await nextTurn()
    }
    collectGarbage()
    kept = pieces.filter((piece) => piece.deref() !== undefined).length
  }
  for await (const [line] of readLines(body(), 2_000)) expect(line?.bytes).toHaveLength(1_000)
  expect(kept).toBeLessThan(10)
})
