import { setImmediate } from 'node:timers/promises'
import { scopes as everyScope, type Scope } from '@connect/contract/rooms/integrations'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { newApiToken } from '../kernel/api-token.ts'
import { timeOrderedId } from '../kernel/ids.ts'
import { hashOfToken } from '../kernel/secret-token.ts'
import { insertToken } from '../rooms/integrations/tokens.store.ts'
import { newAddress } from './requests.ts'
import type { TestApp } from './test-app.ts'

export interface TestIntegrator {
  readonly integratorId: string
  readonly tokenId: string
  readonly token: string
  readonly address: string
  /** Sends JSON with the token; to another instance where one is given. */
  send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
    instance?: TestApp,
  ): Promise<LightMyRequestResponse>
}

interface IntegratorOptions {
  /** Of an integrator that is there already. */
  readonly integratorId?: string
  readonly days?: number
}

/** An integrator with a token of these scopes, as the command line makes one. */
export async function anIntegrator(
  api: TestApp,
  scopes: readonly Scope[],
  { integratorId, days = 90 }: IntegratorOptions = {},
): Promise<TestIntegrator> {
  const token = newApiToken()
  const tokenId = timeOrderedId()
  const ownerId = integratorId ?? timeOrderedId()
  await api.deps.commit(async (tx) => {
    if (integratorId === undefined)
      await tx.integrator.create({ data: { id: ownerId, name: `Integrator ${ownerId}` } })
    await insertToken(tx, {
      id: tokenId,
      integratorId: ownerId,
      name: 'for a test',
      tokenHash: hashOfToken(token),
      scopes,
      days,
    })
  })
  const address = newAddress()
  return {
    integratorId: ownerId,
    tokenId,
    token,
    address,
    send: (method, url, body, headers = {}, instance = api) => {
      const type = body === undefined ? {} : { 'content-type': 'application/json' }
      const options: InjectOptions = {
        method,
        url: `/api/v1${url}`,
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': address, ...type, ...headers },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      }
      return instance.app.inject(options)
    },
  }
}

/** An integrator that may do everything, whose last use is written down already. */
export async function aUsedIntegrator(api: TestApp): Promise<TestIntegrator> {
  const integrator = await anIntegrator(api, everyScope)
  await integrator.send('GET', '/agency/tokens')
  const isWritten = () =>
    api.deps.commit(async (tx) => {
      const { lastUsedAt } = await tx.apiToken.findUniqueOrThrow({ where: { id: integrator.tokenId } })
      return lastUsedAt !== null
    })
  while (!(await isWritten())) await setImmediate()
  return integrator
}
