import { expect, it } from 'vitest'
import type { Answer, Page } from '../../../lib/api.ts'
import { shortPages } from './short-pages.ts'

/** Every page that is shown, and what the service was asked for. */
async function shown(long: Page<number>, rest: Record<string, Page<number>> = {}) {
  const asked: string[] = []
  const { first, fetchPage } = shortPages(long, 2, (cursor): Promise<Answer<Page<number>>> => {
    asked.push(cursor)
    const data = rest[cursor]
    return data ? Promise.resolve({ data }) : Promise.reject(new Error(`No page is at ${cursor}`))
  })
  const pages = [first.items]
  for (let next = first.nextCursor; next !== null;) {
    const answer = await fetchPage(next)
    if (answer.refusal) break
    pages.push(answer.data.items)
    next = answer.data.nextCursor
  }
  return { pages, asked }
}

it('what is here is shown a few at a time, and nothing is asked for', async () => {
  expect(await shown({ items: [1, 2, 3, 4, 5], nextCursor: null })).toEqual({
    pages: [[1, 2], [3, 4], [5]],
    asked: [],
  })
})

it('what comes after it is asked for once it has been shown', async () => {
  const rest = { after4: { items: [5, 6], nextCursor: 'after6' }, after6: { items: [7], nextCursor: null } }
  expect(await shown({ items: [1, 2, 3, 4], nextCursor: 'after4' }, rest)).toEqual({
    pages: [[1, 2], [3, 4], [5, 6], [7]],
    asked: ['after4', 'after6'],
  })
})

it('an empty list is one empty page', async () => {
  expect(await shown({ items: [], nextCursor: null })).toEqual({ pages: [[]], asked: [] })
})
