import { setTimeout as delay } from 'node:timers/promises'
import type { Answer } from '../client/http-client.ts'
import type { Moment } from './gateway.ts'
import type { Attempt, Effect, Operation, Owner } from './operation.ts'
import { isForLater, outcome, persistently } from './patiently.ts'
import type { Stand } from './stand.ts'

/** What is done to one part of the stand, and how it gets well again. */
export interface Fault {
  readonly name: string
  /** Connections may end without an answer: where the server itself is gone. */
  readonly cutsOff: boolean
  /** How long it lasts at least, in milliseconds. */
  readonly lasts: number
  strike(stand: Stand): Promise<void>
  mend(stand: Stand): Promise<void>
}

export type When = Moment | 'at any moment'

/** How many requests were under way, were not answered, were told to come back, had done their work by then; were held. */
interface Counts {
  sent: number
  cutOff: number
  comeBack: number
  done: number
  toHold: number
  held: number
}

/** What went wrong, by kind; each as `operation, moment: what`. */
export interface Findings {
  readonly wrong: string[]
  readonly lost: string[]
  readonly half: string[]
  readonly doubled: string[]
  readonly stuck: string[]
  /** How long each request took that was under way, in milliseconds. */
  readonly waits: number[]
  readonly counts: Counts
}

export const noFindings = (): Findings => ({
  wrong: [],
  lost: [],
  half: [],
  doubled: [],
  stuck: [],
  waits: [],
  counts: { sent: 0, cutOff: 0, comeBack: 0, done: 0, toHold: 0, held: 0 },
})

/** Milliseconds. A transaction that is held keeps its connection no longer than the server lets it (3 s). */
const patience = { firstHeld: 3_000, lastHeld: 2_300 }

/** The longest that a request at any moment is let go on before the fault strikes, in milliseconds. */
const anyMoment = 1_200

interface Tried {
  readonly operation: Operation
  readonly attempt: Attempt
  readonly before: Effect
}

interface RoundOptions {
  readonly operations: readonly Operation[]
  readonly owners: readonly Owner[]
  readonly fault: Fault
  readonly when: When
  /** Requests that change nothing, sent along. */
  readonly reads: readonly (() => Promise<Answer>)[]
}

/**
 * Sends a request of each operation at once, has the fault strike while all are held at that moment, and judges what they
 * are answered, what has come of them, and what comes of them when they are sent again.
 */
export async function runRound(stand: Stand, options: RoundOptions, findings: Findings): Promise<void> {
  const { operations, owners, fault, when, reads } = options
  const tried = await Promise.all(
    operations.map(async (operation, index): Promise<Tried> => {
      const attempt = await operation.prepare(stand, owners[index] as Owner)
      return { operation, attempt, before: await attempt.effect() }
    }),
  )
  const held = when === 'at any moment' ? [] : holding(stand, operations, when)
  const sent = tried.map(({ attempt }) => outcome(attempt.send))
  const read = reads.map(async (ask) => {
    await delay(Math.random() * anyMoment)
    return outcome(ask)
  })
  if (when === 'at any moment') await delay(Math.random() * anyMoment)
  else findings.counts.held += await untilHeld(held)
  findings.counts.toHold += held.length

  const struck = performance.now()
  await fault.strike(stand)
  stand.gateway.letGo()
  await delay(Math.max(0, fault.lasts - (performance.now() - struck)))
  await fault.mend(stand)

  const first = await Promise.all(sent)
  await Promise.all(tried.map((one, index) => judge(one, first[index] ?? null, { fault, when }, findings)))
  for (const answer of await Promise.all(read))
    judgeAnswer(`a read, ${fault.name} ${when}`, answer, { right: 200, cutsOff: fault.cutsOff }, findings)
}

async function judge(
  tried: Tried,
  answer: Answer | null,
  { fault, when }: Pick<RoundOptions, 'fault' | 'when'>,
  findings: Findings,
): Promise<void> {
  const { operation } = tried
  const name = `${operation.name}, ${fault.name} ${when}`
  judgeAnswer(name, answer, { right: operation.right, cutsOff: fault.cutsOff }, findings)
  const done = judgeEffect(name, await effectOf(tried), answer?.status === operation.right, findings)
  findings.counts.done += done ? 1 : 0
  // Nobody was killed who said 503: the work goes on, and may be done only after this look.
  const isOpen = !done && answer?.status === 503
  await judgeRetry(name, tried, { done, isOpen }, findings)
}

function holding({ gateway }: Stand, operations: readonly Operation[], moment: Moment): Promise<void>[] {
  return operations.flatMap(({ event }) => (event === null ? [] : [gateway.hold(event, moment)]))
}

/** Waits until all are held, or some have been held for long; answers how many are. */
async function untilHeld(held: readonly Promise<void>[]): Promise<number> {
  let count = 0
  const counting = held.map((one) =>
    one.then(() => {
      count += 1
    }),
  )
  const first = Promise.any(counting).then(() => delay(patience.lastHeld))
  await Promise.race([Promise.all(counting), first, delay(patience.firstHeld)])
  return count
}

/** What has come of it. While what a broken connection began is still being undone, it is asked again. */
async function effectOf({ attempt, before }: Tried): Promise<Effect> {
  let effect = difference(await attempt.effect(), before)
  for (let looks = 0; looks < 10 && partsOf(effect).isHalf; looks += 1) {
    await delay(200)
    effect = difference(await attempt.effect(), before)
  }
  return effect
}

const difference = (now: Effect, before: Effect): Effect =>
  Object.fromEntries(Object.entries(now).map(([part, count]) => [part, count - (before[part] ?? 0)]))

function partsOf(effect: Effect): { isNothing: boolean; isWhole: boolean; isHalf: boolean } {
  const counts = Object.values(effect)
  const isNothing = counts.every((count) => count === 0)
  const isWhole = counts.every((count) => count >= 1)
  return { isNothing, isWhole, isHalf: !isNothing && !isWhole }
}

const described = (effect: Effect): string =>
  Object.entries(effect)
    .map(([part, count]) => `${part} ${count}`)
    .join(', ')

function judgeAnswer(
  name: string,
  answer: Answer | null,
  { right, cutsOff }: { right: number; cutsOff: boolean },
  { wrong, waits, counts }: Findings,
): void {
  counts.sent += 1
  if (answer === null) {
    counts.cutOff += 1
    if (!cutsOff) wrong.push(`${name}: no answer`)
    return
  }
  waits.push(answer.wait)
  if (answer.status === 503 && isForLater(answer)) counts.comeBack += 1
  else if (answer.status !== right) wrong.push(`${name}: ${answer.status} ${answer.text}`)
}

/** Whether it was done. */
function judgeEffect(name: string, effect: Effect, isAcknowledged: boolean, findings: Findings): boolean {
  const { isNothing, isHalf } = partsOf(effect)
  if (isHalf) findings.half.push(`${name}: ${described(effect)}`)
  if (isAcknowledged && isNothing) findings.lost.push(name)
  if (Object.values(effect).some((count) => count > 1)) findings.doubled.push(`${name}: ${described(effect)}`)
  return !isNothing
}

/** Sends it until it is not told to come back, and looks whether it was done exactly once. */
async function judgeRetry(
  name: string,
  tried: Tried,
  { done, isOpen }: { readonly done: boolean; readonly isOpen: boolean },
  findings: Findings,
): Promise<void> {
  const { attempt } = tried
  const { right, again, repeats = false } = tried.operation
  let { answer, tries } = await persistently(attempt.send)
  if (attempt.renew && answer?.status === again && partsOf(await effectOf(tried)).isNothing) {
    await attempt.renew()
    ;({ answer, tries } = await persistently(attempt.send))
  }
  const mayBeDone = done || isOpen || tries > 1
  const isExpected = (mayBeDone && answer?.status === again) || (!done && answer?.status === right)
  if (!isExpected)
    findings.stuck.push(`${name}, sent again: ${answer ? `${answer.status} ${answer.text}` : 'no answer'}`)
  const effect = await effectOf(tried)
  if (!partsOf(effect).isWhole) findings.half.push(`${name}, sent again: ${described(effect)}`)
  const most = repeats ? tries + (done || isOpen ? 1 : 0) : 1
  if (Object.values(effect).some((count) => count > most))
    findings.doubled.push(`${name}, sent again: ${described(effect)}`)
}
