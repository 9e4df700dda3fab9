import { receiptResponse } from '@connect/contract/rooms/receipts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOwnCase, aStoredNotice, type OwnCase } from '../../testing/own-case.ts'
import { readReport } from '../../testing/own-report.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

let api: TestApp
let own: OwnCase
beforeAll(async () => {
  api = await startTestApp()
  own = await anOwnCase(api)
})
afterAll(() => api.stop())

const send = (body: object) => own.owner.browser.send('POST', '/document-submissions', body, newKey())
const file = () => anUploadedDocument(api, own.owner.browser, { kind: 'requested' })

describe('proofs that a letter asked for', () => {
  test('are a report of their own kind, with a receipt, that names the letter', async () => {
    const { caseId } = own
    const notice = await aStoredNotice(api, caseId, { asksForDocuments: true })
    const { id: documentId, sha256 } = await file()
    const body = { caseId, noticeId: notice.id, message: 'The lease.', documentIds: [documentId] }
    const response = await send(body)
    expect(response.statusCode).toBe(201)
    const receipt = receiptResponse.parse(response.json())
    expect(receipt).toMatchObject({ kind: 'documents', changes: [], dueOn: null, message: 'The lease.' })
    expect(receipt.documents).toMatchObject([{ id: documentId, kind: 'requested', sha256 }])
    expect(await readReport(own, receipt.reportId)).toMatchObject({
      kind: 'documents',
      status: 'received',
      noticeId: notice.id,
      changes: [],
      confirmationNumber: receipt.confirmationNumber,
      timeline: [{ kind: 'received', message: 'The lease.', documentIds: [documentId] }],
      withdrawable: true,
    })
    expect((await send(body)).body).toBe(response.body)
  })

  test('go with a letter to that case, and with a case of one’s own', async () => {
    const other = await anOwnCase(api)
    const theirs = await aStoredNotice(api, other.caseId)
    const { id } = await file()
    const letter = await send({ caseId: own.caseId, noticeId: theirs.id, documentIds: [id] })
    expect(letter.json()).toMatchObject({ status: 404, code: 'resource.not_found' })
    const elsewhere = await send({ caseId: other.caseId, documentIds: [id] })
    expect(elsewhere.json()).toMatchObject({ status: 404, code: 'resource.not_found' })
    expect((await send({ caseId: own.caseId, documentIds: [id] })).statusCode).toBe(201)
  })

  test('are at least one, one’s own, and not sent before', async () => {
    const { caseId } = own
    expect((await send({ caseId, documentIds: [] })).json()).toMatchObject({
      errors: [{ pointer: '/documentIds', code: 'list.too_small' }],
    })
    const { id: theirs } = await anUploadedDocument(api, (await anOwnCase(api)).owner.browser)
    const { id: sent } = await file()
    await send({ caseId, documentIds: [sent] })
    const refused = await send({ caseId, message: 'Again.', documentIds: [theirs, sent] })
    expect(refused.json()).toMatchObject({
      errors: [
        { pointer: '/documentIds/0', code: 'document.unknown' },
        { pointer: '/documentIds/1', code: 'document.submitted' },
      ],
    })
  })

  test('are told what is wrong with each beside what is wrong with the message or the case', async () => {
    const { id: good } = await file()
    const { id: theirs } = await anUploadedDocument(api, (await anOwnCase(api)).owner.browser)
    const documentIds = [good, 'no id', theirs]
    const refused = await send({ caseId: own.caseId, message: ' ', documentIds })
    expect(refused.json<{ errors: unknown[] }>().errors).toEqual([
      expect.objectContaining({ pointer: '/message' }),
      expect.objectContaining({ pointer: '/documentIds/1', code: 'field.wrong_format' }),
      { pointer: '/documentIds/2', code: 'document.unknown' },
    ])
    expect((await send({ documentIds: [theirs] })).json()).toMatchObject({
      errors: [
        { pointer: '/caseId', code: 'field.required' },
        { pointer: '/documentIds/0', code: 'document.unknown' },
      ],
    })
    const elsewhere = await send({ caseId: (await anOwnCase(api)).caseId, message: ' ', documentIds })
    expect(elsewhere.statusCode).toBe(404)
  })
})
