import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createImportGate } from './case-import-gate.ts'

describe('the imports of a process', () => {
  test('are four at most, and one that leaves twice makes one place', () => {
    const gate = createImportGate()
    const leave = [1, 2, 3, 4].map(() => gate.enter())
    expect(gate.enter).toThrow('server.busy')
    leave[0]?.()
    leave[0]?.()
    gate.enter()
    expect(gate.enter).toThrow('server.busy')
  })

  test('store two batches at once, the others in the order in which they came', async () => {
    const gate = createImportGate()
    const started: number[] = []
    const batches = [0, 1, 2, 3].map((number) => {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>()
      const stored = gate.store(() => {
        started.push(number)
        return promise
      })
      return { stored, resolve, reject }
    })
    await nextTurn()
    expect(started).toEqual([0, 1])
    batches[1]?.reject(new Error('not stored'))
    await expect(batches[1]?.stored).rejects.toThrow('not stored')
    await nextTurn()
    expect(started).toEqual([0, 1, 2])
    for (const { resolve } of batches) resolve(undefined)
    await batches[3]?.stored
    expect(started).toEqual([0, 1, 2, 3])
  })
})
