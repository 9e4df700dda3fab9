import { documentLimits } from '@connect/contract/rooms/documents'
import { ageUploads } from '@connect/prisma/testing/factories/documents'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { aPdfLike, sendForm, uploadForm } from '../../testing/upload.ts'
import { createDocumentAllowance } from './document-allowance.ts'

const mebibyte = 1024 * 1024

let api: TestApp | undefined
let owner: QuickOwner
beforeEach(async () => {
  api ??= await startTestApp()
  owner = await aQuickOwner(api)
})
afterAll(() => api?.stop())

const running = () => api as TestApp
/** Counts as an upload of so many bytes does; answers how long to wait where it is refused. */
const take = async (bytes: number) => {
  const { commit, lookup } = running().deps
  const { take: count } = createDocumentAllowance(lookup)
  try {
    await commit((tx) => count(tx, owner.id, bytes))
    return 0
  } catch (error) {
    const { options } = error as { options: { headers: Record<string, string> } }
    return Number(options.headers['retry-after'])
  }
}

test('an account uploads 200 MiB in 24 hours and not a byte more, however much at once', async () => {
  const tries = await Promise.all(Array.from({ length: 30 }, () => take(documentLimits.bytes)))
  expect(tries.filter((wait) => wait === 0)).toHaveLength(20)
  expect(await take(1)).toBeGreaterThan(24 * 3600)
})

test('what is refused counts nothing, and is told when there is room again', async () => {
  expect(await take(150 * mebibyte)).toBe(0)
  await ageUploads(running().database.ownerUrl, 60)
  expect(await take(40 * mebibyte)).toBe(0)
  for (let time = 0; time < 3; time += 1) {
    const wait = await take(20 * mebibyte)
    expect(wait).toBeGreaterThan(22 * 3600)
    expect(wait).toBeLessThanOrEqual(23 * 3600 + 600)
  }
  expect(await take(10 * mebibyte)).toBe(0)
  await ageUploads(running().database.ownerUrl, 23 * 60 + 11)
  expect(await take(150 * mebibyte)).toBe(0)
})

test('many small files count as what they cost', async () => {
  expect(await take(documentLimits.bytesInDay - 64 * 1024)).toBe(0)
  expect(await take(10)).toBe(0)
  expect(await take(10)).toBeGreaterThan(0)
})

const sent = async (upload: Parameters<typeof uploadForm>[0] = {}) => {
  const response = await sendForm(running(), owner.browser, uploadForm(upload))
  return [response.statusCode, response.json<{ code?: string }>().code]
}
const arriving = () =>
  running().deps.commit((tx) => tx.document.count({ where: { accountId: owner.id, state: 'receiving' } }))

test('what was stored and then refused counts for a limit of its own', async () => {
  const { commit, lookup } = running().deps
  const piece = 64 * 1024
  await commit((tx) =>
    createDocumentAllowance(lookup).countVain(tx, owner.id, documentLimits.bytesInVain - 8 * piece),
  )
  const inVain = async (pieces: number) => {
    expect(await sent({ content: aPdfLike(pieces * piece), kind: 'poem' })).toEqual([422, 'request.invalid'])
    await vi.waitFor(async () => expect(await arriving()).toBe(0))
  }
  await inVain(5)
  // Nothing of it was stored.
  expect(await sent({ fileName: 'proof.txt' })).toEqual([422, 'request.invalid'])
  await inVain(2)
  expect(await sent()).toEqual([201, undefined])
  await inVain(1)
  expect(await sent()).toEqual([429, 'document.day_limit'])
  await ageUploads(running().database.ownerUrl, 24 * 60 + 10)
  expect(await sent()).toEqual([201, undefined])
})

test('an account has 500 MiB at most that are not submitted, however much at once', async () => {
  const { commit } = running().deps
  const { id } = (await sendForm(running(), owner.browser, uploadForm())).json<{ id: string }>()
  const heavy = (bytes: number) => commit((tx) => tx.document.update({ where: { id }, data: { bytes } }))
  const room = 3 * 64 * 1024
  await heavy(documentLimits.bytesUnsubmitted - room)
  const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await sent())[0]))
  expect(statuses.toSorted()).toEqual([201, 201, 201, 409, 409, 409, 409, 409])
  expect(await sent()).toEqual([409, 'document.unsubmitted_limit'])
  await owner.browser.send('DELETE', `/documents/${id}`)
  expect(await sent()).toEqual([201, undefined])
})

test('an upload over the limit is refused before it is read, and deleting gives nothing back', async () => {
  const { browser } = owner
  const { id } = (await sendForm(running(), browser, uploadForm())).json<{ id: string }>()
  expect(await take(documentLimits.bytesInDay - 128 * 1024)).toBe(0)
  const key = newKey()
  const form = uploadForm({ content: aPdfLike(60_000) })
  expect((await sendForm(running(), browser, form, key)).statusCode).toBe(201)
  await browser.send('DELETE', `/documents/${id}`)
  const refused = await sendForm(running(), browser, uploadForm())
  expect(refused.json()).toMatchObject({ status: 429, code: 'document.day_limit' })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(23 * 3600)
  // What was answered before is answered again.
  expect((await sendForm(running(), browser, form, key)).statusCode).toBe(201)
})
