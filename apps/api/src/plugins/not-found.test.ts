import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timeOrderedId } from '../kernel/ids.ts'
import { addressOf, operationsOf } from '../testing/operations.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** The methods of each address, with ids in it where it takes some. */
function methodsByAddress(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const id = timeOrderedId()
  for (const operation of operationsOf(api)) {
    const address = addressOf(operation, Object.fromEntries(operation.ids.map((name) => [name, id])))
    const taken = found.get(address) ?? new Set()
    found.set(address, taken.add(operation.method))
    if (operation.method === 'GET') taken.add('HEAD')
  }
  return found
}

describe('an address that there is', () => {
  it('answers each method that it does not take with 405 and those that it takes', async () => {
    const wrong: unknown[] = []
    for (const [address, taken] of methodsByAddress()) {
      const expected = methods.filter((method) => taken.has(method)).join(', ')
      for (const method of methods.filter((each) => !taken.has(each))) {
        const { statusCode, headers } = await api.app.inject({ method, url: `/api/v1${address}?a=1` })
        const allowed = new Set(String(headers.allow).split(', '))
        const told = methods.filter((each) => allowed.has(each)).join(', ')
        if (statusCode !== 405 || told !== expected || allowed.size !== expected.split(', ').length)
          wrong.push([method, address, statusCode, headers.allow])
      }
    }
    expect(wrong).toEqual([])
  })

  it('is none where a name stands that only looks like one of an operation', async () => {
    const response = await api.app.inject('/api/v1/receipts/verification/more')
    expect(response.statusCode).toBe(404)
  })
})
