import { ageAccount } from '@connect/prisma/testing/factories/account'
import { ageDocuments } from '@connect/prisma/testing/factories/documents'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { anOwnCase } from '../../testing/own-case.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { aChange, aDraft, startReport } from '../../testing/own-report.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { aStoredCase } from '../../testing/stored-case.ts'
import { aStoredEvent } from '../../testing/stored-event.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

const day = 24 * 60

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterEach(() => api.deps.commit((tx) => tx.document.deleteMany({ where: { eventId: null } })))
afterAll(() => api.stop())

const aDocument = async ({ browser }: QuickOwner) => (await anUploadedDocument(api, browser)).id
const age = (minutes: number) => ageDocuments(api.database.ownerUrl, minutes)
const sweep = async () => (await api.deps.sweeper.sweepNow()).document
const isThere = async (id: string) =>
  api.deps.commit(async (tx) => [
    await tx.document.count({ where: { id } }),
    await tx.documentChunk.count({ where: { documentId: id } }),
  ])

test('what never arrived in full is taken away after an hour, bytes and all', async () => {
  const id = await aDocument(await aQuickOwner(api))
  await api.deps.commit((tx) => tx.document.update({ where: { id }, data: { state: 'receiving' } }))
  await age(59)
  expect([await sweep(), await isThere(id)]).toEqual([0, [1, 1]])
  await age(2)
  expect([await sweep(), await isThere(id)]).toEqual([1, [0, 0]])
})

test('what nobody submitted is taken away after 30 days, also while there is a draft without it', async () => {
  const own = await anOwnCase(api)
  const id = await aDocument(own.owner)
  await startReport(own)
  await age(30 * day - 5)
  expect([await sweep(), await isThere(id)]).toEqual([0, [1, 1]])
  await age(10)
  expect([await sweep(), await isThere(id)]).toEqual([1, [0, 0]])
})

test('what stands in a draft stays for 30 days after the draft was saved last', async () => {
  const own = await anOwnCase(api)
  const [named, other] = [await aDocument(own.owner), await aDocument(own.owner)]
  await age(20 * day)
  await aDraft(own, [{ ...aChange(own), documentIds: [named] }])
  await age(30 * day - 5)
  expect([await sweep(), await isThere(named), await isThere(other)]).toEqual([1, [1, 1], [0, 0]])
  await age(10)
  expect([await sweep(), await isThere(named)]).toEqual([1, [0, 0]])
})

test('what was submitted stays, also when its account is deleted; the rest goes', async () => {
  const { person, browser } = await aSignedInPerson(api)
  const owner = { id: person.id, browser }
  const { caseId } = await aStoredCase(api)
  const [sent, other] = [await aDocument(owner), await aDocument(owner)]
  const eventId = await aStoredEvent(api, caseId, owner.id)
  await api.deps.commit((tx) =>
    api.deps.documents.attachment.attach(tx, { accountId: owner.id, eventId, documentIds: [sent] }),
  )
  await age(400 * day)
  await api.deps.commit((tx) => tx.document.update({ where: { id: other }, data: { createdAt: new Date() } }))
  expect(await sweep()).toBe(0)
  await browser.send('DELETE', '/account', { password: person.password })
  await ageAccount(api.database.ownerUrl, person.id, 24.01)
  expect(await api.deps.ownAccount.deletion.deleteAllDue()).toBe(1)
  expect([await sweep(), await isThere(other), await isThere(sent)]).toEqual([1, [0, 0], [1, 1]])
})

test('many files are taken away a few at a time', async () => {
  const owner = await aQuickOwner(api)
  for (let time = 0; time < 23; time += 1) await aDocument(owner)
  await age(31 * day)
  expect(await sweep()).toBe(23)
})

test('a large file is taken away in small bites, and is nobody’s from the first', async () => {
  const owner = await aQuickOwner(api)
  const id = await aDocument(owner)
  const database = new pg.Client({ connectionString: api.database.ownerUrl })
  await database.connect()
  await database.query(
    `INSERT INTO document_chunk (document_id, rendition, position, content)
     SELECT $1, 'reader', position, ''::bytea FROM generate_series(0, 199) AS position`,
    [id],
  )
  await database.query('CREATE TABLE bite (pieces int, owners int)')
  await database.query('GRANT ALL ON bite TO PUBLIC')
  await database.query(
    `CREATE FUNCTION count_bite() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       INSERT INTO bite SELECT (SELECT count(*) FROM gone), (SELECT count(account_id) FROM document);
       RETURN NULL; END $$`,
  )
  await database.query(
    `CREATE TRIGGER count_bite AFTER DELETE ON document_chunk REFERENCING OLD TABLE AS gone
     FOR EACH STATEMENT EXECUTE FUNCTION count_bite()`,
  )
  await age(31 * day)
  expect([await sweep(), await isThere(id)]).toEqual([1, [0, 0]])
  const { rows } = await database.query(
    'SELECT sum(pieces)::int AS pieces, max(pieces) AS most, max(owners) AS owners FROM bite',
  )
  expect(rows).toEqual([{ pieces: 201, most: 64, owners: 0 }])
  await database.query('DROP TRIGGER count_bite ON document_chunk')
  await database.end()
})

test('a file that goes with its draft is nobody’s at once, and is then taken away', async () => {
  const owner = await aQuickOwner(api)
  const id = await aDocument(owner)
  const { commit, documents } = api.deps
  expect(await commit((tx) => documents.attachment.discard(tx, owner.id, [id]))).toEqual([id])
  expect((await owner.browser.send('GET', `/documents/${id}`)).statusCode).toBe(404)
  expect([await isThere(id), await sweep(), await isThere(id)]).toEqual([[1, 1], 1, [0, 0]])
})
