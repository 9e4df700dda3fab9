import type { Stretch } from './paging.ts'
import { SealBrokenError } from './record-cipher.ts'

/** Told of what was left out, with its place. */
type OnBroken = (error: unknown) => void

/**
 * What `open` gives; null where a seal is broken, of which somebody is told: one row that does not open keeps nobody from
 * the others of its list. Throws whatever else goes wrong.
 */
export function unlessBroken<Thing>(open: () => Thing, onBroken: OnBroken): Thing | null {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof SealBrokenError)) throw error
    onBroken(error)
    return null
  }
}

/** So many at once are in memory of whatever somebody has. */
const pageSize = 50

/** A part of a list. */
export interface OpenedPage<Thing> {
  readonly things: readonly Thing[]
  /** How many of its rows do not open, and are left out. */
  readonly unreadable: number
}

interface Opening<Row, Thing> {
  /** Rows in the order of their ids, the last one first. */
  readonly read: (stretch: Stretch) => Promise<readonly Row[]>
  /** Gives as many things as it is given rows; throws `SealBrokenError` where one of them does not open. */
  readonly open: (rows: readonly Row[]) => readonly Thing[] | Promise<readonly Thing[]>
  readonly onBroken: OnBroken
}

/** All of a list, however long it is, a page at a time, without the rows whose seal is broken. */
export async function* openedPages<Row extends { readonly id: string }, Thing>({
  read,
  open,
  onBroken,
}: Opening<Row, Thing>): AsyncGenerator<OpenedPage<Thing>, void, void> {
  let before: string | null = null
  do {
    const rows: readonly Row[] = await read({ before, limit: pageSize })
    const things = await openRows(rows, open, onBroken)
    yield { things, unreadable: rows.length - things.length }
    before = rows.length < pageSize ? null : (rows.at(-1)?.id ?? null)
  } while (before !== null)
}

/** All together; one by one where one of them does not open. */
async function openRows<Row, Thing>(
  rows: readonly Row[],
  open: Opening<Row, Thing>['open'],
  onBroken: OnBroken,
): Promise<readonly Thing[]> {
  try {
    return await open(rows)
  } catch (error) {
    if (!(error instanceof SealBrokenError)) throw error
    if (rows.length === 1) {
      onBroken(error)
      return []
    }
  }
  const things: Thing[] = []
  for (const row of rows) things.push(...(await openRows([row], open, onBroken)))
  return things
}
