import { randomBytes } from 'node:crypto'
import type { Receipt, Verification } from '@connect/contract/rooms/receipts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOwnCase, type OwnCase } from '../../testing/own-case.ts'
import { newAddress } from '../../testing/requests.ts'
import { readCodeOf } from '../../testing/receipt-code.ts'
import { aStoredReceipt } from '../../testing/stored-receipt.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

const json = 'application/json'
const pdf = 'application/pdf'

let api: TestApp
let own: OwnCase
beforeAll(async () => {
  api = await startTestApp()
  own = await anOwnCase(api)
})
afterAll(() => api.stop())

const aReceipt = () => aStoredReceipt(api, { caseId: own.caseId, accountId: own.owner.id })

/** The bytes of a receipt as its owner gets them. */
async function given({ id }: Receipt, accept = json): Promise<Buffer> {
  const response = await own.owner.browser.send('GET', `/receipts/${id}`, undefined, { accept })
  expect(response.statusCode).toBe(200)
  return response.rawPayload
}

async function verify(payload: Buffer | string, type = json): Promise<Verification> {
  const response = await api.app.inject({
    method: 'POST',
    url: '/api/v1/receipts/verification',
    headers: { 'content-type': type, 'x-forwarded-for': newAddress() },
    payload,
  })
  expect([response.statusCode, response.body]).toEqual([200, expect.any(String)])
  return response.json<Verification>()
}

/** What a receipt proves to a stranger. */
function factsOf({ confirmationNumber, submittedAt, receivedOn, changes, documents }: Receipt) {
  return {
    confirmationNumber,
    submittedAt,
    receivedOn,
    changes: changes.map(({ typeId, dueOn, inTime }) => ({ typeId, dueOn, inTime })),
    documents: documents.map(({ sha256 }) => ({ sha256 })),
  }
}

/** What stands behind the `#` of the address in a receipt’s QR code. */
async function codeOf(receipt: Receipt): Promise<string> {
  const [page, code] = (await readCodeOf(await given(receipt, pdf))).split('#')
  expect(new URL(page ?? '').pathname).toBe('/receipts/verify')
  return code ?? ''
}

describe('a receipt that somebody shows', () => {
  test('is genuine as JSON, as PDF and as code, and says the same without names', async () => {
    const { receipt } = await aReceipt()
    const genuine = { result: 'genuine', genuine: true, facts: factsOf(receipt) }
    expect(await verify(await given(receipt))).toEqual(genuine)
    expect(await verify(await given(receipt, pdf), pdf)).toEqual(genuine)
    expect(await verify(JSON.stringify({ code: await codeOf(receipt) }))).toEqual(genuine)
    expect(JSON.stringify(genuine)).not.toMatch(/Zoë|Núñez|Bäckerei|alquiler/)
  })

  test('is genuine however programs write its JSON, but not with a name twice', async () => {
    const { receipt } = await aReceipt()
    const { signature, ...facts } = receipt
    const reordered = { signature, ...Object.fromEntries(Object.entries(facts).reverse()) }
    const escaped = JSON.stringify(receipt).replace(
      /[^ -~]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    for (const text of [JSON.stringify(reordered, null, 4), escaped])
      expect(await verify(text)).toMatchObject({ result: 'genuine' })
    const twice = JSON.stringify(receipt).replace('{', '{"dueOn":"2030-01-01",')
    expect(await verify(twice)).toMatchObject({ result: 'changed', genuine: false, facts: null })
  })

  test('is genuine in its bytes once and for all: a document made again is the same', async () => {
    const { receipt } = await aReceipt()
    expect(await given(receipt, pdf)).toEqual(await given(receipt, pdf))
    expect(await given(receipt)).toEqual(await given(receipt))
  })

  test('is known by a key that is published', async () => {
    const { receipt } = await aReceipt()
    const { items } = (await api.app.inject('/api/v1/receipts/keys')).json<{ items: { id: string }[] }>()
    expect(items.map(({ id }) => id)).toEqual([receipt.signature.keyId])
    const keyId = 'A'.repeat(16)
    const other = { ...receipt, signature: { ...receipt.signature, keyId } }
    expect(await verify(JSON.stringify(other))).toMatchObject({ result: 'unknown_key', genuine: false })
    const code = (await codeOf(receipt)).replace(receipt.signature.keyId, keyId)
    expect(await verify(JSON.stringify({ code }))).toMatchObject({ result: 'unknown_key' })
  })

  test.each([
    ['nothing', '', json],
    ['no JSON', '{"a":', json],
    ['no text', Buffer.from([0xff, 0xfe, 0x00]), json],
    ['a list', '[]', json],
    ['a number', '1', json],
    ['a name', '"receipt"', json],
    ['something else', '{"signature":{"algorithm":"none","keyId":"","value":""}}', json],
    ['half of a letter', '{"a":"\\ud800","signature":{"algorithm":"Ed25519","keyId":"k","value":"v"}}', json],
    ['very deep', '['.repeat(200_000), json],
    ['no code', '{"code":"https://example.org/"}', json],
    ['a number as its code', '{"code":7}', json],
    ['a file of noise', randomBytes(4096), pdf],
    ['another PDF', '%PDF-1.7\n%%EOF\n', pdf],
    ['an empty file', '', pdf],
  ])('is none when it is %s', async (_what, payload, type) => {
    expect(await verify(payload, type)).toEqual({ result: 'not_a_receipt', genuine: false, facts: null })
  })

  test('is refused when it is longer than any, or of another type', async () => {
    const send = (payload: Buffer | string, type: string) =>
      api.app.inject({
        method: 'POST',
        url: '/api/v1/receipts/verification',
        headers: { 'content-type': type, 'x-forwarded-for': newAddress() },
        payload,
      })
    expect((await send(Buffer.alloc(1024 * 1024 + 1, 0x20), pdf)).statusCode).toBe(413)
    expect((await send('text', 'text/plain')).statusCode).toBe(415)
    const { receipt } = await aReceipt()
    const long = { ...receipt, message: `"${'x\\'.repeat(500_000)}`.slice(0, 500_000) }
    expect(await verify(JSON.stringify(long))).toMatchObject({ result: 'changed' })
  })

  test('may be asked for sixty times a minute from one address', async () => {
    const from = newAddress()
    const ask = () =>
      api.app.inject({
        method: 'POST',
        url: '/api/v1/receipts/verification',
        headers: { 'content-type': json, 'x-forwarded-for': from },
        payload: '{}',
      })
    const statuses = []
    for (let count = 0; count < 61; count += 1) statuses.push((await ask()).statusCode)
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
  })
})
