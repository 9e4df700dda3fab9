import { setTimeout as delay } from 'node:timers/promises'
import type { Fault } from './round.ts'

/** Milliseconds that a database is away in which the server notices and may try in vain. */
const outage = 1_500

/** Longer than the server waits for any answer of its database (3 s), and than a request may take. */
const silence = 5_200

/** Nothing at all: how it goes on any other day. */
export const nothing: Fault = {
  name: 'without a fault',
  cutsOff: false,
  lasts: 0,
  strike: async () => undefined,
  mend: async () => undefined,
}

export const serverKilled: Fault = {
  name: 'the server killed',
  cutsOff: true,
  lasts: 0,
  strike: (stand) => stand.killServer(),
  mend: (stand) => stand.startServer(),
}

export const databaseStopped: Fault = {
  name: 'the database stopped',
  cutsOff: false,
  lasts: outage,
  strike: (stand) => stand.stopDatabase(),
  mend: (stand) => stand.startDatabase(),
}

export const databaseCrashed: Fault = {
  name: 'the database crashed',
  cutsOff: false,
  lasts: 0,
  strike: (stand) => stand.crashDatabase(),
  mend: (stand) => stand.startDatabase(),
}

export const databaseSilent: Fault = {
  name: 'the database silent',
  cutsOff: false,
  lasts: silence,
  async strike({ gateway }) {
    gateway.silence()
  },
  async mend({ gateway }) {
    await gateway.close()
    // What was begun there ends with its connection.
    await delay(100)
    await gateway.open()
  },
}
