import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { stubPageRequests } from '../../../lib/testing/page-requests.ts'

beforeEach(() => {
  stubPageRequests()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** What the service sends: pieces, and whether the connection ends before the last one. */
function sending(pieces: readonly string[], isBroken: boolean): Response {
  const encoder = new TextEncoder()
  const left = [...pieces]
  const body = new ReadableStream({
    pull(controller) {
      const piece = left.shift()
      if (piece !== undefined) controller.enqueue(encoder.encode(piece))
      else if (isBroken) controller.error(new TypeError('terminated'))
      else controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } })
}

/** What the page gets of it. */
async function fetched(response: Response) {
  vi.stubGlobal('fetch', () => Promise.resolve(response))
  vi.resetModules()
  const { fetchExport } = await import('./profile.queries.ts')
  return fetchExport('application/json')
}

it('gives no half of an export for a file: what breaks off was not answered', async () => {
  const answer = await fetched(sending(['{"reports":[', '{}'], true))
  expect(answer).toEqual({ refusal: { code: 'unreachable', status: 0 } })
})

it('gives a whole export as it came', async () => {
  const answer = await fetched(sending(['{"reports":[', '{}]}'], false))
  expect(answer.refusal).toBeUndefined()
  expect(await (answer as { data: Blob }).data.text()).toBe('{"reports":[{}]}')
})
