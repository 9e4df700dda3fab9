import type { Figure } from './figure.ts'
import type { Portal } from './portal/portal.ts'

/** What `pnpm bench` measures under one name. */
export interface Measurement {
  readonly name: string
  run(portal: Portal): Promise<Figure[]>
}
