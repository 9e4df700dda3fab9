import type { FedCase, FedMember } from '@connect/contract/rooms/case-feed'
import { clientLookups, tripleLookup, type Lookup } from '../../kernel/lookup.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import { sealCase } from './case-summary.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Under what somebody of a case is found; nulls where that is not told, or they may not associate. */
interface MemberRow {
  readonly memberId: string
  readonly client: Bytes | null
  readonly pair: Bytes | null
  readonly triple: Bytes | null
  readonly mayAssociate: boolean
}

/** A case as it is stored. */
export interface CaseRow {
  readonly id: string
  readonly caseRef: string
  readonly asOf: string
  readonly dataKey: Bytes
  readonly dataKeyVersion: number
  readonly summary: Bytes
  readonly payments: Bytes
  readonly members: readonly MemberRow[]
}

/** Seals what was fed of a case for the row of that id, and makes the look-ups of its members. */
export function caseRowOf(
  { cipher, lookup }: { readonly cipher: RecordCipher; readonly lookup: Lookup },
  { id, caseRef, fed }: { readonly id: string; readonly caseRef: string; readonly fed: FedCase },
): CaseRow {
  return {
    id,
    caseRef,
    asOf: fed.asOf,
    ...sealCase(cipher, id, fed),
    members: fed.members.map((member) => memberRowOf(lookup, member)),
  }
}

function memberRowOf(
  lookup: Lookup,
  { memberId, clientId, birthYear, ssnLast4, mayAssociate }: FedMember,
): MemberRow {
  if (clientId === undefined) return { memberId, client: null, pair: null, triple: null, mayAssociate }
  const { client, pair } = clientLookups(lookup, clientId, birthYear)
  if (!mayAssociate) return { memberId, client, pair: null, triple: null, mayAssociate }
  const triple = ssnLast4 === undefined ? null : tripleLookup(lookup, { clientId, birthYear, ssnLast4 })
  return { memberId, client, pair, triple, mayAssociate }
}
