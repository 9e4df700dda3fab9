import { availableParallelism } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { solveCaptchas } from '../client/captchas.ts'
import { createHttpClient } from '../client/http-client.ts'
import { anAccountOrder, createAccount, signIn, someAccounts, type Credentials } from '../client/people.ts'
import { atLeast, atMost, never, type Figure } from '../figure.ts'
import type { Measurement } from '../measurement.ts'
import { countEach, median, quantile, withOmitted } from '../statistics.ts'
import { isForLater, runCrowd, type CrowdOptions, type Met } from './crowd.ts'
import { measureHashTime } from './hash-time.ts'
import { probeInterval, startProbe } from './probe.ts'

const clients = 32
const seconds = 20

/** Sign-ins are counted once the queue has filled. */
const warmUpSeconds = 2

/** Everybody signs in as somebody else: one person at many places at once would be asked for a security check. */
const firstPeople = clients

/** A secret answer's hash has a cost of 10 and a password's of 12, so the five answers take as long as 5/4 passwords. */
const hashesOfAnAccount = 1 + 5 / 4

const p99 = (waits: readonly number[]): number => quantile(withOmitted(waits, probeInterval), 0.99)

async function probeDuring<T>(baseUrl: string, work: Promise<T>): Promise<{ waits: number[]; result: T }> {
  const probe = startProbe(baseUrl)
  const result = await work
  return { waits: await probe.stop(), result }
}

/** What nobody may be answered: anything but success, or a refusal that does not say when to come again. */
function faultsIn(met: readonly Met[], wanted: ReadonlySet<number>): string[] {
  const faults = met.filter(({ status, retryAfter }) =>
    isForLater(status) ? retryAfter === null : !wanted.has(status),
  )
  return faults.length === 0
    ? []
    : [countEach(faults.map(({ what, status, codes }) => `${what} ${status} ${codes}`))]
}

function tell(title: string, met: readonly Met[]): void {
  const kinds = countEach(met.map(({ what, status, codes }) => `${what} ${status} ${codes}`.trimEnd()))
  const busy = met.filter(({ status }) => status === 503).length / met.length
  const longest = Math.max(...met.map(({ wait }) => wait))
  console.log(
    `${title}: ${kinds}; ${(busy * 100).toFixed(0)} % were 503; the longest wait was ${longest.toFixed(0)} ms.`,
  )
}

/**
 * What becomes of everybody else while a crowd creates accounts and signs in, and how many sign-ins a crowd gets. The
 * crowd lives in this process and does next to nothing: its security checks are solved beforehand, and hashing holds
 * it to a few requests a second. The probe has a thread of its own.
 */
export const storm: Measurement = {
  name: 'storm',
  async run(portal): Promise<Figure[]> {
    const { address: baseUrl } = portal
    const client = createHttpClient(baseUrl)
    const people: Credentials[] = await someAccounts(client, firstPeople)
    const cores = availableParallelism()
    const hashTimes = [await measureHashTime()]
    const most = Math.ceil((seconds * 1000 * cores) / ((hashTimes[0] ?? 1) * (hashesOfAnAccount + 1)))
    const captchas = await solveCaptchas(client, most + clients)
    client.close()

    await delay(1000)
    const idle = await probeDuring(baseUrl, delay((seconds * 1000) / 2))

    let turn = 0
    let signIns = 0
    const crowd: Omit<CrowdOptions, 'next'> = { baseUrl, clients, seconds }
    const signingIn = (): ReturnType<CrowdOptions['next']> => {
      signIns += 1
      const person = people[signIns % people.length] as Credentials
      return { what: 'sign in', run: (by) => signIn(by, person) }
    }
    const creating = (captcha: string): ReturnType<CrowdOptions['next']> => {
      const order = anAccountOrder(captcha)
      return {
        what: 'create',
        run: async (by) => {
          const answer = await createAccount(by, order)
          if (answer.status === 201) people.push(order.person)
          return answer
        },
      }
    }
    const mixed = await probeDuring(
      baseUrl,
      runCrowd({
        ...crowd,
        next: () => {
          turn += 1
          const captcha = turn % 2 === 0 ? undefined : captchas.pop()
          return captcha === undefined ? signingIn() : creating(captcha)
        },
      }),
    )
    tell('The storm', mixed.result)

    const signedIn = await runCrowd({ ...crowd, next: signingIn })
    tell('The sign-ins', signedIn)
    hashTimes.push(await measureHashTime())
    const hashTime = hashTimes.reduce((sum, time) => sum + time, 0) / hashTimes.length
    const inTime = signedIn.filter(
      ({ status, at }) => status === 200 && at > warmUpSeconds * 1000 && at <= seconds * 1000,
    )
    const rate = inTime.length / (seconds - warmUpSeconds)
    const [idleP99, busyP99] = [p99(idle.waits), p99(mixed.waits)]
    console.log(
      `A hash takes ${hashTimes.map((time) => time.toFixed(0)).join(' and ')} ms on each of ${cores} cores (before and ` +
        `after); ${rate.toFixed(2)} sign-ins a second. The probe waited ${median(idle.waits).toFixed(2)} ms in an idle ` +
        `server and ${median(mixed.waits).toFixed(2)} ms in the storm (medians), ${idleP99.toFixed(2)} and ` +
        `${busyP99.toFixed(2)} ms (p99).`,
    )
    const everyWait = [
      ...mixed.result.map(({ wait }) => wait),
      ...signedIn.map(({ wait }) => wait),
      ...mixed.waits,
    ]
    return [
      atMost('p99 of secret-questions in the storm : idle', busyP99 / idleP99, 6, '×'),
      atMost('longest wait of anybody', Math.max(...everyWait) / 1000, 5, 's'),
      atLeast('sign-ins a second : cores / hash time', (rate * hashTime) / 1000 / cores, 0.85, '×'),
      never(
        'answers but success, or later with Retry-After',
        faultsIn([...mixed.result, ...signedIn], new Set([200, 201])),
      ),
      atLeast('accounts created in the storm', mixed.result.filter(({ status }) => status === 201).length, 1),
    ]
  },
}
