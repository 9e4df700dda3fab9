import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOwnCase, type OwnCase } from '../../testing/own-case.ts'
import { aStoredReceipt } from '../../testing/stored-receipt.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { createReceiptVerificationService } from './receipt-verification.service.ts'

let api: TestApp
let own: OwnCase
let given: { readonly json: Buffer; readonly pdf: Buffer }
let verification: ReturnType<typeof createReceiptVerificationService>

beforeAll(async () => {
  api = await startTestApp()
  own = await anOwnCase(api)
  const { receipt } = await aStoredReceipt(api, { caseId: own.caseId, accountId: own.owner.id })
  const take = async (accept: string) => {
    const url = `/receipts/${receipt.id}`
    return (await own.owner.browser.send('GET', url, undefined, { accept })).rawPayload
  }
  given = { json: await take('application/json'), pdf: await take('application/pdf') }
  const { keyId } = receipt.signature
  const key = await api.deps.receipts.keys.find(keyId)
  // Asked some hundred thousand times, the database would be what is tried here.
  verification = createReceiptVerificationService({
    findKey: (id) => Promise.resolve(id === keyId ? key : null),
  })
})
afterAll(() => api.stop())

/** Where a changed byte went by unseen: none, when all is well. */
async function unseen(
  bytes: Buffer,
  judge: (changed: Buffer) => Promise<{ readonly genuine: boolean }>,
  flipsAt: (at: number) => readonly number[],
): Promise<string[]> {
  const changed = Buffer.from(bytes)
  const found: string[] = []
  for (const [at, byte] of bytes.entries()) {
    for (const flip of flipsAt(at)) {
      changed[at] = byte ^ flip
      if ((await judge(changed)).genuine) found.push(`${String(at)} ^ ${String(flip)}`)
    }
    changed[at] = byte
  }
  return found
}

const everyBit = [1, 2, 4, 8, 16, 32, 64, 128]

describe('one changed byte in a receipt, wherever it is,', () => {
  test('shows in its JSON', async () => {
    expect(await verification.ofJson(given.json)).toMatchObject({ genuine: true })
    expect(await unseen(given.json, verification.ofJson, () => [...everyBit, 0x09 ^ 0x20, 0xff])).toEqual([])
  })

  test('shows in its PDF, signature and all', { timeout: 120_000 }, async () => {
    expect(await verification.ofDocument(given.pdf)).toMatchObject({ genuine: true })
    const lastLine = given.pdf.length - 1024
    const flipsAt = (at: number) => (at < lastLine ? [1 << (at % 8)] : [...everyBit, 0xff])
    expect(await unseen(given.pdf, verification.ofDocument, flipsAt)).toEqual([])
  })

  test('is told by where it is: in the id of the key, in the name of the algorithm, in anything else', async () => {
    const resultOf = async (before: string, after: string) => {
      const changed = given.json.toString().replace(before, after)
      return (await verification.ofJson(Buffer.from(changed))).result
    }
    expect(await resultOf('"keyId":"', '"keyId":"0')).toBe('unknown_key')
    expect(await resultOf('"Ed25519"', '"Ed25518"')).toBe('not_a_receipt')
    expect(await resultOf('"caseId":"', '"caseId":"0')).toBe('changed')
  })

  test('shows when it was left out, or put in', async () => {
    const last = given.pdf.subarray(0, -1)
    const more = Buffer.concat([given.pdf, Buffer.from('\n')])
    const before = Buffer.concat([Buffer.from(' '), given.pdf])
    for (const changed of [last, more, before])
      expect(await verification.ofDocument(changed)).toEqual({
        result: 'changed',
        genuine: false,
        facts: null,
      })
    for (const at of given.json.keys()) {
      const without = Buffer.concat([given.json.subarray(0, at), given.json.subarray(at + 1)])
      expect((await verification.ofJson(without)).genuine).toBe(false)
    }
  })

  test('shows when something is added, whatever its name and however deep', async () => {
    const added = (member: string) => Buffer.from(given.json.toString().replace('{', `{${member},`))
    const deep = `"more":${'['.repeat(20_000)}${']'.repeat(20_000)}`
    for (const member of ['"more":1', '"__proto__":{"signedName":"Somebody Else"}', deep])
      expect(await verification.ofJson(added(member))).toMatchObject({ result: 'changed', genuine: false })
  })

  test('shows when the signature is written in another way that means the same', async () => {
    const receipt = JSON.parse(given.json.toString()) as { signature: { value: string } }
    const { value } = receipt.signature
    const twin = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
      .map((character) => value.slice(0, -1) + character)
      .find(
        (other) => other !== value && Buffer.from(other, 'base64url').equals(Buffer.from(value, 'base64url')),
      )
    if (twin === undefined) throw new Error('there is another way to write it')
    for (const other of [twin, `${value}==`, ` ${value}`]) {
      const changed = { ...receipt, signature: { ...receipt.signature, value: other } }
      expect((await verification.ofJson(Buffer.from(JSON.stringify(changed)))).result).toBe('changed')
    }
  })
})
