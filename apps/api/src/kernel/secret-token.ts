import { createHash, randomBytes } from 'node:crypto'

const tokenBytes = 32

/** 256 random bits as text: whoever shows it is whom it was given to. */
export function newSecretToken(): string {
  return randomBytes(tokenBytes).toString('base64url')
}

/** Only this is stored of a token: whoever reads the table can show none. */
export function hashOfToken(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(token, 'utf8').digest())
}
