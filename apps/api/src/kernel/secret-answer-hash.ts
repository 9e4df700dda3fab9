import { secretQuestionCount } from '@connect/contract/credentials/secret-questions'
import bcrypt from 'bcrypt'
import type { GatePlace } from './hashing-gate.ts'
import type { Keys } from './key-ring.ts'
import { dummyHash, peppered, type PepperedHash } from './pepper.ts'

/** Source: docs/security.md. */
export const secretAnswerCost = 10

/** The joint hash of all answers but one, as the database keeps it. */
export interface JointAnswerHash extends PepperedHash {
  readonly omittedPosition: number
}

export interface SecretAnswerHasher {
  hash(place: GatePlace, answers: readonly string[]): Promise<JointAnswerHash[]>
  verify(
    place: GatePlace,
    answers: readonly string[],
    stored: readonly JointAnswerHash[] | null,
  ): Promise<boolean>
}

/**
 * Five answers are asked and four right ones suffice, so each set of four is hashed as one: a stolen table costs the
 * product of the guesses. All sets are compared every time, right or wrong, known or not. Answers come normalised
 * (`normalizeSecretAnswer`) and in the order of their questions. Source: docs/security.md.
 */
export function createSecretAnswerHasher(
  keys: Pick<Keys, 'passwordPepper'>,
  cost = secretAnswerCost,
): SecretAnswerHasher {
  const { version } = keys.passwordPepper.current
  const positions = Array.from({ length: secretQuestionCount }, (_, position) => position)
  const nobody = positions.map((omittedPosition) => ({
    omittedPosition,
    hash: dummyHash(cost),
    pepperVersion: version,
  }))

  return {
    async hash(place, answers) {
      requireAll(answers)
      return Promise.all(
        positions.map(async (omittedPosition) => {
          const text = peppered(keys, version, jointText(answers, omittedPosition))
          const hash = await place.hash('answer', () => bcrypt.hash(text, cost))
          return { omittedPosition, hash, pepperVersion: version }
        }),
      )
    },
    async verify(place, answers, stored) {
      requireAll(answers)
      const known = new Map(stored?.map((row) => [row.omittedPosition, row]))
      const fits = await Promise.all(
        nobody.map(async (dummy) => {
          const row = known.get(dummy.omittedPosition)
          const compared = row ?? dummy
          const text = peppered(keys, compared.pepperVersion, jointText(answers, compared.omittedPosition))
          const equal = await place.hash('answer', () => bcrypt.compare(text, compared.hash))
          return equal && row !== undefined
        }),
      )
      return fits.some(Boolean)
    },
  }
}

/** JSON keeps answers apart: "ab" and "c" are not "a" and "bc". */
function jointText(answers: readonly string[], omittedPosition: number): string {
  const kept = answers.filter((_, position) => position !== omittedPosition)
  return JSON.stringify(['secret-answers', omittedPosition, ...kept])
}

function requireAll(answers: readonly string[]): void {
  if (answers.length !== secretQuestionCount) throw new Error(`${secretQuestionCount} answers are needed`)
}
