import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { Report } from '@connect/contract/rooms/change-reports'
import { filesOnTheWay } from '../../../lib/documents/files-on-the-way.ts'
import { createDraftKeeper, type DraftKeeper } from '../draft/draft-keeper.ts'
import { partOf, takeOut } from './taking-out.ts'

const owner = 'a-report'
const [first, second, other] = ['2026-11-02', '2026-11-03', '2026-11-04'].map((changedOn, index) => ({
  typeId: index === 2 ? 'you_move' : 'start_job',
  typeVersion: 1,
  changedOn,
})) as [DraftChange, DraftChange, DraftChange]

beforeEach(() => {
  // Files that never arrive.
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      readonly upload = {}
      readonly open = vi.fn()
      readonly setRequestHeader = vi.fn()
      readonly send = vi.fn()
      readonly abort = vi.fn()
    },
  )
})

afterEach(() => {
  filesOnTheWay.forget()
  vi.unstubAllGlobals()
})

it('what is on its way to a change that is taken out is stopped, and what is on its way to the next of its kind still finds it', () => {
  const keeper = aKeeper([first, other, second])
  for (const [name, part] of [
    ['first.jpg', partOf('start_job', 0)],
    ['second.jpg', partOf('start_job', 1)],
    ['other.jpg', partOf('you_move', 0)],
  ] as const)
    filesOnTheWay.add({ owner, part }, 'other', [new File(['x'], name)])
  takeOut({ keeper }, 0)
  expect(keeper.get().changes).toMatchObject([other, second])
  expect(filesOnTheWay.all().map(({ file, part }) => `${file.name} ${part}`)).toEqual([
    'second.jpg start_job.0',
    'other.jpg you_move.0',
  ])
})

function aKeeper(changes: readonly DraftChange[]): DraftKeeper {
  const report = { id: owner, changes, documents: [], formNews: [] } as unknown as Report
  const never = () => new Promise<never>(() => undefined)
  return createDraftKeeper({ report, version: '"1"' }, { save: never, fetch: never })
}
