import { feedBytes, type ImportLineResult } from '@connect/contract/rooms/case-feed'
import { aFedCase, aFedMember, aReference } from '@connect/households/fed-case'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anIntegrator } from '../../testing/integrator.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let system: Awaited<ReturnType<typeof anIntegrator>>
beforeAll(async () => {
  api = await startTestApp()
  system = await anIntegrator(api, ['cases:write'])
})
afterAll(() => api.stop())

const at = (minute: number) => new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString()

const lineOf = (caseRef: string, changes = {}) =>
  JSON.stringify({ caseRef, ...aFedCase({ asOf: at(1) }), ...changes })

function send(body: string | Buffer, headers: Record<string, string> = newKey()) {
  return api.app.inject({
    method: 'POST',
    url: '/api/v1/agency/imports',
    headers: {
      authorization: `Bearer ${system.token}`,
      'x-forwarded-for': system.address,
      'content-type': 'application/x-ndjson',
      ...headers,
    },
    payload: body,
  })
}

const resultsIn = (body: string) =>
  body
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as ImportLineResult)

async function importOf(lines: readonly string[]): Promise<ImportLineResult[]> {
  const response = await send(lines.map((line) => `${line}\n`).join(''))
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-type']).toBe('application/x-ndjson')
  return resultsIn(response.body)
}

const asOfStored = async (caseRef: string) =>
  (
    await api.deps.commit((tx) =>
      tx.benefitCase.findUnique({
        where: { integratorId_caseRef: { integratorId: system.integratorId, caseRef } },
      }),
    )
  )?.asOf.toISOString()

describe('an import', () => {
  test('answers each line with a line, in their order', async () => {
    const refs = Array.from({ length: 1_000 }, () => aReference('C'))
    await importOf([lineOf(refs[10] ?? '')])
    const results = await importOf(refs.map((ref) => lineOf(ref, { asOf: at(2) })))
    expect(results).toEqual(
      refs.map((caseRef, index) => ({
        line: index + 1,
        caseRef,
        outcome: index === 10 ? 'replaced' : 'created',
      })),
    )
    expect(await asOfStored(refs[999] ?? '')).toBe(at(2))
  })

  test('refuses each bad line with its number and reason, and takes the others', async () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((kind) => aReference(kind)) as [
      string,
      string,
      string,
      string,
    ]
    const whole = lineOf(b)
    const results = await importOf([
      lineOf(a),
      whole.slice(0, whole.length / 2),
      lineOf(b, { members: 'many', programs: [] }),
      lineOf(b, { income: 3, programs: [{ program: 'SNAP', extra: true }] }),
      lineOf(a),
      lineOf(a, { asOf: at(0) }),
      lineOf(a, { asOf: at(3) }),
      lineOf(b, { office: 'x'.repeat(feedBytes) }),
      '',
      '"a text"',
      lineOf('123456789'),
      lineOf(c, { members: [aFedMember({ firstName: 'A\ud800' })] }),
      lineOf(b),
      lineOf(d),
    ])
    const told = results.map(({ line, caseRef, outcome, code, errors = [] }) => [
      line,
      caseRef,
      code ?? outcome,
      ...errors.slice(0, 2).map((error) => `${error.pointer} ${error.code}`),
    ])
    expect(told).toEqual([
      [1, a, 'created'],
      [2, null, 'request.not_json'],
      [3, b, 'request.invalid', '/members field.wrong_type'],
      [4, b, 'request.invalid', expect.any(String), expect.any(String)],
      [5, a, 'case.repeated'],
      [6, a, 'case.stale'],
      [7, a, 'replaced'],
      [8, null, 'request.too_large'],
      [9, null, 'request.not_json'],
      [10, null, 'request.invalid', ' field.wrong_type'],
      [11, null, 'request.invalid', '/caseRef reference.personal'],
      [12, null, 'request.invalid', '/members/0/firstName text.characters'],
      [13, b, 'created'],
      [14, d, 'created'],
    ])
    expect(results.every(({ outcome, code }) => (outcome === 'refused') === (code !== undefined))).toBe(true)
    const unknown = results[3]?.errors?.map(({ pointer, code }) => `${pointer} ${code}`) ?? []
    expect(unknown).toContain(' field.unknown')
    expect(unknown).toContain('/programs/0 field.unknown')
    expect(await asOfStored(a)).toBe(at(3))
    expect(await asOfStored(c)).toBeUndefined()
  })

  test('refuses bytes that are no UTF-8, and goes on', async () => {
    const ref = aReference('C')
    const body = Buffer.concat([Buffer.from([0x22, 0xe9, 0x22, 0x0a]), Buffer.from(`${lineOf(ref)}\n`)])
    const results = resultsIn((await send(body)).body)
    expect(results).toMatchObject([
      { line: 1, code: 'request.not_json' },
      { line: 2, outcome: 'created' },
    ])
  })

  test('tells no more of a line than a part of it', async () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`f${String(index)}`, 1]))
    const [result] = await importOf([lineOf(aReference('C'), { ...many, ['g'.repeat(100_000)]: 1 })])
    expect(result?.code).toBe('request.invalid')
    expect(JSON.stringify(result).length).toBeLessThan(10_000)
  })

  test('says nothing of names that are none of its own: answers are kept', async () => {
    const strange = { Quentina: 1, 'a/b~c': 'A\0', '412995871': { deeper: 'A\0' } }
    const results = await importOf([
      lineOf(aReference('C'), {
        Quentina: 1,
        members: [{ ...aFedMember(), Quentina: 1, '412995871': 2 }],
        programs: [],
      }),
      lineOf(aReference('C'), { programs: strange, ...strange }),
    ])
    expect(results.map(({ errors }) => errors)).toEqual([
      [
        { pointer: '/members/0', code: 'field.unknown' },
        { pointer: '', code: 'field.unknown' },
      ],
      [
        { pointer: '', code: 'text.characters' },
        { pointer: '/programs', code: 'text.characters' },
      ],
    ])
  })

  test('takes a last line without a line feed, one with a carriage return, and none at all', async () => {
    const [a, b] = [aReference('C'), aReference('C')]
    expect(resultsIn((await send(`${lineOf(a)}\r\n${lineOf(b)}`)).body)).toMatchObject([
      { line: 1, caseRef: a, outcome: 'created' },
      { line: 2, caseRef: b, outcome: 'created' },
    ])
    const empty = await send('')
    expect([empty.statusCode, empty.body]).toEqual([200, ''])
  })

  test('takes a case as old as what another import told', async () => {
    const ref = aReference('C')
    await importOf([lineOf(ref)])
    expect(await importOf([lineOf(ref)])).toMatchObject([{ outcome: 'replaced' }])
  })
})

describe('the same import again', () => {
  const rows = () =>
    api.deps.commit((tx) => tx.benefitCase.findMany({ orderBy: { id: 'asc' }, select: { receivedAt: true } }))
  const trail = () => api.deps.commit((tx) => tx.auditEvent.count({ where: { event: 'case.imported' } }))

  test('answers the same, byte for byte, and does nothing', async () => {
    const key = newKey()
    const body = [...Array.from({ length: 900 }, () => lineOf(aReference('C'))), 'no JSON', ''].join('\n')
    const first = await send(body, key)
    const before = [await rows(), await trail()]
    const second = await send(body, key)
    expect(second.statusCode).toBe(200)
    expect(second.body).toBe(first.body)
    expect([await rows(), await trail()]).toEqual(before)
  })

  test('is refused when it is another one: other lines, fewer, or more', async () => {
    const key = newKey()
    const lines = Array.from({ length: 3 }, () => `${lineOf(aReference('C'))}\n`)
    await send(lines.join(''), key)
    const others = [[lines[0], lines[2], lines[1]], [lines[0], lines[1]], [...lines, lines[0]], []]
    for (const other of others) {
      const response = await send(other.join(''), key)
      expect(response.statusCode).toBe(422)
      expect(response.json()).toMatchObject({ code: 'idempotency.key_reused' })
    }
    expect((await send(lines.join(''), key)).statusCode).toBe(200)
  })

  test('is another integrator’s own', async () => {
    const other = await anIntegrator(api, ['cases:write'])
    const key = newKey()
    const line = lineOf(aReference('C'))
    await send(line, key)
    const theirs = await send(line, { ...key, authorization: `Bearer ${other.token}` })
    expect(resultsIn(theirs.body)).toMatchObject([{ outcome: 'created' }])
  })
})

describe('what is no import', () => {
  test('has no key, another type, or none and no body', async () => {
    const line = lineOf(aReference('C'))
    const keyless = await send(line, {})
    expect([keyless.statusCode, keyless.json<{ code: string }>().code]).toEqual([
      400,
      'request.header_missing',
    ])
    const json = await send(line, { ...newKey(), 'content-type': 'application/json' })
    expect([json.statusCode, json.json<{ code: string }>().code]).toEqual([415, 'request.media_type'])
    const nothing = await api.app.inject({
      method: 'POST',
      url: '/api/v1/agency/imports',
      headers: { authorization: `Bearer ${system.token}`, 'x-forwarded-for': system.address, ...newKey() },
    })
    expect([nothing.statusCode, nothing.json<{ code: string }>().code]).toEqual([400, 'request.not_json'])
    const unprintable = await send(line, { 'idempotency-key': 'two words' })
    expect(unprintable.statusCode).toBe(422)
  })
})
