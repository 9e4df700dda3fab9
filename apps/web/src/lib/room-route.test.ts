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

test('a page that did not arrive is fetched again when asked for again, but not at once', async () => {
  vi.useFakeTimers()
  let fetched = 0
  const route = routeOf(() => {
    fetched += 1
    return fetched === 1 ? Promise.reject(new Error('lost connection')) : Promise.resolve(() => null)
  })
  await expect(openRoute(route)).rejects.toThrow('lost connection')
  await expect(openRoute(route)).rejects.toThrow('lost connection')
  expect(fetched).toBe(1)
  vi.advanceTimersByTime(2000)
  vi.useRealTimers()
  await expect(openRoute(route)).resolves.toBeTypeOf('function')
})

function routeOf(page: RoomRoute['page']): RoomRoute {
  return { path: '/somewhere', help: 'somewhere', copy: [], page }
}
