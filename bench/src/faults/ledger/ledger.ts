import type { Scenario } from '../scenario.ts'
import { figuresOf } from './figures.ts'
import { judge } from './judgement.ts'
import { startReporting } from './reporting.ts'
import { someReporters } from './reporters.ts'
import { makeTrouble, type TroubleCounts } from './trouble.ts'

/** People who report at the same time. */
const people = 6

/** How often the server is killed and the database crashes. */
const counts: TroubleCounts = { kills: 200, crashes: 20 }

/** Clients that report and keep what was acknowledged, while the server is killed and the database crashes. */
export const ledger: Scenario = {
  name: 'ledger',
  async run(stand) {
    const reporters = await someReporters(stand, people)
    const reporting = startReporting('ledger', reporters)
    try {
      await makeTrouble(stand, counts)
    } finally {
      await reporting.end()
    }
    const judgement = await judge(stand, reporters, reporting.acknowledged())
    return figuresOf('ledger', reporting.told, judgement)
  },
}
