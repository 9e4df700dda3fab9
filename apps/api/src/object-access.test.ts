import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timeOrderedId } from './kernel/ids.ts'
import { addressOf, operationsOf, type Operation } from './testing/operations.ts'
import { things, withCookie } from './testing/other-things.ts'
import { newAddress, newKey } from './testing/requests.ts'
import { tableSums } from './testing/table-sums.ts'
import type { Thing } from './testing/thing.ts'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let api: TestApp
let operations: Operation[]
const tried: string[] = []
beforeAll(async () => {
  api = await startTestApp({ settings: { DEMO: '1' } })
  operations = operationsOf(api).filter(({ ids }) => ids.length > 0)
})
afterAll(async () => {
  await api.stop()
  const left = operations.flatMap(({ operationId }) => {
    const thing = things[operationId]
    return typeof thing === 'string' ? [`  not ${operationId}: ${thing}`] : []
  })
  const covered = `${String(tried.length)} of ${String(operations.length)}`
  process.stdout.write(
    `Operations with an id in their path, tried with another person's: ${covered}\n${[...tried.map((one) => `  ${one}`), ...left].join('\n')}\n`,
  )
})

type Ids = Thing['ids']

/** Ids of nothing: one such as ours, a UUID of another version, and no UUID at all. */
const strangeIds = [timeOrderedId, randomUUID, () => 'none'] as const

const randomIds = (ids: Ids, strange: () => string): Ids =>
  Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, id.length === 36 ? strange() : `${id}x`]))

/** Ids that lead to nothing that is one's own: another's, none at all, and one's own mixed with either. */
function wrongIds({ ids: mine }: Thing, { ids: theirs, everybodys = false, refusal }: Thing): Ids[] {
  // Where what is another's has a refusal of its own, what can be nobody's is still not found.
  const random = (refusal ? strangeIds.slice(0, 1) : strangeIds).map((strange) => randomIds(theirs, strange))
  const wrong = everybodys ? random : [theirs, ...random]
  const mixed = Object.keys(theirs).flatMap((name) =>
    wrong.map((ids) => ({ ...mine, [name]: ids[name] ?? '' })),
  )
  return Object.keys(theirs).length === 1 ? wrong : [...wrong, ...mixed]
}

const varying = ['x-request-id', 'date', 'ratelimit']

/** What can be told of an answer, but for what differs with every request. */
function toldBy(response: LightMyRequestResponse): unknown {
  const { instance, ...body } = response.json<Record<string, unknown>>()
  expect(instance).toBe(response.headers['x-request-id'])
  const headers = Object.entries(response.headers).filter(([name]) => !varying.includes(name))
  return { status: response.statusCode, body, headers: Object.fromEntries(headers) }
}

/** Ids of all sessions: their times go on by themselves. */
async function sessionIds(): Promise<unknown[]> {
  const { rows } = await api.deps.pool.query<{ id: string }>('SELECT id, account_id FROM session ORDER BY id')
  return rows
}

const send = (owner: Thing['owner'], { method }: Operation, address: string, { body, headers }: Thing) =>
  owner(method, address, body, { ...newKey(), 'x-forwarded-for': newAddress(), ...headers })

async function tryOut(operation: Operation, make: (api: TestApp) => Promise<Thing>): Promise<void> {
  const [mine, theirs] = [await make(api), await make(api)]
  const before = { tables: await tableSums(api), sessions: await sessionIds() }
  const told: unknown[] = []
  const addressWith = (ids: Ids) => addressOf(operation, { ...theirs.names, ...ids })
  for (const ids of wrongIds(mine, theirs))
    told.push(toldBy(await send(mine.owner, operation, addressWith(ids), theirs)))
  const { status, code } = theirs.refusal ?? { status: 404, code: 'resource.not_found' }
  expect(told[0]).toMatchObject({ status, body: { code } })
  for (const one of told) expect(one).toEqual(told[0])

  const address = addressWith(theirs.ids)
  const nobody = toldBy(await send(withCookie(api), operation, address, theirs))
  if (operation.security === undefined) expect(nobody).toEqual(told[0])
  else
    expect(nobody).toMatchObject({
      status: 401,
      body: { code: operation.security === 'token' ? 'token.required' : 'session.required' },
    })
  expect({ tables: await tableSums(api), sessions: await sessionIds() }).toEqual(before)

  // What was refused to the others is there, and would have been done for them.
  const own = await send(theirs.owner, operation, address, theirs)
  expect(own.statusCode).toBeLessThan(300)
}

describe('an operation with an id in its path', () => {
  test('can be tried with what is another’s', () => {
    const untold = operations
      .filter(({ operationId }) => things[operationId] === undefined)
      .map(({ operationId, method, path }) => `${operationId} (${method} ${path})`)
    expect(untold, 'Add to testing/other-things.ts how to get such a thing of somebody’s for').toEqual([])
  })

  test('is tried for no operation that is gone', () => {
    expect(Object.keys(things).filter((name) => !operations.some((one) => one.operationId === name))).toEqual(
      [],
    )
  })

  test.each(Object.entries(things).filter(([, make]) => typeof make !== 'string'))(
    '%s tells nothing of what is another’s, and changes nothing of it',
    async (operationId, make) => {
      const operation = operations.find((one) => one.operationId === operationId)
      if (operation === undefined || typeof make === 'string') throw new Error(`no operation ${operationId}`)
      await tryOut(operation, make)
      tried.push(`${operation.method} ${operation.path}`)
    },
    30_000,
  )
})
