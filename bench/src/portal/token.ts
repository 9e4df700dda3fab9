import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Portal } from './portal.ts'

const command = path.resolve(import.meta.dirname, '../../../apps/api/src/admin.ts')

/** A token of an integrator who feeds cases, as an operator makes it. */
export async function tokenOf({ settings }: Portal): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [command, 'token', 'create', '--name', 'bench', '--scope', 'cases:write'],
    { env: { ...process.env, ...settings } },
  )
  return stdout.trim().split('\n').at(-1) ?? ''
}
