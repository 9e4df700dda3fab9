import { aFedCase, aFedMember, aReference } from '@connect/households/fed-case'
import { describe, expect, test } from 'vitest'
import { createBatchBuilder } from './case-import-batch.ts'

/** How many lines of one kind a batch takes. */
function roomFor(
  aLine: () => Parameters<ReturnType<typeof createBatchBuilder>['add']>[0],
  size: number,
): number {
  const batches = createBatchBuilder(1)
  let count = 0
  for (let line = aLine(); batches.hasRoomFor(line); line = aLine()) {
    batches.add(line, size)
    count += 1
  }
  return count
}

const aCaseOf = (members: number) => () => ({
  line: 1,
  caseRef: aReference('C'),
  fed: aFedCase({ members: Array.from({ length: members }, () => aFedMember()) }),
})

describe('what an import stores at once', () => {
  test('is bounded by lines, by bytes, and by the members whose rows one statement writes', () => {
    expect(roomFor(aCaseOf(1), 1_000)).toBe(400)
    expect(roomFor(aCaseOf(1), 1024 * 1024)).toBe(4)
    expect(roomFor(aCaseOf(50), 1_000)).toBe(40)
  })

  test('begins anew with each batch', () => {
    const batches = createBatchBuilder(1)
    const aLine = aCaseOf(50)
    for (let count = 0; count < 40; count += 1) batches.add(aLine(), 1_000)
    expect(batches.hasRoomFor(aLine())).toBe(false)
    expect(batches.take(new Uint8Array())?.lines).toHaveLength(40)
    expect(batches.hasRoomFor(aLine())).toBe(true)
  })
})
