import type * as Crypto from 'node:crypto'
import { readConfirmationNumber } from '@connect/contract/receipts/confirmation-number'
import { receiptResponse, type Receipt } from '@connect/contract/rooms/receipts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aStoredCase } from '../../testing/stored-case.ts'
import { aStoredReceipt, receiptFacts } from '../../testing/stored-receipt.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { signedBytes } from './receipt-content.ts'
import { isSigned } from './receipt-signing.ts'

/** Numbers that are drawn next, instead of any. */
const random = vi.hoisted(() => ({ next: [] as number[] }))
vi.mock('node:crypto', async (importOriginal) => {
  const crypto = await importOriginal<typeof Crypto>()
  const randomInt = (...bounds: [number]) => random.next.shift() ?? crypto.randomInt(...bounds)
  return { ...crypto, randomInt }
})

let api: TestApp
let caseId: string
beforeAll(async () => {
  api = await startTestApp()
  caseId = (await aStoredCase(api)).caseId
})
afterAll(() => api.stop())

async function publishedKey({ signature }: Receipt): Promise<Uint8Array> {
  const row = await api.deps.commit((tx) => tx.receiptKey.findUnique({ where: { id: signature.keyId } }))
  if (row === null) throw new Error('the key is not published')
  return row.publicKey
}

describe('a receipt', () => {
  test('has a number with a check digit, and says what it was given for, as the contract has it', async () => {
    const { receipt } = await aStoredReceipt(api, { caseId, accountId: null })
    expect(readConfirmationNumber(receipt.confirmationNumber)).toBe(receipt.confirmationNumber)
    expect(receiptResponse.parse(receipt)).toEqual(receipt)
    const { id, confirmationNumber, signature, ...said } = receipt
    expect(said).toEqual(receiptFacts({ caseId, reportId: said.reportId, documents: said.documents }))
    expect([id, confirmationNumber, signature.value].every(Boolean)).toBe(true)
  })

  test('is signed over its facts in their one form, with a key that is published', async () => {
    const { signature, ...facts } = (await aStoredReceipt(api, { caseId, accountId: null })).receipt
    const key = await publishedKey({ signature, ...facts })
    expect(isSigned(signedBytes(facts), signature.value, key)).toBe(true)
    const shuffled = Object.fromEntries(Object.entries(facts).reverse())
    expect(isSigned(signedBytes(shuffled), signature.value, key)).toBe(true)
    expect(isSigned(signedBytes({ ...facts, dueOn: null }), signature.value, key)).toBe(false)
  })

  test('is found by what it was given for, and is the same to the letter', async () => {
    const { receipt, eventId } = await aStoredReceipt(api, { caseId, accountId: null })
    const { issuing } = api.deps.receipts
    await api.deps.commit(async (tx) => {
      expect(JSON.stringify(await issuing.find(tx, eventId))).toBe(JSON.stringify(receipt))
      expect(await issuing.find(tx, receipt.id)).toBeNull()
    })
  })

  test('is given once for one submission, and says nothing in the clear where it is stored', async () => {
    const { receipt, eventId } = await aStoredReceipt(api, { caseId, accountId: null })
    const { issuing } = api.deps.receipts
    const again = api.deps.commit((tx) =>
      issuing.issue(tx, { accountId: null, eventId, facts: receiptFacts({ caseId }) }),
    )
    await expect(again).rejects.toThrow()
    const row = await api.deps.commit((tx) => tx.receipt.findUniqueOrThrow({ where: { eventId } }))
    expect(row.id).toBe(receipt.id)
    expect(Buffer.from(row.content).includes('Núñez')).toBe(false)
  })

  test('takes another number when one is taken, and gives up on a source that only has that one', async () => {
    random.next = [77]
    const first = await aStoredReceipt(api, { caseId, accountId: null })
    random.next = [77, 78]
    const second = await aStoredReceipt(api, { caseId, accountId: null })
    expect(first.receipt.confirmationNumber.startsWith('0000 0000 077')).toBe(true)
    expect(second.receipt.confirmationNumber.startsWith('0000 0000 078')).toBe(true)
    random.next = [77, 77, 77]
    await expect(aStoredReceipt(api, { caseId, accountId: null })).rejects.toThrow('No free confirmation')
  })

  test('cannot be changed nor taken away by the application, nor can a published key', async () => {
    await aStoredReceipt(api, { caseId, accountId: null })
    const { pool } = api.deps
    for (const table of ['receipt', 'receipt_key']) {
      await expect(pool.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied')
      await expect(pool.query(`UPDATE ${table} SET id = id`)).rejects.toThrow('permission denied')
    }
  })
})
