import type { Answer } from '../client/http-client.ts'
import { atLeast, atMost, never, type Figure } from '../figure.ts'
import { signedIn } from './browser.ts'
import { databaseCrashed, databaseSilent, databaseStopped, nothing, serverKilled } from './faults.ts'
import { gettingIn } from './getting-in.ts'
import type { Operation, Owner } from './operation.ts'
import { someOwners } from './owners.ts'
import { owning } from './owning.ts'
import { noFindings, runRound, type Fault, type Findings, type When } from './round.ts'
import type { Scenario } from './scenario.ts'
import type { Stand } from './stand.ts'

/** So many operations are under way when a fault strikes: fewer than the server has connections. */
const atOnce = 4

/** On a busy machine some hash for longer than the others can be held. */
const leastHeld = 0.6

/** By turns from both lists, so that the ones that hash do not all come at once. */
const operations: readonly Operation[] = gettingIn.flatMap((operation, index) => [
  operation,
  ...owning.slice(index, index + 1),
])

const readPaths = ['session', 'account', 'account/sessions', 'account/activity', 'account/messages'] as const

/** What somebody looks at meanwhile, in every form. */
async function readsOf(stand: Stand, owner: Owner): Promise<(() => Promise<Answer>)[]> {
  const browser = await signedIn(stand, owner)
  const pdf = () => browser.send('GET', '/account/export', undefined, { accept: 'application/pdf' })
  return [
    ...readPaths.map((path) => () => browser.send('GET', `/${path}`)),
    () => browser.send('GET', '/account/export'),
    pdf,
  ]
}

async function strikeAll(stand: Stand, fault: Fault, moments: readonly When[]): Promise<Findings> {
  const findings = noFindings()
  for (const when of moments) {
    for (let from = 0; from < operations.length; from += atOnce) {
      const some = operations.slice(from, from + atOnce)
      const [reader, ...owners] = await someOwners(stand, some.length + 1)
      const reads = reader === undefined ? [] : await readsOf(stand, reader)
      await runRound(stand, { operations: some, owners, fault, when, reads }, findings)
    }
    const { sent, cutOff, comeBack, done, held, toHold } = findings.counts
    console.log(
      `${fault.name}, ${when}: until now ${sent} requests (${held} of ${toHold} held at their moment), ` +
        `${cutOff} cut off, ${comeBack} told to come back, ${done} effects there before anything was sent again.`,
    )
  }
  return findings
}

function figuresOf(fault: Fault, { waits, counts, ...found }: Findings): Figure[] {
  const allowed = `answers but the right one, or 503 with Retry-After${fault.cutsOff ? ', or none' : ''}`
  return [
    never(`${fault.name}: ${allowed}`, found.wrong),
    atMost(`${fault.name}: longest wait for an answer`, Math.max(0, ...waits) / 1000, 5, 's'),
    never(`${fault.name}: acknowledged and not there`, found.lost),
    never(`${fault.name}: half done`, found.half),
    never(`${fault.name}: done twice`, found.doubled),
    never(`${fault.name}: not to be done, or not told so, when sent again`, found.stuck),
    ...(counts.toHold === 0
      ? []
      : [atLeast(`${fault.name}: caught at their moment`, counts.held / counts.toHold, leastHeld)]),
  ]
}

const bothEnds = ['before the commit', 'after the commit'] as const

/** Without a fault all comes out as it should: otherwise what follows would show nothing. */
export const undisturbed: Scenario = {
  name: 'undisturbed',
  async run(stand) {
    const findings = await strikeAll(stand, nothing, ['at any moment'])
    return [
      ...figuresOf(nothing, findings),
      atLeast(`${nothing.name}: operations that were done`, findings.counts.done, operations.length),
    ]
  },
}

/** `kill -9` of the server in the middle of every operation, and its start again. */
export const killedServer: Scenario = {
  name: 'killed-server',
  async run(stand) {
    return figuresOf(serverKilled, await strikeAll(stand, serverKilled, [...bothEnds, 'at any moment']))
  },
}

/** The database stopped, crashed, and without a word, in the middle of every operation. */
export const interruptedDatabase: Scenario = {
  name: 'interrupted-database',
  async run(stand) {
    return [
      ...figuresOf(databaseStopped, await strikeAll(stand, databaseStopped, [...bothEnds, 'at any moment'])),
      ...figuresOf(databaseCrashed, await strikeAll(stand, databaseCrashed, bothEnds)),
      ...figuresOf(databaseSilent, await strikeAll(stand, databaseSilent, bothEnds)),
    ]
  },
}
