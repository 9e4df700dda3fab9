import { createHmac } from 'node:crypto'
import bcrypt from 'bcrypt'
import type { Keys } from './key-ring.ts'

/** A bcrypt hash and the pepper that it was made with, which lies outside the database. */
export interface PepperedHash {
  readonly hash: string
  readonly pepperVersion: number
}

/**
 * base64(HMAC-SHA-384(pepper, text)): 64 plain characters, so that bcrypt's 72 bytes cut nothing off, and without the
 * pepper a stolen table cannot even be guessed at. Source: docs/security.md.
 */
export function peppered(keys: Pick<Keys, 'passwordPepper'>, version: number, text: string): string {
  return createHmac('sha384', keys.passwordPepper.of(version)).update(text, 'utf8').digest('base64')
}

/**
 * A hash that nothing fits, to be compared with where nothing is stored: the work is the same as with a real one. Salt
 * and digest are random letters of bcrypt's own alphabet, so making it costs nothing.
 */
export function dummyHash(cost: number): string {
  const randomLetters = bcrypt.genSaltSync().slice(-22) + bcrypt.genSaltSync().slice(-22)
  return bcrypt.genSaltSync(cost) + randomLetters.slice(-31)
}
