import { randomUUID } from 'node:crypto'
import { receiptResponse, type Receipt } from '@connect/contract/rooms/receipts'
import { ageReport } from '@connect/prisma/testing/factories/reports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anIntegrator } from '../../testing/integrator.ts'
import { aDraft, anOwnReport, readReport, type OwnReport } from '../../testing/own-report.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

const add = ({ owner, id }: Pick<OwnReport, 'owner' | 'id'>, body: object) =>
  owner.browser.send('POST', `/change-reports/${id}/additions`, body, newKey())

async function added(report: OwnReport, body: object): Promise<Receipt> {
  const response = await add(report, body)
  expect(response.statusCode).toBe(201)
  return receiptResponse.parse(response.json())
}

/** Gives so many documents more to a report, which nobody can open. */
const fill = (reportId: string, many: number) =>
  api.deps.commit(
    (tx) =>
      tx.$executeRaw`
      INSERT INTO document (id, account_id, kind, state, data_key, data_key_version, file_name, media_type, event_id)
      SELECT gen_random_uuid(), last.account_id, last.kind, last.state, last.data_key, last.data_key_version,
             last.file_name, last.media_type, last.event_id
      FROM generate_series(1, ${many}::int),
           (SELECT * FROM document
             WHERE event_id IN (SELECT id FROM change_report_event WHERE report_id = ${reportId}::uuid)
             LIMIT 1) AS last`,
  )

const setStatus = (id: string, status: string) =>
  api.deps.commit((tx) => tx.changeReport.update({ where: { id }, data: { status } }))

describe('what is added to a report', () => {
  test('stands in its timeline with a receipt of its own', async () => {
    const own = await anOwnReport(api)
    const file = await anUploadedDocument(api, own.owner.browser)
    const receipt = await added(own, { message: 'The pay stub,\nas promised.', documentIds: [file.id] })
    expect(receipt).toMatchObject({
      kind: 'addition',
      reportId: own.id,
      changes: [],
      dueOn: null,
      signedName: null,
      message: 'The pay stub,\nas promised.',
      documents: [{ id: file.id, sha256: file.sha256 }],
    })
    expect(receipt.confirmationNumber).not.toBe(own.receipt.confirmationNumber)
    const report = await readReport(own, own.id)
    expect(report.timeline).toMatchObject([
      { kind: 'received', documentIds: [] },
      {
        kind: 'added',
        message: 'The pay stub,\nas promised.',
        documentIds: [file.id],
        receiptId: receipt.id,
      },
    ])
    expect(report).toMatchObject({ status: 'received', confirmationNumber: own.receipt.confirmationNumber })
  })

  test('brings a report that waits for information back to where it is received', async () => {
    const own = await anOwnReport(api)
    await setStatus(own.id, 'needs_information')
    await added(own, { message: 'It was the first week of May.', documentIds: [] })
    expect((await readReport(own, own.id)).status).toBe('received')
    await setStatus(own.id, 'in_review')
    await added(own, { message: 'One more thing.', documentIds: [] })
    expect((await readReport(own, own.id)).status).toBe('in_review')
  })

  test('is told in lines of text, tidied, with the letters and pictures that people use', async () => {
    const own = await anOwnReport(api)
    const receipt = await added(own, { message: ' Yes 👩‍🍳\r\nJosé\t', documentIds: [] })
    expect(receipt.message).toBe('Yes 👩‍🍳\nJosé')
  })

  test('is told to its author by a message, words alone too', async () => {
    const own = await anOwnReport(api)
    await added(own, { message: 'It was the first week of May.', documentIds: [] })
    const { items } = (await own.owner.browser.send('GET', '/account/messages')).json<{
      items: { kind: string; about: { reportId: string } }[]
    }>()
    const message = items.find(({ kind }) => kind === 'documents_received')
    expect(message?.about.reportId).toBe(own.id)
  })

  test('is something', async () => {
    const own = await anOwnReport(api)
    expect((await add(own, { documentIds: [] })).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/documentIds', code: 'list.too_small' }],
    })
    expect((await add(own, { message: ' \n ', documentIds: [] })).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/message', code: 'text.too_small' }],
    })
  })

  test('is the same within a minute whichever key it is sent with, and another thing later', async () => {
    const own = await anOwnReport(api)
    const file = await anUploadedDocument(api, own.owner.browser)
    const body = { message: 'Here it is.', documentIds: [file.id] }
    const first = await added(own, body)
    expect(await added(own, body)).toEqual(first)
    const words = { message: 'Only words.', documentIds: [] }
    const said = await added(own, words)
    await ageReport(api.database.ownerUrl, own.id, 61)
    expect((await added(own, words)).id).not.toBe(said.id)
    expect((await add(own, body)).json()).toMatchObject({
      errors: [{ pointer: '/documentIds/0', code: 'document.submitted' }],
    })
    expect((await readReport(own, own.id)).timeline).toHaveLength(4)
  })

  test('answers each question of the agency, in the same words too', async () => {
    const own = await anOwnReport(api)
    const worker = await anIntegrator(api, ['change-reports:decide'])
    const move = (to: string, message?: string) =>
      worker.send('POST', `/agency/change-reports/${own.id}/transitions`, { to, message }, newKey())
    const yes = { message: 'Yes.', documentIds: [] }
    await move('needs_information', 'Did you start on May 4?')
    const first = await added(own, yes)
    await move('needs_information', 'Is it full time?')
    expect((await added(own, yes)).id).not.toBe(first.id)
    expect((await readReport(own, own.id)).status).toBe('received')
    await move('processed')
    expect((await add(own, yes)).json()).toMatchObject({ status: 409, code: 'change_report.decided' })
  })

  test('leaves a report with 100 documents at most, and 20 come at once', async () => {
    const own = await anOwnReport(api)
    const files = await Promise.all(
      Array.from({ length: 4 }, () => anUploadedDocument(api, own.owner.browser)),
    )
    const ids = files.map(({ id }) => id)
    const tooMany = (max: number) => ({
      errors: [{ pointer: '/documentIds', code: 'list.too_big', params: { max } }],
    })
    const many = Array.from({ length: 21 }, () => randomUUID())
    expect((await add(own, { documentIds: many })).json()).toMatchObject(tooMany(20))
    await added(own, { documentIds: ids.slice(0, 1) })
    await fill(own.id, 97)
    await ageReport(api.database.ownerUrl, own.id, 61)
    expect((await add(own, { documentIds: ids.slice(1, 4) })).json()).toMatchObject(tooMany(2))
    await added(own, { documentIds: ids.slice(1, 3) })
    expect((await add(own, { documentIds: ids.slice(3, 4) })).json()).toMatchObject(tooMany(0))
    await added(own, { message: 'Words still go.', documentIds: [] })
  })

  test('is told what is wrong with its files beside what is wrong with its words', async () => {
    const own = await anOwnReport(api)
    const { id: theirs } = await anUploadedDocument(api, (await anOwnReport(api)).owner.browser)
    const refused = await add(own, { message: ' ', documentIds: [theirs, 'no id'] })
    expect(refused.json<{ errors: unknown[] }>().errors).toEqual([
      expect.objectContaining({ pointer: '/message' }),
      expect.objectContaining({ pointer: '/documentIds/1', code: 'field.wrong_format' }),
      { pointer: '/documentIds/0', code: 'document.unknown' },
    ])
  })

  test('goes to a report that was submitted and that nobody has decided', async () => {
    const own = await anOwnReport(api)
    const words = { message: 'Late.', documentIds: [] }
    for (const status of ['processed', 'declined', 'withdrawn']) {
      await setStatus(own.id, status)
      expect((await add(own, words)).json()).toMatchObject({ status: 409, code: 'change_report.decided' })
    }
    const draft = await aDraft(own)
    expect((await add({ ...own, id: draft.id }, words)).json()).toMatchObject({
      status: 409,
      code: 'change_report.not_submitted',
    })
    expect((await readReport(own, own.id)).timeline).toHaveLength(1)
  })
})

describe('a report that is withdrawn', () => {
  const withdraw = ({ owner, id }: Pick<OwnReport, 'owner' | 'id'>) =>
    owner.browser.send('POST', `/change-reports/${id}/withdrawal`, {}, newKey())

  test.each(['received', 'in_review', 'needs_information'])(
    'while %s stays readable as such',
    async (status) => {
      const own = await anOwnReport(api)
      await setStatus(own.id, status)
      const response = await withdraw(own)
      expect(response.statusCode).toBe(201)
      const report = await readReport(own, own.id)
      expect(response.json()).toEqual(report)
      expect(report).toMatchObject({ status: 'withdrawn', withdrawable: false })
      expect(report.timeline.map(({ kind }) => kind)).toEqual(['received', 'withdrawn'])
      expect(report.confirmationNumber).toBe(own.receipt.confirmationNumber)
    },
  )

  test('twice is withdrawn once', async () => {
    const own = await anOwnReport(api)
    const answers = await Promise.all([withdraw(own), withdraw(own)])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect((await readReport(own, own.id)).timeline).toHaveLength(2)
  })

  test('is none that was decided, and no draft', async () => {
    const own = await anOwnReport(api)
    for (const status of ['processed', 'declined']) {
      await setStatus(own.id, status)
      expect((await withdraw(own)).json()).toMatchObject({ status: 409, code: 'change_report.decided' })
    }
    const draft = await aDraft(own)
    expect((await withdraw({ ...own, id: draft.id })).json()).toMatchObject({
      code: 'change_report.not_submitted',
    })
  })
})
