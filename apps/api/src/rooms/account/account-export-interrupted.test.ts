import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aQuickOwner } from '../../testing/quick-owner.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
  await api.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => api.stop())

test('an export that breaks off in the middle is a failure to whoever reads it, and no file', async () => {
  const { browser } = await aQuickOwner(api)
  const begun = Promise.withResolvers<undefined>()
  async function* brokenOff(): AsyncGenerator<string> {
    yield `{"reports":["${'x'.repeat(300_000)}"`
    await begun.promise
    throw new Error('Connection terminated unexpectedly')
  }
  vi.spyOn(api.deps.ownAccount.exported, 'asData').mockResolvedValueOnce(Readable.from(brokenOff()))
  const { port } = api.app.server.address() as AddressInfo
  const address = `http://127.0.0.1:${String(port)}/api/v1/account/export`
  const ask = () => fetch(address, { headers: { cookie: browser.cookie } })
  const broken = await ask()
  expect(broken.status).toBe(200)
  begun.resolve(undefined)
  await expect(broken.blob()).rejects.toThrow('terminated')
  expect((await (await ask()).blob()).size).toBeGreaterThan(0)
})
