import bcrypt from 'bcrypt'
import { describe, expect, test } from 'vitest'
import { createHashing, hashesAtOnce, type Hasher } from './hashing.ts'
import { generateKeys, keysOf, newKeyEntries } from './key-ring.ts'
import { passwordCost } from './password-hash.ts'
import { dummyHash, peppered } from './pepper.ts'
import { secretAnswerCost } from './secret-answer-hash.ts'

const cheap = { password: 4, answer: 4 }
const keys = generateKeys()
const work = { passwords: 3, answerSets: 3 }
const answers = ['canela', 'rosario', 'bluebird', 'tortuga', 'maplelane']

function replaced(position: number, answer: string): string[] {
  return answers.map((kept, index) => (index === position ? answer : kept))
}

/** How many hashes of each kind something costs. */
async function costOf(run: (hasher: Hasher) => Promise<unknown>) {
  const hashing = createHashing({ keys, costs: cheap })
  await hashing.admit(work, run)
  return hashing.metrics().hashes
}

describe('password hashes', () => {
  test('are bcrypt of cost 12 over base64(HMAC-SHA-384(pepper, password))', async () => {
    const hashing = createHashing({ keys })
    const stored = await hashing.admit(work, (hasher) => hasher.hashPassword('Maple!Lane7'))
    expect(bcrypt.getRounds(stored.hash)).toBe(12)
    const text = peppered(keys, stored.pepperVersion, 'Maple!Lane7')
    expect(text).toMatch(/^[A-Za-z0-9+/]{64}$/)
    expect(await bcrypt.compare(text, stored.hash)).toBe(true)
  })

  test('tell the right password from a wrong one', async () => {
    await createHashing({ keys, costs: cheap }).admit(work, async (hasher) => {
      const stored = await hasher.hashPassword('Maple!Lane7')
      expect(await hasher.verifyPassword('Maple!Lane7', stored)).toEqual({
        matches: true,
        needsRehash: false,
      })
      expect(await hasher.verifyPassword('maple!Lane7', stored)).toEqual({
        matches: false,
        needsRehash: false,
      })
    })
  })

  test('are worth nothing without their pepper', async () => {
    const stored = await createHashing({ keys, costs: cheap }).admit(work, (hasher) =>
      hasher.hashPassword('Maple!Lane7'),
    )
    const elsewhere = createHashing({ keys: generateKeys(), costs: cheap })
    const check = await elsewhere.admit(work, (hasher) => hasher.verifyPassword('Maple!Lane7', stored))
    expect(check.matches).toBe(false)
  })

  test('for nobody never match, and cost the same work as a stored one', async () => {
    expect(bcrypt.getRounds(dummyHash(passwordCost))).toBe(12)
    const stored = await createHashing({ keys, costs: cheap }).admit(work, (hasher) =>
      hasher.hashPassword('Maple!Lane7'),
    )
    const known = await costOf((hasher) => hasher.verifyPassword('wrong', stored))
    const unknown = await costOf(async (hasher) => {
      expect(await hasher.verifyPassword('Maple!Lane7', null)).toEqual({ matches: false, needsRehash: false })
    })
    expect(known).toEqual({ password: 1, answer: 0 })
    expect(unknown).toEqual(known)
  })

  test('of an older pepper or a lower cost still match, and ask to be made anew', async () => {
    const entries = newKeyEntries()
    const newer = newKeyEntries().map((entry) => ({ ...entry, version: 2 }))
    const old = await createHashing({ keys: keysOf(entries), costs: cheap }).admit(work, (hasher) =>
      hasher.hashPassword('Maple!Lane7'),
    )
    const both = keysOf([...entries, ...newer])
    const afterPepper = createHashing({ keys: both, costs: cheap })
    expect(await afterPepper.admit(work, (hasher) => hasher.verifyPassword('Maple!Lane7', old))).toEqual({
      matches: true,
      needsRehash: true,
    })
    const afterCost = createHashing({ keys: keysOf(entries), costs: { password: 5, answer: 5 } })
    expect(await afterCost.admit(work, (hasher) => hasher.verifyPassword('Maple!Lane7', old))).toEqual({
      matches: true,
      needsRehash: true,
    })
    expect(await afterCost.admit(work, (hasher) => hasher.verifyPassword('wrong', old))).toEqual({
      matches: false,
      needsRehash: false,
    })
  })
})

describe('secret answers', () => {
  test('are stored as five joint hashes of cost 10, one for each answer left out', async () => {
    const stored = await createHashing({ keys }).admit(work, (hasher) => hasher.hashSecretAnswers(answers))
    expect(stored.map(({ omittedPosition }) => omittedPosition)).toEqual([0, 1, 2, 3, 4])
    expect(stored.map(({ hash }) => bcrypt.getRounds(hash))).toEqual([10, 10, 10, 10, 10])
    expect(secretAnswerCost).toBe(10)
  })

  test('pass with all five or any four of them right, and with no fewer', async () => {
    const hashing = createHashing({ keys, costs: cheap })
    const stored = await hashing.admit(work, (hasher) => hasher.hashSecretAnswers(answers))
    const check = (given: string[]) =>
      hashing.admit(work, (hasher) => hasher.verifySecretAnswers(given, stored))
    expect(await check(answers)).toBe(true)
    for (const position of answers.keys()) {
      expect(await check(replaced(position, 'wrong'))).toBe(true)
      expect(
        await check(
          replaced(position, 'wrong').map((kept, index) => (index === (position + 1) % 5 ? '' : kept)),
        ),
      ).toBe(false)
    }
  })

  test('count at their own question only', async () => {
    const hashing = createHashing({ keys, costs: cheap })
    const stored = await hashing.admit(work, (hasher) => hasher.hashSecretAnswers(answers))
    const moved = [...answers.slice(1), answers[0] ?? '']
    expect(await hashing.admit(work, (hasher) => hasher.verifySecretAnswers(moved, stored))).toBe(false)
  })

  test('cost the same work right, wrong, unknown, or half missing', async () => {
    const hashing = createHashing({ keys, costs: cheap })
    const stored = await hashing.admit(work, (hasher) => hasher.hashSecretAnswers(answers))
    const wrong = ['a', 'b', 'c', 'd', 'e']
    const costs = [
      await costOf((hasher) => hasher.verifySecretAnswers(answers, stored)),
      await costOf((hasher) => hasher.verifySecretAnswers(wrong, stored)),
      await costOf((hasher) => hasher.verifySecretAnswers(answers, null)),
      await costOf((hasher) => hasher.verifySecretAnswers(answers, stored.slice(0, 2))),
    ]
    for (const cost of costs) expect(cost).toEqual({ password: 0, answer: 5 })
  })

  test('for nobody never pass', async () => {
    const hashing = createHashing({ keys, costs: cheap })
    expect(await hashing.admit(work, (hasher) => hasher.verifySecretAnswers(answers, null))).toBe(false)
  })
})

test('both kinds of hashes pass through one gate', async () => {
  const hashing = createHashing({ keys, costs: cheap, cores: 1 })
  await Promise.all([
    hashing.admit({ passwords: 1, answerSets: 0 }, (hasher) => hasher.hashPassword('Maple!Lane7')),
    hashing.admit({ passwords: 0, answerSets: 1 }, (hasher) => hasher.hashSecretAnswers(answers)),
  ])
  expect(hashing.metrics()).toMatchObject({ running: 0, admitted: 0, hashes: { password: 1, answer: 5 } })
})

test('hashes take every core, and leave one thread of the pool to everything else', () => {
  expect(hashesAtOnce(2)).toBe(2)
  expect(hashesAtOnce(16)).toBe(3)
  expect(hashesAtOnce(16, 17)).toBe(16)
  expect(hashesAtOnce(16, 1)).toBe(1)
})
