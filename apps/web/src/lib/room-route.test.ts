import { expect, test, vi } from 'vitest'
import { openedPage, openRoute, paramsAt, type RoomRoute } from './room-route.ts'

test('an address belongs to a route when every part of it does', () => {
  expect(paramsAt({ path: '/' }, '/')).toEqual({})
  expect(paramsAt({ path: '/create-account/name' }, '/create-account/name/')).toEqual({})
  expect(paramsAt({ path: '/create-account/name' }, '/create-account')).toBeUndefined()
  expect(paramsAt({ path: '/help/:page' }, '/help/home')).toEqual({ page: 'home' })
  expect(paramsAt({ path: '/help/:page' }, '/help')).toBeUndefined()
})

test('a page is fetched once', async () => {
  let fetched = 0
  const route = routeOf(() => {
    fetched += 1
    return Promise.resolve(() => null)
  })
  expect(openedPage(route)).toBeUndefined()
  await Promise.all([openRoute(route), openRoute(route)])
  expect(fetched).toBe(1)
  expect(openedPage(route)).toBeTypeOf('function')
})

test('a page opens with what it shows first, and does not fail with it', async () => {
  let arrived = false
  const page = () => Promise.resolve(() => null)
  const data = () =>
    Promise.resolve().then(() => {
      arrived = true
      throw new Error('lost connection')
    })
  await expect(openRoute({ ...routeOf(page), data })).resolves.toBeTypeOf('function')
  expect(arrived).toBe(true)
})

test('a page that does not arrive is fetched once more, and its failure stands for a while', async () => {
  vi.useFakeTimers()
  let fetched = 0
  const route = routeOf(() => {
    fetched += 1
    return fetched <= 2 ? Promise.reject(new Error('lost connection')) : Promise.resolve(() => null)
  })
  const failing = expect(openRoute(route)).rejects.toThrow('lost connection')
  await vi.advanceTimersByTimeAsync(1000)
  await failing
  await expect(openRoute(route)).rejects.toThrow('lost connection')
  expect(fetched).toBe(2)
  vi.advanceTimersByTime(1000)
  await expect(openRoute(route)).resolves.toBeTypeOf('function')
  vi.useRealTimers()
})

test('a page that arrives the second time opens', async () => {
  vi.useFakeTimers()
  const page = vi
    .fn()
    .mockRejectedValueOnce(new Error('lost connection'))
    .mockResolvedValue(() => null)
  const opening = openRoute(routeOf(page))
  await vi.advanceTimersByTimeAsync(1000)
  expect(await opening).toBeTypeOf('function')
  vi.useRealTimers()
})

function routeOf(page: RoomRoute['page']): RoomRoute {
  return { path: '/somewhere', help: 'somewhere', copy: [], page }
}
