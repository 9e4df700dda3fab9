import { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { generateKeys } from '../../kernel/key-ring.ts'
import { createRecordCipher } from '../../kernel/record-cipher.ts'
import { aPdfLike, formOf } from '../../testing/upload.ts'
import { createDocumentBytes } from './document-bytes.service.ts'
import { readForm } from './document-form.ts'

const file = (content: Uint8Array) => ({ name: 'file', fileName: 'a.pdf', content })

/** A form in parts of so many bytes, and how many of them were taken so far. */
function sent({ body }: { readonly body: Buffer }, part: number) {
  let bytes = 0
  function* parts() {
    for (let from = 0; from < body.length; from += part) {
      bytes = Math.min(body.length, from + part)
      yield body.subarray(from, bytes)
    }
  }
  return { stream: Readable.from(parts(), { objectMode: false }), taken: () => bytes }
}

test('a form is read the same, however its bytes are cut', async () => {
  const content = aPdfLike(5000)
  const form = formOf([{ name: 'kind', content: 'other' }, file(content)])
  for (const part of [1, 2, 3, 7, 64, 1000, form.body.length]) {
    const read = await readForm(sent(form, part).stream, form.type, async ({ name, content: arriving }) => {
      const parts: Buffer[] = []
      for await (const one of arriving) parts.push(one)
      return { name, isSame: Buffer.concat(parts).equals(content) }
    })
    expect(read).toEqual({ taken: { name: 'a.pdf', isSame: true }, fields: { kind: 'other' }, issues: [] })
  }
})

test('no more is read than can be stored: whoever sends has to wait', async () => {
  const cipher = createRecordCipher(generateKeys())
  const storing = Promise.withResolvers<undefined>()
  let pieces = 0
  const bytes = createDocumentBytes({
    cipher,
    store: {
      put: async () => {
        pieces += 1
        await storing.promise
      },
      finish: () => Promise.resolve(),
      remove: () => Promise.resolve(),
      read: () => {
        throw new Error('nobody reads here')
      },
    },
  })
  const { dataKey, dataKeyVersion } = cipher.create('document', 'a')
  const form = formOf([file(aPdfLike(10_000_000))])
  const { stream, taken } = sent(form, 65_536)
  const reading = readForm(stream, form.type, async ({ content }) => {
    const writer = bytes.write({ id: 'a', dataKey, dataKeyVersion }, 'original')
    for await (const part of content) await writer.add(part)
    return writer.end()
  })
  for (let time = 0; time < 500; time += 1) await turn()
  expect(pieces).toBe(1)
  expect(taken()).toBeLessThan(1_000_000)
  storing.resolve(undefined)
  expect((await reading).taken?.bytes).toBe(10_000_000)
})

test('what is left of a form is read away when its file cannot be taken', async () => {
  const form = formOf([file(aPdfLike(1_000_000)), { name: 'kind', content: 'other' }])
  const { stream, taken } = sent(form, 65_536)
  const failing = readForm(stream, form.type, () => Promise.reject(new Error('no room')))
  await expect(failing).rejects.toThrow('no room')
  for (let time = 0; time < 500; time += 1) await turn()
  expect(taken()).toBe(form.body.length)
})
