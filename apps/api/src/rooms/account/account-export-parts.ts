import { Readable } from 'node:stream'
import type { AccountExport } from '@connect/contract/rooms/account-export'
import type { OpenedPage } from '../../kernel/broken-seals.ts'

/** What there may be very much of. */
const longParts = ['reports', 'documents', 'receipts'] as const
type LongPart = (typeof longParts)[number]

/** Each newest first, read as it is asked for. */
type LongParts = {
  readonly [Part in LongPart]: AsyncIterable<OpenedPage<NonNullable<AccountExport[Part]>[number]>>
}

/** More than anybody reads on paper, of each. */
export const mostThings = 100

type Unreadable = AccountExport['unreadable']

/** An export before its long parts are read. */
export interface BegunExport {
  readonly base: Omit<AccountExport, LongPart | 'unreadable'>
  /** Null while case data stay closed. */
  readonly long: LongParts | null
  /** Of what was read. */
  readonly unreadable: Omit<Unreadable, LongPart>
}

/** Characters that are kept until they are sent together. */
const pieceLength = 256 * 1024

/**
 * The whole as JSON: a page of a long part is in memory at a time. The beginning is read before this answers, which is
 * all of most exports: what goes wrong until then can still be told.
 */
export async function exportAsJson(begun: BegunExport): Promise<Readable> {
  const pieces = inPieces(textOf(begun))
  const first = await pieces.next()
  return Readable.from(startingWith(first.done === true ? '' : first.value, pieces))
}

async function* startingWith(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const text of texts) {
    piece += text
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield piece
}

async function* textOf({ base, long, unreadable }: BegunExport): AsyncGenerator<string> {
  yield JSON.stringify(base).slice(0, -1)
  const counts = { ...unreadable, reports: 0, documents: 0, receipts: 0 }
  for (const part of longParts) {
    yield `,"${part}":`
    if (long === null) yield 'null'
    else {
      let before = '['
      for await (const { things, unreadable: count } of long[part]) {
        counts[part] += count
        if (things.length === 0) continue
        yield before + things.map((thing) => JSON.stringify(thing)).join(',')
        before = ','
      }
      yield before === '[' ? '[]' : ']'
    }
  }
  yield `,"unreadable":${JSON.stringify(counts)}}`
}

/** The export for reading on paper: of its long parts more than `mostThings` where there are more, and not all. */
export async function newestOfExport({ base, long, unreadable }: BegunExport): Promise<AccountExport> {
  const reports = await newestOf(long?.reports)
  const documents = await newestOf(long?.documents)
  const receipts = await newestOf(long?.receipts)
  return {
    ...base,
    reports: reports.things,
    documents: documents.things,
    receipts: receipts.things,
    unreadable: {
      ...unreadable,
      reports: reports.unreadable,
      documents: documents.unreadable,
      receipts: receipts.unreadable,
    },
  }
}

async function newestOf<Thing>(pages: AsyncIterable<OpenedPage<Thing>> | undefined) {
  if (pages === undefined) return { things: null, unreadable: 0 }
  const things: Thing[] = []
  let unreadable = 0
  for await (const page of pages) {
    things.push(...page.things)
    unreadable += page.unreadable
    if (things.length > mostThings) break
  }
  return { things, unreadable }
}
