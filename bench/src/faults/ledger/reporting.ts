import path from 'node:path'
import { logFolder } from '../stand.ts'
import { openRecord, type Acknowledged } from './record.ts'
import { GivenUpError, reportOnce, type Reporter, type Told } from './reporter.ts'

/** Reports of one person: fewer than meet a limit of a day. */
const mostReports = 400

export interface Reporting {
  readonly told: Told
  acknowledged(): readonly Acknowledged[]
  /** Lets everybody finish what they began. Throws what went wrong beyond any answer. */
  end(): Promise<void>
}

/** Has people report one change after the other, at the same time; what they note lies under a name in test-results/faults. */
export function startReporting(name: string, reporters: readonly Reporter[], mostBytes?: number): Reporting {
  const record = openRecord(path.join(logFolder, `${name}.jsonl`))
  const told: Told = { waits: [], wrong: [], cutOff: 0, comeBack: 0 }
  let isOver = false
  const goOn = async (person: Reporter): Promise<void> => {
    for (let reports = 0; reports < mostReports && !isOver; reports += 1) {
      try {
        await reportOnce(person, told, record, mostBytes)
      } catch (error) {
        if (!(error instanceof GivenUpError)) throw error
      }
    }
  }
  const reporting = Promise.all(reporters.map(goOn))
  // Told when somebody asks for the end.
  reporting.catch(() => undefined)
  return {
    told,
    acknowledged: () => record.entries,
    async end() {
      isOver = true
      await reporting
      record.close()
    },
  }
}
