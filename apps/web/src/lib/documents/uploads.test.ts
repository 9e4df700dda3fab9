import { expect, it } from 'vitest'
import { unreachable, type Answer } from '../api.ts'
import type { StoredDocument } from './document-place.ts'
import type { OutgoingFile } from './send-document.ts'
import { createUploads } from './uploads.ts'

const lost = { refusal: unreachable }
const tooLarge = { refusal: { code: 'request.too_large', status: 413, retryAfterSeconds: undefined } }
const signedOut = { refusal: { code: 'session.required', status: 401, retryAfterSeconds: undefined } }

const here = { owner: 'report', part: 'changes.0' }

/** A service whose answers are given by hand, and everything that it was sent. */
function aService() {
  const sent: (OutgoingFile & {
    answer: (answer: Answer<StoredDocument>) => Promise<void>
    onProgress: (share: number) => void
    signal: AbortSignal
  })[] = []
  let keys = 0
  const uploads = createUploads({
    send: (file, watch) =>
      new Promise((resolve) => {
        sent.push({
          ...file,
          ...watch,
          answer: async (answer) => {
            resolve(answer)
            await settled()
          },
        })
      }),
    newKey: () => `key-${(keys += 1)}`,
    wait: async () => undefined,
  })
  const arrived: string[] = []
  uploads.receive(here, ({ id }) => arrived.push(id))
  return { uploads, sent, arrived }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0)).then(() => undefined)
const aFile = (name: string) => new File(['x'], name)
const stored = (id: string) => ({ data: { id } as StoredDocument })

it('what has arrived is handed over once and is no longer on its way', async () => {
  const { uploads, sent, arrived } = aService()
  uploads.add(here, 'pay_stub', [aFile('stub.jpg')])
  sent[0]?.onProgress(0.5)
  expect(uploads.all()).toMatchObject([{ state: 'sending', progress: 0.5 }])
  await sent[0]?.answer(stored('1'))
  expect([arrived, uploads.all()]).toEqual([['1'], []])
})

it('two are sent at once, the others wait their turn', async () => {
  const { uploads, sent } = aService()
  uploads.add(here, 'other', [aFile('1.jpg'), aFile('2.jpg'), aFile('3.jpg')])
  expect(sent.map(({ file }) => file.name)).toEqual(['1.jpg', '2.jpg'])
  await sent[0]?.answer(stored('1'))
  expect(sent.map(({ file }) => file.name)).toEqual(['1.jpg', '2.jpg', '3.jpg'])
})

it('documents stand in the order in which their files were chosen, behind those that were there before', async () => {
  const { uploads, sent } = aService()
  uploads.add(here, 'other', [aFile('page 1.jpg'), aFile('page 2.jpg')])
  await sent[1]?.answer(stored('second'))
  await sent[0]?.answer(stored('first'))
  const documents = ['second', 'first', 'earlier'].map((id) => ({ id }))
  expect(uploads.inOrder(documents).map(({ id }) => id)).toEqual(['earlier', 'first', 'second'])
})

it('a lost answer is asked for again under the same key, and then waits for the person', async () => {
  const { uploads, sent, arrived } = aService()
  uploads.add(here, 'other', [aFile('1.jpg')])
  for (let tries = 0; tries < 4; tries += 1) await sent[tries]?.answer(lost)
  expect(uploads.all()).toMatchObject([{ state: 'failed', refusal: { code: 'unreachable' } }])
  uploads.retry('key-1')
  await sent[4]?.answer(stored('7'))
  expect(sent.map(({ idempotencyKey }) => idempotencyKey)).toEqual(Array(5).fill('key-1'))
  expect(arrived).toEqual(['7'])
})

it('what the service does not take is not sent again by itself', async () => {
  const { uploads, sent } = aService()
  uploads.add(here, 'other', [aFile('1.jpg')])
  await sent[0]?.answer(tooLarge)
  expect(uploads.all()).toMatchObject([{ state: 'failed', refusal: { status: 413 } }])
  uploads.resume()
  expect(sent).toHaveLength(1)
})

it('what was sent after the session had ended goes again when the person is back', async () => {
  const { uploads, sent, arrived } = aService()
  uploads.add(here, 'other', [aFile('1.jpg')])
  await sent[0]?.answer(signedOut)
  uploads.resume()
  await sent[1]?.answer(stored('1'))
  expect(arrived).toEqual(['1'])
})

it('what was cancelled is ended, never handed over, and leaves its turn to the next one', async () => {
  const { uploads, sent, arrived } = aService()
  uploads.add(here, 'other', [aFile('1.jpg'), aFile('2.jpg'), aFile('3.jpg')])
  uploads.cancel('key-1')
  expect([sent[0]?.signal.aborted, sent[2]?.file.name]).toEqual([true, '3.jpg'])
  await sent[0]?.answer(stored('1'))
  expect(arrived).toEqual([])
})

it('nothing is left, and nothing handed over, once the person has gone', async () => {
  const { uploads, sent, arrived } = aService()
  uploads.add(here, 'other', [aFile('1.jpg'), aFile('2.jpg'), aFile('3.jpg')])
  uploads.forget()
  await sent[0]?.answer(stored('1'))
  await sent[1]?.answer(lost)
  expect([uploads.all(), arrived, sent.length]).toEqual([[], [], 2])
})

it('a place that goes takes along what is on its way to it, and one that is renamed keeps its own', async () => {
  const { uploads, sent, arrived } = aService()
  const there = { ...here, part: 'there' }
  uploads.add(here, 'other', [aFile('1.jpg')])
  uploads.add(there, 'other', [aFile('2.jpg'), aFile('3.jpg')])
  await sent[1]?.answer(stored('2'))
  uploads.leave(here)
  uploads.move(there, here)
  expect(uploads.all()).toMatchObject([{ file: { name: '3.jpg' }, part: here.part }])
  await sent[0]?.answer(stored('1'))
  await sent[2]?.answer(stored('3'))
  expect(arrived).toEqual(['3'])
  expect(uploads.unknownArrivals(here, []).map(({ id }) => id)).toEqual(['2', '3'])
  expect(uploads.unknownArrivals(there, [])).toEqual([])
})

it('what arrived while nobody could keep it is handed over again, until it is known or gone', async () => {
  const { uploads, sent } = aService()
  uploads.add(here, 'other', [aFile('1.jpg'), aFile('2.jpg')])
  await sent[0]?.answer(stored('1'))
  await sent[1]?.answer(stored('2'))
  const unknown = (knownIds: string[]) => uploads.unknownArrivals(here, knownIds).map(({ id }) => id)
  expect(unknown([])).toEqual(['1', '2'])
  expect(unknown(['1'])).toEqual(['2'])
  uploads.forgetArrival('2')
  expect(unknown([])).toEqual([])
})
