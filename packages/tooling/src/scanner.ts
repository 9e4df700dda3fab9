import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCommand } from './run-command.ts'

/** Daemons stand beside the programs of people. */
const folders = ['/usr/sbin', '/usr/local/sbin']

function findScanner(): string | null {
  const { CLAMD_PATH, PATH = '' } = process.env
  if (CLAMD_PATH !== undefined && CLAMD_PATH !== '') return CLAMD_PATH
  const places = [...PATH.split(delimiter), ...folders].map((folder) => join(folder, 'clamd'))
  return places.find((place) => existsSync(place)) ?? null
}

/**
 * Installs Debian's clamd where there is none and this is root. Without one, the tests that ask a real scanner are skipped,
 * which is said in one line.
 */
export async function ensureScanner(): Promise<void> {
  if (findScanner() !== null) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No clamd was found; installing the one of this system.')
    const environment = { DEBIAN_FRONTEND: 'noninteractive' }
    await runCommand({ command: 'apt-get', arguments: ['update', '-qq'], environment })
    await runCommand({
      command: 'apt-get',
      arguments: ['install', '-y', '-qq', '--no-install-recommends', 'clamav-daemon'],
      environment,
    })
  }
  if (findScanner() !== null) return
  console.log(
    'SKIP  Tests with a real scanner: install clamd (on Debian: apt-get install clamav-daemon), or set CLAMD_PATH to it.',
  )
}
