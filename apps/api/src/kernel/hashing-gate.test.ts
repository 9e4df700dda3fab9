import { afterEach, describe, expect, test, vi } from 'vitest'
import { createHashingGate, HashingBusyError, type GatePlace } from './hashing-gate.ts'

/** Work that ends when the test says so, on a clock that the test moves. */
function aGate(options: { cores: number; maxWaitMs?: number }) {
  let time = 0
  const gate = createHashingGate({ maxWaitMs: 1_000_000, ...options, now: () => time })
  const started: string[] = []
  const finishers = new Map<string, () => void>()
  const hash = (place: GatePlace, name: string) =>
    place.hash('password', () => {
      started.push(name)
      return new Promise<void>((resolve) => finishers.set(name, resolve))
    })
  return {
    gate,
    started,
    hash,
    admitHash: (name: string) => gate.admit({ password: 1, answer: 0 }, (place) => hash(place, name)),
    pass: (ms: number) => {
      time += ms
    },
    finish: async (name: string, tookMs = 0) => {
      time += tookMs
      finishers.get(name)?.()
      await settle()
    },
  }
}

/** Lets everything that is ready to run, run. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

afterEach(() => {
  vi.useRealTimers()
})

describe('the hashing gate', () => {
  test('runs at most as many hashes at once as there are cores', async () => {
    const { gate, started, admitHash, finish } = aGate({ cores: 2 })
    const all = ['a', 'b', 'c', 'd'].map(admitHash)
    await settle()
    expect(started).toEqual(['a', 'b'])
    expect(gate.metrics()).toMatchObject({ running: 2, queued: 0, admitted: 4 })
    await finish('b')
    expect(started).toEqual(['a', 'b', 'c'])
    for (const name of ['a', 'c', 'd']) await finish(name)
    await Promise.all(all)
    expect(gate.metrics()).toMatchObject({
      running: 0,
      queued: 0,
      admitted: 0,
      hashes: { password: 4, answer: 0 },
    })
  })

  test('serves whoever was admitted first, even when their hash comes later', async () => {
    const { gate, started, hash, admitHash, finish } = aGate({ cores: 1 })
    let mayHash: () => void = () => undefined
    const query = new Promise<void>((resolve) => (mayHash = resolve))
    const first = gate.admit({ password: 1, answer: 0 }, async (place) => {
      await query
      await hash(place, 'first')
    })
    const others = ['second', 'third'].map(admitHash)
    await settle()
    expect(started).toEqual(['second'])
    mayHash()
    await settle()
    await finish('second')
    expect(started).toEqual(['second', 'first'])
    await finish('first')
    await finish('third')
    await Promise.all([first, ...others])
  })

  test('holds no core while admitted work is busy with something else', async () => {
    const { gate, started, admitHash, finish } = aGate({ cores: 1 })
    let leave: () => void = () => undefined
    const query = new Promise<void>((resolve) => (leave = resolve))
    const waiting = gate.admit({ password: 1, answer: 0 }, () => query)
    const other = admitHash('other')
    await settle()
    expect(started).toEqual(['other'])
    leave()
    await finish('other')
    await Promise.all([waiting, other])
  })

  test('gives places to twice as many as there are cores, and to the others in their order', async () => {
    const { gate, started, admitHash, finish } = aGate({ cores: 1 })
    const all = ['a', 'b', 'c', 'd'].map((name) => admitHash(name))
    await settle()
    expect(gate.metrics()).toMatchObject({ running: 1, admitted: 2, queued: 2 })
    for (const name of ['a', 'b', 'c', 'd']) await finish(name)
    await Promise.all(all)
    expect(started).toEqual(['a', 'b', 'c', 'd'])
  })

  test('refuses at once, before the work begins, what would end too late', async () => {
    const { gate, admitHash, finish } = aGate({ cores: 1, maxWaitMs: 800 })
    const admitted = ['a', 'b'].map((name) => admitHash(name))
    let began = false
    const refusal = gate.admit({ password: 1, answer: 0 }, () => {
      began = true
      return Promise.resolve()
    })
    await expect(refusal).rejects.toThrow(HashingBusyError)
    await expect(refusal).rejects.toMatchObject({ retryAfterSeconds: 1 })
    expect(began).toBe(false)
    expect(gate.metrics()).toMatchObject({ refused: 1, admitted: 2 })
    await settle()
    await finish('a')
    await finish('b')
    await Promise.all(admitted)
  })

  test('refuses, before the work begins, what found no place in time after all', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { gate, started, admitHash, finish } = aGate({ cores: 1, maxWaitMs: 2000 })
    const placed = ['a', 'b'].map((name) => admitHash(name))
    const late = expect(admitHash('late')).rejects.toThrow(HashingBusyError)
    await settle()
    vi.advanceTimersByTime(1000)
    const patient = admitHash('patient')
    vi.advanceTimersByTime(800)
    await late
    expect(gate.metrics()).toMatchObject({ refused: 1, admitted: 2, queued: 1 })
    for (const name of ['a', 'b', 'patient']) await finish(name)
    await Promise.all([...placed, patient])
    expect(started).toEqual(['a', 'b', 'patient'])
    expect(gate.metrics()).toMatchObject({ admitted: 0, queued: 0, estimatedWaitMs: 0 })
  })

  test('refuses, before the work begins, what could no longer be done in time when its place comes', async () => {
    const { gate, started, admitHash, finish } = aGate({ cores: 1, maxWaitMs: 2000 })
    const placed = ['a', 'b'].map((name) => admitHash(name))
    const late = expect(admitHash('late')).rejects.toThrow(HashingBusyError)
    await settle()
    await finish('a', 1900)
    await late
    await finish('b')
    await Promise.all(placed)
    expect(started).toEqual(['a', 'b'])
    expect(gate.metrics()).toMatchObject({ refused: 1, admitted: 0, queued: 0, estimatedWaitMs: 0 })
  })

  test('counts no work that it has just refused when it judges the next in the queue', async () => {
    const { gate, admitHash, pass, finish } = aGate({ cores: 1, maxWaitMs: 1000 })
    const budget = { password: 0, answer: 1 }
    let leave: () => void = () => undefined
    const running = admitHash('a')
    const leaving = gate.admit(budget, () => new Promise<void>((resolve) => (leave = resolve)))
    const refused = expect(admitHash('c')).rejects.toThrow(HashingBusyError)
    let begun = false
    const next = gate.admit(budget, (place) => {
      begun = true
      return place.hash('answer', () => Promise.resolve())
    })
    await settle()
    expect(gate.metrics()).toMatchObject({ admitted: 2, queued: 2 })
    pass(500)
    leave()
    await refused
    await settle()
    expect(begun).toBe(true)
    expect(gate.metrics()).toMatchObject({ refused: 1, queued: 0 })
    await finish('a')
    await Promise.all([running, leaving, next])
    expect(gate.metrics()).toMatchObject({ admitted: 0, estimatedWaitMs: 0 })
  })

  test('never refuses what comes alone, however slow its hashes are', async () => {
    const { gate } = aGate({ cores: 1, maxWaitMs: 10 })
    await gate.admit({ password: 1, answer: 0 }, (place) => place.hash('password', () => Promise.resolve()))
    expect(gate.metrics()).toMatchObject({ refused: 0, hashes: { password: 1, answer: 0 } })
  })

  test('admits more, or fewer, once hashes turn out faster, or slower', async () => {
    const { gate, admitHash, finish } = aGate({ cores: 1 })
    const guess = gate.metrics().hashMs.password
    for (let count = 0; count < 30; count += 1) {
      const work = admitHash(`fast ${count}`)
      await settle()
      await finish(`fast ${count}`, 10)
      await work
    }
    expect(gate.metrics().hashMs.password).toBeLessThan(guess / 10)
    const slow = admitHash('slow')
    await settle()
    await finish('slow', 5000)
    await slow
    expect(gate.metrics().hashMs.password).toBeGreaterThan(1000)
  })

  test('is whole again after work that fails, in a hash or between hashes', async () => {
    const { gate } = aGate({ cores: 1 })
    const broken = gate.admit({ password: 2, answer: 5 }, (place) =>
      place.hash('password', () => Promise.reject(new Error('a hash broke'))),
    )
    await expect(broken).rejects.toThrow('a hash broke')
    await expect(
      gate.admit({ password: 1, answer: 0 }, () => Promise.reject(new Error('a query broke'))),
    ).rejects.toThrow('a query broke')
    expect(gate.metrics()).toMatchObject({ running: 0, queued: 0, admitted: 0, estimatedWaitMs: 0 })
  })

  test('refuses more hashes than were admitted', async () => {
    const { gate } = aGate({ cores: 1 })
    const work = gate.admit({ password: 0, answer: 1 }, (place) =>
      place.hash('password', () => Promise.resolve()),
    )
    await expect(work).rejects.toThrow('More password hashes')
  })
})
