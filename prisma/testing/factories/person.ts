import { randomInt } from 'node:crypto'
import { checkAgainstAllWellKnownPasswords } from '@connect/contract/credentials/all-well-known-passwords'
import { secretQuestionCount, secretQuestions } from '@connect/contract/credentials/secret-questions'
import type { CreateAccountRequest } from '@connect/contract/rooms/account'

/** Somebody who can create an account: everything of the request but the security check and the agreement. */
export type Person = Required<Omit<CreateAccountRequest, 'captcha' | 'agreement'>>

/**
 * A made-up person whom every rule lets in: names that nobody has, a user ID and answers that nobody took before.
 * The e-mail address is under a domain that can never receive mail (RFC 2606).
 */
export function aPerson(overrides: Partial<Person> = {}): Person {
  const userId = aUserId()
  return {
    firstName: aName(),
    lastName: aName(),
    email: `${userId}@example.org`,
    userId,
    password: aPassword(),
    secretQuestions: secretQuestions
      .slice(0, secretQuestionCount)
      .map(({ id }) => ({ questionId: id, answer: `${aName()} ${aName()}` })),
    locale: 'en',
    ...overrides,
  }
}

/** Two letters and nine digits: no part of any name fits in. */
export function aUserId(): string {
  return `kx${digits(9)}`
}

/** 13 characters of every kind, and by no chance a well-known one. */
export function aPassword(): string {
  const password = `${aName().slice(0, 5)}${pick(['!', '#', '$', '&', '@'])}${digits(4)}${pick(['b', 'd', 'f', 'h'])}${pick(['Q', 'W', 'X'])}+`
  return checkAgainstAllWellKnownPasswords(password).length > 0 ? aPassword() : password
}

const syllables = [
  'ba',
  'de',
  'fi',
  'go',
  'ku',
  'la',
  'me',
  'ni',
  'po',
  'ru',
  'sa',
  'te',
  'vi',
  'xo',
  'zu',
  'qua',
]

/** Six syllables: 16 million names that nobody has. */
function aName(): string {
  const name = Array.from({ length: 6 }, () => pick(syllables)).join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function pick(list: readonly string[]): string {
  return list[randomInt(list.length)] ?? ''
}

function digits(count: number): string {
  return Array.from({ length: count }, () => String(randomInt(10))).join('')
}
