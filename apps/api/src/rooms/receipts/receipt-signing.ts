import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { Keys } from '../../kernel/key-ring.ts'

/** Says who signed and what came of it; both are safe in an address. */
export interface ReceiptSignature {
  readonly keyId: string
  /** Base64url without padding. */
  readonly value: string
}

/** A public key as it is published: 32 bytes (RFC 8032). */
export interface ReceiptPublicKey {
  readonly id: string
  readonly publicKey: Uint8Array<ArrayBuffer>
}

/** Characters of a key's name: 96 bits of what it is. */
const idLength = 16

/**
 * Signs what receipts say, with Ed25519. What was signed begins with `{` (its facts, after RFC 8785), with `%PDF-` (a
 * document), or with a digit (a code), so that none can be taken for another.
 */
export function createReceiptSigning({ receiptSigning }: Pick<Keys, 'receiptSigning'>) {
  const { current } = receiptSigning
  const currentId = publicKeyOf(current.key.publicKey).id
  return {
    /** The keys that this installation can sign with, older ones included. */
    publicKeys: receiptSigning.versions.map((version) => publicKeyOf(receiptSigning.of(version).publicKey)),
    keyId: currentId,
    sign(bytes: Uint8Array): ReceiptSignature {
      return { keyId: currentId, value: sign(null, bytes, current.key.privateKey).toString('base64url') }
    },
  }
}

export type ReceiptSigning = ReturnType<typeof createReceiptSigning>

/** Whether these very bytes were signed with the key, and the signature is written in the one way there is. */
export function isSigned(bytes: Uint8Array, value: string, publicKey: Uint8Array): boolean {
  const signature = Buffer.from(value, 'base64url')
  // Several texts stand for the same bytes in Base64: with another one somebody changed something.
  if (signature.toString('base64url') !== value) return false
  const x = Buffer.from(publicKey).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, bytes, key, signature)
}

function publicKeyOf(key: KeyObject): ReceiptPublicKey {
  const publicKey = Uint8Array.from(Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url'))
  const id = createHash('sha256').update(publicKey).digest('base64url').slice(0, idLength)
  return { id, publicKey }
}
