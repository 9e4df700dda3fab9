import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Scope } from '@connect/contract/rooms/integrations'
import { plant } from './plant.ts'
import { portal } from './portal.ts'

const run = promisify(execFile)
const command = path.resolve(import.meta.dirname, '../../apps/api/src/admin.ts')

/** A token as an operator makes one beside the running servers, for an integrator of its own; planted. */
export async function aToken(scopes: readonly Scope[]): Promise<string> {
  const { PATH = '' } = process.env
  const words = ['token', 'create', '--name', `Journey ${crypto.randomUUID()}`, '--scope', ...scopes]
  const { stdout } = await run(process.execPath, [command, ...words], {
    env: { PATH, DATA_DIR: portal().dataDir },
  })
  const token = stdout.trimEnd().split('\n').at(-1) ?? ''
  plant({ kind: 'token', value: token })
  return token
}
