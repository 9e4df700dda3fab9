import { createHash, sign, verify } from 'node:crypto'
import type { SigningKey } from '../key-ring.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** An audit row as the chain covers it: every column, as the database's own text. */
export interface ChainedEvent {
  readonly id: string
  readonly occurredAt: string
  readonly event: string
  readonly outcome: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly subjectId: string | null
  readonly requestId: string | null
  readonly details: string
}

/** A place in the chain. */
export interface ChainLink {
  readonly sequence: bigint
  readonly hash: Bytes
}

/** Where every chain begins. */
export const chainStart: ChainLink = { sequence: 0n, hash: new Uint8Array(32) }

/** The link of an event behind another link: SHA-256 over the place, the hash before, and all that the row holds. */
export function nextLink(previous: ChainLink, event: ChainedEvent): ChainLink {
  const sequence = previous.sequence + 1n
  const covered = JSON.stringify([
    'connect.audit.event',
    sequence.toString(),
    Buffer.from(previous.hash).toString('hex'),
    event.id,
    event.occurredAt,
    event.event,
    event.outcome,
    event.actorKind,
    event.actorId,
    event.subjectId,
    event.requestId,
    event.details,
  ])
  return { sequence, hash: Uint8Array.from(createHash('sha256').update(covered, 'utf8').digest()) }
}

/** What a signature says: this link belongs to the chain, or the chain ends here. One never passes for the other. */
export type ChainStatement = 'link' | 'head'

export function signLink(key: SigningKey, statement: ChainStatement, link: ChainLink): Bytes {
  return Uint8Array.from(sign(null, textOf(statement, link), key.privateKey))
}

export function isSigned(
  key: SigningKey,
  statement: ChainStatement,
  link: ChainLink,
  signature: Uint8Array,
): boolean {
  return verify(null, textOf(statement, link), key.publicKey, signature)
}

function textOf(statement: ChainStatement, link: ChainLink): Buffer {
  return Buffer.from(`connect.audit.${statement} ${link.sequence} ${Buffer.from(link.hash).toString('hex')}`)
}
