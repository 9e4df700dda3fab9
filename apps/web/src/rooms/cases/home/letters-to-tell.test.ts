import type { CaseNotice, CaseNotices } from '@connect/contract/rooms/cases'
import { expect, it } from 'vitest'
import type { Answer } from '../../../lib/api.ts'
import { askingOf, lettersToTell, mostAsking } from './letters-to-tell.ts'

const today = '2026-11-21'
const lately = '2026-10-22'
const longAgo = '2026-10-21'
const opened = '2026-11-01T15:00:00Z'

function aLetter(id: string, changes: Partial<CaseNotice> = {}): CaseNotice {
  return {
    id,
    title: { en: id, es: null },
    issuedOn: longAgo,
    mediaType: 'text/plain',
    bytes: 1,
    asksForDocuments: false,
    readAt: opened,
    ...changes,
  }
}

const asks = { asksForDocuments: true }
const asksUnread = { ...asks, readAt: null }

/** What is told, and which pages of one letter each were asked for. */
async function told(letters: readonly CaseNotice[]) {
  const unread = letters.filter(({ readAt }) => readAt === null).length
  const page = (index: number): CaseNotices => ({
    items: letters.slice(index, index + 1),
    nextCursor: index + 1 < letters.length ? String(index + 1) : null,
    unread,
  })
  const cursors: string[] = []
  const answer = await lettersToTell(page(0), today, (cursor) => {
    cursors.push(cursor)
    return Promise.resolve({ data: page(Number(cursor)) })
  })
  const items = answer.refusal ? [] : answer.data.items
  return { asking: askingOf(items, today).map(({ id }) => id), cursors }
}

it('an unread letter that asks for proof is found behind any number of others', async () => {
  const others = Array.from({ length: 12 }, (_, index) => aLetter(`other ${index}`))
  expect((await told([...others, aLetter('asks', asksUnread)])).asking).toEqual(['asks'])
})

it('one that was opened is told of for 30 days, behind others of that time too', async () => {
  const letters = [
    aLetter('newer', { issuedOn: today }),
    aLetter('asks', { ...asks, issuedOn: lately }),
    aLetter('asked', asks),
  ]
  expect((await told(letters)).asking).toEqual(['asks'])
})

it('nothing more is fetched where the rest is opened and old', async () => {
  expect((await told([aLetter('newest'), aLetter('older', asks)])).cursors).toEqual([])
})

it('nothing more is fetched once more of them ask than are named', async () => {
  const letters = Array.from({ length: mostAsking + 3 }, (_, index) => aLetter(`asks ${index}`, asksUnread))
  expect((await told(letters)).cursors).toHaveLength(mostAsking)
})

it('a page that cannot be had is said to be so', async () => {
  const refusal: Answer<CaseNotices> = {
    refusal: { status: 0, code: 'unreachable', retryAfterSeconds: undefined },
  }
  const first = { items: [aLetter('opened')], nextCursor: '1', unread: 1 }
  expect(await lettersToTell(first, today, () => Promise.resolve(refusal))).toEqual(refusal)
})
