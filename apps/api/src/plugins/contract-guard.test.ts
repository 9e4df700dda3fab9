import Fastify, { type RouteOptions } from 'fastify'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { Problem } from '../kernel/problem.ts'
import { contractGuard } from './contract-guard.ts'
import { problemsPlugin } from './problems.ts'
import { validationPlugin } from './validation.ts'

const complete = {
  method: 'GET',
  url: '/api/v1/things',
  config: { operationId: 'listThings', access: 'public', audit: 'none' },
  schema: { response: { 200: z.strictObject({ name: z.string() }) } },
  handler: () => ({ name: 'kept' }),
} satisfies RouteOptions

async function appWith(...routes: RouteOptions[]) {
  const app = Fastify()
  await app.register(problemsPlugin)
  await app.register(validationPlugin)
  await app.register(contractGuard)
  for (const route of routes) app.route(route)
  return app
}

describe('the contract guard', () => {
  it.each(['operationId', 'access', 'audit'] as const)('does not boot a route without %s', async (part) => {
    const config = { ...complete.config, [part]: undefined }
    await expect(appWith({ ...complete, config })).rejects.toThrow(`GET /api/v1/things lacks ${part}`)
  })

  it('does not boot a route that declares no success', async () => {
    await expect(appWith({ ...complete, schema: {} })).rejects.toThrow('lacks response')
  })

  it('does not boot two routes of one operationId', async () => {
    await expect(appWith(complete, { ...complete, url: '/api/v1/others' })).rejects.toThrow('used twice')
  })

  it.each([
    [{ access: 'integrator' }, 'an operation has a scope'],
    [{ access: 'public', scope: 'cases:write' }, 'an operation has a scope'],
    [{ access: 'client', scope: 'cases:write' }, 'an operation has a scope'],
    [{ shownOnce: ['name'] }, 'shows something once but stores no reply'],
    [{ judgesBody: true }, 'judges a body that is refused before'],
  ] as const)('does not boot a route that says %j alone', async (part, fault) => {
    const config = { ...complete.config, ...part }
    await expect(appWith({ ...complete, config })).rejects.toThrow(fault)
  })

  it('lets a complete route answer', async () => {
    const response = await (await appWith(complete)).inject('/api/v1/things')
    expect(response.json()).toEqual({ name: 'kept' })
  })

  it('never lets a status leave that was not declared', async () => {
    const app = await appWith({
      ...complete,
      handler: (_request, reply) => reply.code(418).send({ passwordHash: 'secret' }),
    })
    const response = await app.inject('/api/v1/things')
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('secret')
  })

  it('never lets a problem leave that was not declared, and makes it a fault of ours', async () => {
    const app = await appWith({
      ...complete,
      handler: () => {
        throw new Problem('resource.stale')
      },
    })
    const response = await app.inject('/api/v1/things')
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ status: 500, code: 'server.error' })
  })

  it('never lets a text leave under a status that was not declared', async () => {
    const app = await appWith({
      ...complete,
      handler: (_request, reply) => reply.code(206).type('text/plain').send('secret'),
    })
    const response = await app.inject('/api/v1/things')
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('secret')
  })

  it('never lets a field leave that was not declared', async () => {
    const app = await appWith({ ...complete, handler: () => ({ name: 'kept', passwordHash: 'secret' }) })
    const response = await app.inject('/api/v1/things')
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('secret')
  })
})
