import { expect, test } from 'vitest'
import { createRepeater } from './repeater.ts'

test('a repeater runs one pass after another until it is stopped, and can begin anew', async () => {
  let passes = 0
  let atOnce = 0
  let reached: () => void = () => undefined
  const repeater = createRepeater(1, async () => {
    atOnce += 1
    expect(atOnce).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    atOnce -= 1
    passes += 1
    if (passes % 3 === 0) reached()
  })
  for (const target of [3, 6]) {
    const done = new Promise<void>((resolve) => (reached = resolve))
    repeater.start()
    repeater.start()
    await done
    await repeater.stop()
    expect(passes).toBe(target)
  }
})

test('stopping waits for the pass that runs', async () => {
  let began: () => void = () => undefined
  let finish: () => void = () => undefined
  const running = new Promise<void>((resolve) => (began = resolve))
  let ended = false
  const repeater = createRepeater(1, async () => {
    began()
    await new Promise<void>((resolve) => (finish = resolve))
    ended = true
  })
  repeater.start()
  await running
  const stopped = repeater.stop()
  finish()
  await stopped
  expect(ended).toBe(true)
})

test('a repeater that never began can be stopped', async () => {
  await createRepeater(1, () => Promise.resolve()).stop()
})
