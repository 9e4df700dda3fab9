import { readFile, writeFile } from 'node:fs/promises'
import type { Verification } from '@connect/contract/rooms/receipts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newKeyEntries } from '../../kernel/key-ring.ts'
import { anOwnCase, type OwnCase } from '../../testing/own-case.ts'
import { newAddress } from '../../testing/requests.ts'
import { aStoredReceipt } from '../../testing/stored-receipt.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let before: TestApp
let after: TestApp
let own: OwnCase
beforeAll(async () => {
  before = await startTestApp()
  own = await anOwnCase(before)
})
afterAll(async () => {
  await after.stop()
  await before.stop()
})

async function addKey({ deps }: TestApp): Promise<void> {
  const body = JSON.parse(await readFile(deps.config.keysFile, 'utf8')) as { keys: unknown[] }
  const [added] = newKeyEntries(['receipt-signing'])
  const secret = Buffer.from(added?.secret ?? []).toString('base64')
  const keys = [...body.keys, { ...added, version: 2, secret }]
  await writeFile(deps.config.keysFile, JSON.stringify({ ...body, keys }))
}

async function verify({ app }: TestApp, payload: string | Buffer, type: string): Promise<Verification> {
  const headers = { 'content-type': type, 'x-forwarded-for': newAddress() }
  const url = '/api/v1/receipts/verification'
  return (await app.inject({ method: 'POST', url, headers, payload })).json<Verification>()
}

test('a new key signs from then on, and what older ones signed stays genuine, in every instance', async () => {
  const owned = { caseId: own.caseId, accountId: own.owner.id }
  const { receipt: old } = await aStoredReceipt(before, owned)
  const path = `/receipts/${old.id}`
  const oldPdf = (await own.owner.browser.send('GET', path, undefined, { accept: 'application/pdf' }))
    .rawPayload

  await addKey(before)
  after = await startTestApp({ beside: before })
  const { receipt: fresh } = await aStoredReceipt(after, owned)
  expect(fresh.signature.keyId).not.toBe(old.signature.keyId)
  const published = await before.app.inject('/api/v1/receipts/keys')
  const { items } = published.json<{ items: { id: string; algorithm: string; publicKey: string }[] }>()
  expect(items.map(({ id }) => id)).toEqual([fresh.signature.keyId, old.signature.keyId])
  for (const { algorithm, publicKey } of items)
    expect([algorithm, Buffer.from(publicKey, 'base64url').length]).toEqual(['Ed25519', 32])

  for (const instance of [before, after]) {
    for (const receipt of [old, fresh])
      expect(await verify(instance, JSON.stringify(receipt), 'application/json')).toMatchObject({
        genuine: true,
      })
    expect(await verify(instance, oldPdf, 'application/pdf')).toMatchObject({ genuine: true })
  }
})

test('a signature under the name of another key is not genuine', async () => {
  const owned = { caseId: own.caseId, accountId: own.owner.id }
  const [one, other] = [await aStoredReceipt(before, owned), await aStoredReceipt(after, owned)]
  const { keyId } = other.receipt.signature
  const mixed = { ...one.receipt, signature: { ...one.receipt.signature, keyId } }
  expect(await verify(after, JSON.stringify(mixed), 'application/json')).toMatchObject({ result: 'changed' })
})
