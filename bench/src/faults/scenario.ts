import type { Figure } from '../figure.ts'
import type { Stand } from './stand.ts'

/** What `pnpm faults` tries under one name. */
export interface Scenario {
  readonly name: string
  run(stand: Stand): Promise<Figure[]>
}
