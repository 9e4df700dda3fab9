import { scopes, type ApiToken, type CreatedToken } from '@connect/contract/rooms/integrations'
import { connectDatabase } from '@connect/prisma/connect'
import { ageToken } from '@connect/prisma/testing/factories/token'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anIntegrator } from '../../testing/integrator.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

const wanted = { name: 'nightly feed', scopes: ['cases:write'], expiresInDays: 30 }

describe('the tokens of an integrator', () => {
  test('are made with some of one’s own scopes, shown once, and good at once', async () => {
    const office = await anIntegrator(api, ['tokens:manage', 'cases:write'])
    const response = await office.send(
      'POST',
      '/agency/tokens',
      { ...wanted, scopes: ['tokens:manage'] },
      newKey(),
    )
    expect(response.statusCode).toBe(201)
    const { token = '', ...made } = response.json<CreatedToken>()
    expect(made).toMatchObject({ name: 'nightly feed', scopes: ['tokens:manage'], lastUsedAt: null })
    const days = (Date.parse(made.expiresAt) - Date.parse(made.createdAt)) / 86_400_000
    expect(days).toBeCloseTo(30, 3)
    const used = await office.send('GET', '/agency/tokens', undefined, { authorization: `Bearer ${token}` })
    expect(used.statusCode).toBe(200)
    expect(used.body).not.toContain(token)
    expect(used.json<{ items: ApiToken[] }>().items.map(({ id }) => id)).toEqual([made.id, office.tokenId])
  })

  test('live 90 days when nobody says', async () => {
    const office = await anIntegrator(api, [...scopes])
    const unsaid = { name: wanted.name, scopes: wanted.scopes }
    const made = (await office.send('POST', '/agency/tokens', unsaid, newKey())).json<CreatedToken>()
    expect((Date.parse(made.expiresAt) - Date.parse(made.createdAt)) / 86_400_000).toBeCloseTo(90, 3)
  })

  test('are not made twice under one key, and a replay does not show the token, with a rotated token either', async () => {
    const office = await anIntegrator(api, ['tokens:manage', 'cases:write'])
    const rotated = await anIntegrator(api, ['tokens:manage', 'cases:write'], office)
    const key = newKey()
    const first = await office.send('POST', '/agency/tokens', wanted, key)
    const { token, ...shown } = first.json<CreatedToken>()
    expect(token).toMatch(/^ct_/)
    for (const again of [office, rotated]) {
      const replay = await again.send('POST', '/agency/tokens', wanted, key)
      expect(replay.statusCode).toBe(201)
      expect(replay.headers['idempotency-replayed']).toBe('true')
      expect(replay.json()).toEqual(shown)
    }
    expect((await office.send('GET', '/agency/tokens')).json<{ items: unknown[] }>().items).toHaveLength(3)
  })

  test('are refused with every rule that they break, and none is made', async () => {
    const office = await anIntegrator(api, ['tokens:manage'])
    const refused = async (body: unknown) => {
      const response = await office.send('POST', '/agency/tokens', body, newKey())
      expect(response.statusCode).toBe(422)
      return response.json<{ errors: { pointer: string; code: string }[] }>().errors
    }
    expect(
      await refused({ name: 'x', scopes: ['tokens:manage', 'cases:write', 'reviews:decide'] }),
    ).toMatchObject([
      { pointer: '/scopes/1', code: 'scope.not_held', params: { scope: 'cases:write' } },
      { pointer: '/scopes/2', code: 'scope.not_held' },
    ])
    expect(await refused({ name: ' ', scopes: [], expiresInDays: 91 })).toMatchObject([
      { pointer: '/name', code: 'field.wrong_format' },
      { pointer: '/scopes', code: 'list.too_small' },
      { pointer: '/expiresInDays', code: 'number.too_big' },
    ])
    for (const expiresInDays of [0, -1, 1.5, '30', null])
      expect(await refused({ ...wanted, scopes: ['tokens:manage'], expiresInDays })).toMatchObject([
        { pointer: '/expiresInDays' },
      ])
    expect(await refused({ name: 'x', scopes: ['tokens:manage', 'tokens:manage'] })).toMatchObject([
      { code: 'scope.repeated' },
    ])
    expect(await refused({ name: 'x', scopes: ['all'], owner: 'me' })).toMatchObject([
      { pointer: '/scopes/0', code: 'field.not_an_option' },
      { pointer: '/owner', code: 'field.unknown' },
    ])
    expect(await refused({ name: 'two\nlines', scopes: ['tokens:manage'] })).toMatchObject([
      { pointer: '/name' },
    ])
    expect((await office.send('GET', '/agency/tokens')).json<{ items: unknown[] }>().items).toHaveLength(1)
  })

  test('are listed in pages, expired ones too, and never another’s', async () => {
    const office = await anIntegrator(api, ['tokens:manage'])
    await anIntegrator(api, ['tokens:manage'])
    const others = [
      await anIntegrator(api, ['events:read'], office),
      await anIntegrator(api, ['events:read'], office),
    ]
    await ageToken(api.database.ownerUrl, others[0]?.tokenId ?? '', { days: 91 })
    const first = (await office.send('GET', '/agency/tokens?limit=2')).json<{
      items: ApiToken[]
      nextCursor: string
    }>()
    const second = await office.send('GET', `/agency/tokens?limit=2&cursor=${first.nextCursor}`)
    const rest = second.json<{ items: ApiToken[]; nextCursor: string | null }>()
    expect(first.items.map(({ id }) => id)).toEqual(others.map(({ tokenId }) => tokenId).toReversed())
    expect(rest).toMatchObject({ items: [{ id: office.tokenId }], nextCursor: null })
    expect(rest.items[0]?.lastUsedAt).not.toBeNull()
  })

  test('are revoked by their integrator alone, once, and open nothing on any instance from then on', async () => {
    const second = await startTestApp({ beside: api })
    const office = await anIntegrator(api, ['tokens:manage'])
    const feed = await anIntegrator(api, ['tokens:manage'], office)
    const stranger = await anIntegrator(api, ['tokens:manage'])
    const revoke = () => office.send('DELETE', `/agency/tokens/${feed.tokenId}`)
    const read = () => feed.send('GET', '/agency/tokens', undefined, {}, second)
    expect((await stranger.send('DELETE', `/agency/tokens/${feed.tokenId}`)).statusCode).toBe(404)
    expect((await read()).statusCode).toBe(200)
    expect((await revoke()).statusCode).toBe(204)
    expect((await read()).statusCode).toBe(401)
    expect((await revoke()).statusCode).toBe(404)
    expect((await office.send('GET', '/agency/tokens')).json<{ items: ApiToken[] }>().items).toHaveLength(1)
    await second.stop()
  })

  test('leave rows in the audit trail that name tokens by their ids', async () => {
    const office = await anIntegrator(api, ['tokens:manage', 'cases:write'])
    const made = (await office.send('POST', '/agency/tokens', wanted, newKey())).json<CreatedToken>()
    await office.send('DELETE', `/agency/tokens/${made.id}`)
    const { prisma, close } = connectDatabase({ url: api.database.appUrl })
    const rows = await prisma.auditEvent.findMany({
      where: { subjectId: made.id },
      orderBy: { id: 'asc' },
      select: { event: true, actorKind: true, actorId: true, details: true },
    })
    await close()
    const actor = { actorKind: 'integrator', actorId: office.tokenId }
    expect(rows).toEqual([
      { event: 'token.created', ...actor, details: { scopes: 'cases:write', days: 30 } },
      { event: 'token.revoked', ...actor, details: {} },
    ])
  })
})
