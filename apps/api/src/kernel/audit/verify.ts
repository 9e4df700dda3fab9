import { KeysError, type Keys } from '../key-ring.ts'
import { chainStart, isSigned, nextLink, type ChainLink, type ChainStatement } from './chain.ts'
import {
  findForgotten,
  firstEvent,
  readEnds,
  readHead,
  readSeals,
  type AuditHeadRow,
  type AuditSealRow,
  type ChainDatabase,
} from './chain.store.ts'

/** What can be wrong with the chain; the first fault found ends the search, for nothing behind it can be trusted. */
type ChainFault =
  | 'event_missing'
  | 'event_changed'
  | 'seal_missing'
  | 'seal_forged'
  | 'signature_wrong'
  | 'tail_missing'
  | 'head_missing'
  | 'head_forged'
  | 'tail_added'
  | 'events_unsealed'

export type ChainReport =
  | { readonly intact: true; readonly sealed: bigint; readonly head: string }
  | {
      readonly intact: false
      readonly fault: ChainFault
      /** The first broken place of the chain. */
      readonly sequence: bigint
      /** The audit row at that place, where one is known. */
      readonly eventId: string | null
      readonly message: string
    }

type Broken = Extract<ChainReport, { intact: false }>
type VerifyKeys = Pick<Keys, 'auditSigning'>

const batchSize = 1000

/**
 * Walks the whole chain from its first row to its signed head, and names the first row that was changed, removed, moved
 * or added. May run beside the sealer: it goes as far as the head stood when it began.
 */
export async function verifyAuditChain({
  prisma,
  keys,
}: {
  readonly prisma: ChainDatabase
  readonly keys: VerifyKeys
}): Promise<ChainReport> {
  const head = await readHead(prisma)
  const walked = await walk(prisma, keys, head?.sequence ?? 0n)
  if (!('hash' in walked)) return walked

  const headFault = head ? checkHead(head, walked, keys) : null
  if (headFault) return headFault
  const ends = await readEnds(prisma)
  if (ends.lastSeal > ends.head) {
    const [seal] = await readSeals(prisma, { after: ends.head, upTo: ends.lastSeal, limit: 1 })
    const fault = head ? 'tail_added' : 'head_missing'
    return broken(fault, ends.head + 1n, seal?.eventId ?? null)
  }
  const forgotten = await firstForgotten(prisma)
  if (forgotten !== null) return broken('events_unsealed', walked.sequence + 1n, forgotten)
  return { intact: true, sealed: walked.sequence, head: Buffer.from(walked.hash).toString('hex') }
}

async function walk(prisma: ChainDatabase, keys: VerifyKeys, upTo: bigint): Promise<ChainLink | Broken> {
  let link = chainStart
  while (link.sequence < upTo) {
    const seals = await readSeals(prisma, { after: link.sequence, upTo, limit: batchSize })
    if (seals.length === 0) return broken('tail_missing', link.sequence + 1n, null)
    for (const seal of seals) {
      const fault = checkSeal(link, seal, keys)
      if (fault) return fault
      link = { sequence: seal.sequence, hash: seal.hash }
    }
  }
  return link
}

async function firstForgotten(prisma: ChainDatabase): Promise<string | null> {
  for (let cursor = firstEvent; ;) {
    const stretch = await findForgotten(prisma, cursor, batchSize)
    if (stretch === null) return null
    if (stretch.unsealedId !== null) return stretch.unsealedId
    cursor = stretch.end
  }
}

function checkSeal(previous: ChainLink, seal: AuditSealRow, keys: VerifyKeys): Broken | null {
  const expected = previous.sequence + 1n
  if (seal.sequence !== expected) return broken('seal_missing', expected, null)
  if (seal.event === null) return broken('event_missing', expected, seal.eventId)
  if (!equal(seal.previousHash, previous.hash)) return broken('seal_forged', expected, seal.eventId)
  if (!equal(seal.hash, nextLink(previous, seal.event).hash))
    return broken('event_changed', expected, seal.eventId)
  const isGenuine = seal.signature === null || carriesSignature(keys, 'link', seal, seal.signature)
  return isGenuine ? null : broken('signature_wrong', expected, seal.eventId)
}

function checkHead(head: AuditHeadRow, last: ChainLink, keys: VerifyKeys): Broken | null {
  const isGenuine = equal(head.hash, last.hash) && carriesSignature(keys, 'head', head, head.signature)
  return isGenuine ? null : broken('head_forged', head.sequence, null)
}

function carriesSignature(
  keys: VerifyKeys,
  statement: ChainStatement,
  link: ChainLink & { readonly keyVersion: number },
  signature: Uint8Array,
): boolean {
  try {
    return isSigned(keys.auditSigning.of(link.keyVersion), statement, link, signature)
  } catch (error) {
    // A version that we never had is a forger's, too.
    if (error instanceof KeysError) return false
    throw error
  }
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

const messages: Readonly<Record<ChainFault, string>> = {
  event_missing: 'the audit row that was sealed here is gone',
  event_changed: 'the audit row is not the one that was sealed here',
  seal_missing: 'the seal at this place is gone',
  seal_forged: 'the seal does not continue the one before it',
  signature_wrong: 'the seals up to this one were not made with our key',
  tail_missing: 'the chain ends before the place that its signed head names',
  head_missing: 'there are seals, but the signed head of the chain is gone',
  head_forged: 'the head of the chain was not made with our key, or not for these rows',
  tail_added: 'there are seals behind the signed head of the chain',
  events_unsealed: 'the audit row is old, and nothing seals it',
}

function broken(fault: ChainFault, sequence: bigint, eventId: string | null): Broken {
  return { intact: false, fault, sequence, eventId, message: messages[fault] }
}
