import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Stand } from '../stand.ts'

/** How often what happens while people report. */
export interface TroubleCounts {
  readonly kills: number
  readonly crashes: number
}

/** The longest that the server is left alone, in milliseconds. */
const longestPeace = 1_500

/** Kills the server with signal 9 at random moments and starts it again; in between the database crashes. */
export async function makeTrouble(stand: Stand, { kills, crashes }: TroubleCounts): Promise<void> {
  const every = Math.max(1, Math.floor(kills / Math.max(1, crashes)))
  let crashed = 0
  for (let killed = 1; killed <= kills; killed += 1) {
    await delay(randomInt(longestPeace))
    await stand.killServer()
    await stand.startServer()
    if (killed % every === 0 && crashed < crashes) {
      crashed += 1
      await delay(randomInt(longestPeace))
      await stand.crashDatabase()
      await stand.startDatabase()
    }
    if (killed % 20 === 0)
      console.log(`The server was killed ${killed} times, the database ${crashed} times.`)
  }
}
