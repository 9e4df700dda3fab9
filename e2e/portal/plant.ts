import { appendFileSync, readFileSync } from 'node:fs'
import { aPerson, type Person } from '@connect/prisma/testing/factories/person'
import { portal } from './portal.ts'

/** What a person gave us that nobody may find again, and the user ID, which is no secret but no log's business. */
export interface Planted {
  readonly kind:
    | 'name'
    | 'email'
    | 'password'
    | 'answer'
    | 'cookie'
    | 'token'
    | 'message'
    | 'client ID'
    | 'identity'
    | 'code'
    | 'letter'
    | 'report'
    | 'file'
    | 'user ID'
  readonly value: string
}

/** Remembers values that the canary looks for at the end of the run. */
export function plant(...values: readonly Planted[]): void {
  appendFileSync(portal().plantedFile, values.map((value) => `${JSON.stringify(value)}\n`).join(''))
}

/** All that the run has planted so far. */
export function allPlanted(): Planted[] {
  const lines = readFileSync(portal().plantedFile, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Planted)
}

/** A made-up person with an e-mail address and a language. */
export type PlantedPerson = { [Field in keyof Person]: NonNullable<Person[Field]> }

/** A made-up person (see the factory) whose every detail is planted. */
export function aPlantedPerson(changes: Partial<PlantedPerson> = {}): PlantedPerson {
  const { email = '', locale = 'en', ...rest } = aPerson(changes)
  const person = { ...rest, email, locale }
  plant(...plantedIn(person))
  return person
}

/** Values too short to be told from chance are left out: one letter is a name, too. */
function plantedIn({
  firstName,
  lastName,
  email,
  userId,
  password,
  secretQuestions,
}: PlantedPerson): Planted[] {
  const planted: Planted[] = [
    { kind: 'name', value: firstName },
    { kind: 'name', value: lastName },
    { kind: 'email', value: email },
    { kind: 'password', value: password },
    { kind: 'user ID', value: userId },
    ...secretQuestions.map(({ answer }) => ({ kind: 'answer' as const, value: answer })),
  ]
  return planted.filter(({ value }) => value.length >= 8)
}
