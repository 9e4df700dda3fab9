import { aPerson } from '@connect/prisma/testing/factories/person'
import { aFedMember } from '@connect/households/fed-case'
import type { FedMember } from '@connect/contract/rooms/case-feed'
import { plant } from './plant.ts'

/** Somebody of a case, as the system of record tells of them, whose every detail is planted. */
export function aPlantedMember(changes: Partial<FedMember> = {}): FedMember {
  const { firstName, lastName } = aPerson()
  const member = aFedMember({ firstName, lastName, ...changes })
  plantMember(member)
  return member
}

/** Plants names, the client ID in each way to write it, and what is too short to be told from chance as a field. */
function plantMember({ firstName, lastName, clientId, birthYear, ssnLast4 }: FedMember): void {
  plant(
    { kind: 'name', value: firstName },
    { kind: 'name', value: lastName },
    { kind: 'identity', value: `"birthYear":${String(birthYear)}` },
    { kind: 'identity', value: `birthYear: ${String(birthYear)}` },
  )
  if (clientId !== undefined)
    plant(
      ...['', ' ', '-'].map((between) => ({
        kind: 'client ID' as const,
        value: clientId.replace(/(\d{3})(?=\d)/g, `$1${between}`),
      })),
    )
  if (ssnLast4 !== undefined)
    plant(
      { kind: 'identity', value: `"ssnLast4":"${ssnLast4}"` },
      { kind: 'identity', value: `ssnLast4: '${ssnLast4}'` },
    )
}
