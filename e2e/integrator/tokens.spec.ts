import { expect, test } from '@playwright/test'
import { newAddress } from '../portal/address.ts'
import { plant } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'
import { aToken } from '../portal/token.ts'
import { anIntegrator, newKey, problemIn } from './integrator.ts'

test('an integrator gets its first token from an operator and rotates it, by the published client alone', async () => {
  const first = anIntegrator(portal().address, newAddress(), await aToken(['tokens:manage', 'cases:write']))
  const body = { name: 'next', scopes: ['tokens:manage' as const, 'cases:write' as const], expiresInDays: 30 }
  const header = newKey()
  const params = { header: { 'Idempotency-Key': header['idempotency-key'] } }
  const made = await first.client.POST('/api/v1/agency/tokens', { params, body })
  const token = made.data?.token ?? ''
  plant({ kind: 'token', value: token })
  expect(made.response.status).toBe(201)

  const replayed = await first.client.POST('/api/v1/agency/tokens', { params, body })
  expect(replayed.data).toEqual({ ...made.data, token: undefined })

  // Both are good, at both servers, until the old one is revoked.
  const next = anIntegrator(portal().secondAddress, newAddress(), token)
  const listed = await next.client.GET('/api/v1/agency/tokens', {})
  expect(listed.data?.items.map(({ name }) => name)).toEqual(['next', expect.stringMatching(/^Journey /)])
  expect((await first.send('GET', '/agency/tokens')).status).toBe(200)
  const id = listed.data?.items[1]?.id ?? ''
  const revoked = await next.client.DELETE('/api/v1/agency/tokens/{id}', { params: { path: { id } } })
  expect(revoked.response.status).toBe(204)
  const refused = await first.send('GET', '/agency/tokens')
  expect(refused.status).toBe(401)
  expect(problemIn(refused).code).toBe('token.required')
  expect(refused.headers.get('www-authenticate')).toBe('Bearer')
})
