import { afterAll, beforeAll, expect, test } from 'vitest'
import { timeOrderedId } from '../../kernel/ids.ts'
import { anOwnCase, type OwnCase } from '../../testing/own-case.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { aStoredEvent } from '../../testing/stored-event.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

let api: TestApp
let second: TestApp
let own: OwnCase
beforeAll(async () => {
  api = await startTestApp()
  second = await startTestApp({ beside: api })
  own = await anOwnCase(api)
})
afterAll(async () => {
  await second.stop()
  await api.stop()
})

const anEvent = ({ id }: QuickOwner) => aStoredEvent(api, own.caseId, id)
const aDocument = async ({ browser }: QuickOwner) => (await anUploadedDocument(api, browser)).id
const attach = (accountId: string, eventId: string, documentIds: string[], instance = api) =>
  instance.deps.commit((tx) =>
    instance.deps.documents.attachment.attach(tx, { accountId, eventId, documentIds }),
  )
const change = (id: string, data: { state: string }) =>
  api.deps.commit((tx) => tx.document.update({ where: { id }, data }))

test('files are found in the order asked, each once, and nobody else’s', async () => {
  const [owner, other] = [await aQuickOwner(api), await aQuickOwner(api)]
  const [a, b, c] = [await aDocument(owner), await aDocument(owner), await aDocument(other)]
  const found = await api.deps.commit((tx) =>
    api.deps.documents.attachment.find(tx, owner.id, [b, c, a, timeOrderedId(), b]),
  )
  expect(found.map(({ id }) => id)).toEqual([b, a])
})

test('files that go with an entry stand there from then on, whatever their check says', async () => {
  const { owner } = own
  const [eventId, a, b] = [await anEvent(owner), await aDocument(owner), await aDocument(owner)]
  await change(b, { state: 'checking' })
  const { documents, refused } = await attach(owner.id, eventId, [b, a])
  expect(refused).toEqual([])
  expect(documents.map(({ id, reportId }) => [id, reportId])).toEqual([
    [b, expect.any(String)],
    [a, expect.any(String)],
  ])
  const empty = timeOrderedId()
  const byEvent = await api.deps.commit((tx) => api.deps.documents.attachment.ofEvents(tx, [eventId, empty]))
  expect(byEvent.get(eventId)?.map(({ id, active }) => [id, active])).toEqual([
    [a, false],
    [b, false],
  ])
  expect(byEvent.get(empty)).toEqual([])
})

test('nothing goes where one file may not, and each is named with its reason', async () => {
  const { owner } = own
  const stranger = await aQuickOwner(api)
  const good = await aDocument(owner)
  const [theirs, gone] = [await aDocument(stranger), timeOrderedId()]
  const [sent, refusedOne, arriving] = [
    await aDocument(owner),
    await aDocument(owner),
    await aDocument(owner),
  ]
  await attach(owner.id, await anEvent(owner), [sent])
  await change(refusedOne, { state: 'refused' })
  await change(arriving, { state: 'receiving' })
  const eventId = await anEvent(owner)
  const { documents, refused } = await attach(owner.id, eventId, [
    good,
    theirs,
    gone,
    sent,
    refusedOne,
    arriving,
    gone,
  ])
  expect(documents).toEqual([])
  expect(refused).toEqual([
    { documentId: theirs, code: 'document.unknown' },
    { documentId: gone, code: 'document.unknown' },
    { documentId: sent, code: 'document.submitted' },
    { documentId: refusedOne, code: 'document.refused' },
    { documentId: arriving, code: 'document.receiving' },
  ])
  const byEvent = await api.deps.commit((tx) => api.deps.documents.attachment.ofEvents(tx, [eventId]))
  expect(byEvent.get(eventId)).toEqual([])
})

test('of many who want the same files at once, at two instances, one gets them', async () => {
  const { owner } = own
  const ids = [await aDocument(owner), await aDocument(owner), await aDocument(owner)]
  const tries = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const order = index % 2 === 0 ? ids : ids.toReversed()
      return attach(owner.id, await anEvent(owner), order, index % 3 === 0 ? second : api)
    }),
  )
  expect(tries.filter(({ refused }) => refused.length === 0)).toHaveLength(1)
  const codes = tries.flatMap(({ refused }) => refused.map(({ code }) => code))
  expect(new Set(codes)).toEqual(new Set(['document.submitted']))
})

test('a file is either deleted or submitted, never both', async () => {
  const { owner } = own
  for (let time = 0; time < 5; time += 1) {
    const [id, eventId] = [await aDocument(owner), await anEvent(owner)]
    const [deleted, attached] = await Promise.all([
      owner.browser.send('DELETE', `/documents/${id}`, undefined, {}, second),
      attach(owner.id, eventId, [id]),
    ])
    const isAttached = attached.refused.length === 0
    expect(deleted.statusCode).toBe(isAttached ? 409 : 204)
    expect(await api.deps.commit((tx) => tx.document.count({ where: { id } }))).toBe(isAttached ? 1 : 0)
  }
})
