import { changeTypes, documentKinds } from '@connect/contract/changes/change-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

describe('the kinds of change', () => {
  it('are told to everybody just as they are declared, and may be kept for a while', async () => {
    const response = await api.app.inject('/api/v1/change-types')
    expect(response.statusCode).toBe(200)
    expect(response.headers['cache-control']).toBe('public, max-age=300')
    expect(response.json()).toEqual({ items: changeTypes, documentKinds })
  })

  it('take no query', async () => {
    const response = await api.app.inject('/api/v1/change-types?group=income')
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({ errors: [{ pointer: '/query/group', code: 'field.unknown' }] })
  })
})
