import * as z from 'zod/mini'

/** What a benefit is for. */
const programKinds = ['food', 'cash', 'medical'] as const
export const programKind = z.enum(programKinds)
export type ProgramKind = z.infer<typeof programKind>

/** The Department's programs as its system of record names them. */
export const programs = [
  'SNAP',
  'TFA',
  'STATE_SUPPLEMENT',
  'SAGA',
  'HUSKY_A',
  'HUSKY_B',
  'HUSKY_C',
  'HUSKY_D',
  'MSP',
] as const
export const program = z.enum(programs)
export type Program = z.infer<typeof program>

const kinds: Readonly<Record<Program, ProgramKind>> = {
  SNAP: 'food',
  TFA: 'cash',
  STATE_SUPPLEMENT: 'cash',
  SAGA: 'cash',
  HUSKY_A: 'medical',
  HUSKY_B: 'medical',
  HUSKY_C: 'medical',
  HUSKY_D: 'medical',
  MSP: 'medical',
}

export function kindOfProgram(name: Program): ProgramKind {
  return kinds[name]
}

export const programStatuses = ['pending', 'active', 'suspended', 'closed', 'denied'] as const
export const programStatus = z.enum(programStatuses)
export type ProgramStatus = z.infer<typeof programStatus>
