import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { atLeast } from '../../figure.ts'
import type { Scenario } from '../scenario.ts'
import { startStand } from '../stand.ts'
import { figuresOf } from './figures.ts'
import { judge } from './judgement.ts'
import { someReporters } from './reporters.ts'
import { startReporting, type Reporting } from './reporting.ts'

/** Of the system itself (util-linux). */
const programs = { mount: '/bin/mount', unmount: '/bin/umount' }

/** Megabytes of the disk at first, and once somebody has made room. */
const size = { small: 320, large: 2_000 }

const people = 4

/** Bytes of the largest file that is sent: the disk fills within a minute or two. */
const mostBytes = 6_000_000

/** So often somebody is told to come back until the disk counts as full. */
const oftenRefused = 40

/** Milliseconds. */
const lookEvery = 250
const patience = 300_000

/**
 * The database on a disk that fills up while people report: what was acknowledged is there, whole, and what could not be
 * kept was told so. Then somebody makes room, and everybody finishes.
 */
export const smallDisk: Scenario = {
  name: 'small-disk',
  async run() {
    if (process.getuid?.() !== 0) {
      console.log('A disk of its own can be mounted by root alone: not tried.')
      return []
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'connect-disk-'))
    execFileSync(programs.mount, ['-t', 'tmpfs', '-o', `size=${size.small}m`, 'connect-faults', folder])
    try {
      chmodSync(folder, 0o711)
      const stand = await startStand('small-disk', folder)
      try {
        const reporters = await someReporters(stand, people)
        const reporting = startReporting('small-disk', reporters, mostBytes)
        const refused = await untilFull(reporting)
        execFileSync(programs.mount, ['-o', `remount,size=${size.large}m`, folder])
        // A database that could not even write its log has ended.
        await stand.stopDatabase().catch(() => undefined)
        await stand.startDatabase()
        await reporting.end()
        const judgement = await judge(stand, reporters, reporting.acknowledged())
        return [
          atLeast('small-disk: told to come back while it was full', refused, 1),
          ...figuresOf('small-disk', reporting.told, judgement),
        ]
      } finally {
        await stand.stop()
      }
    } finally {
      execFileSync(programs.unmount, [folder])
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Answers how often somebody was told to come back. */
async function untilFull({ told }: Reporting): Promise<number> {
  const deadline = performance.now() + patience
  while (told.comeBack < oftenRefused && performance.now() < deadline) await delay(lookEvery)
  return told.comeBack
}
