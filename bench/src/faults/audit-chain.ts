import { spawn } from 'node:child_process'
import path from 'node:path'
import { never, type Figure } from '../figure.ts'
import type { Scenario } from './scenario.ts'
import type { Stand } from './stand.ts'
import { until } from './until.ts'

const adminScript = path.resolve(import.meta.dirname, '../../../apps/api/src/admin.ts')

/** The sealer works within a second; milliseconds. */
const patience = 10_000

/** After all that went before, `pnpm admin audit verify` finds the chain whole, and every row in it. */
export const auditChain: Scenario = {
  name: 'audit-chain',
  async run(stand): Promise<Figure[]> {
    await until(async () => {
      const [row] = await stand.query<{ unsealed: number }>(
        'SELECT count(*)::int AS unsealed FROM audit_event e LEFT JOIN audit_seal s ON s.event_id = e.id WHERE s.event_id IS NULL',
      )
      return row?.unsealed === 0
    }, patience)
    return [never('audit: rows that are missing, changed or not sealed', await faultsFound(stand))]
  },
}

async function faultsFound(stand: Stand): Promise<string[]> {
  const env = { ...process.env, ...stand.environment() }
  const { exitCode, output } = await new Promise<{ exitCode: number | null; output: string }>((resolve) => {
    const child = spawn(process.execPath, [adminScript, 'audit', 'verify'], { env })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)))
    child.once('close', (exitCode) => resolve({ exitCode, output }))
  })
  return exitCode === 0 ? [] : [output]
}
