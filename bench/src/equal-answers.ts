import { signInLimits } from '@connect/contract/credentials/sign-in-limits'
import { aPassword, aUserId } from '@connect/prisma/testing/factories/person'
import { setSignInAttempts } from '@connect/prisma/testing/factories/sign-in'
import { solveCaptchas } from './client/captchas.ts'
import { createHttpClient } from './client/http-client.ts'
import { signIn, someAccounts, type Credentials } from './client/people.ts'
import { shuffled, told } from './client/told.ts'
import { around, never, type Figure } from './figure.ts'
import type { Measurement } from './measurement.ts'
import { areaUnderCurve, median } from './statistics.ts'

const samples = 100

/** Wrong passwords for one user ID, fewer than lead to a pause. */
const attemptsEach = signInLimits.beforePause - 1

/** User IDs of each kind. */
const userIds = samples / attemptsEach

/** With 100 + 100 samples that cannot be told apart, one run in 270 falls outside by chance. */
const spread = 0.12

/** Nobody has the user ID; the password is wrong; the password is right, and no time opens the account. */
const kinds = ['unknown', 'wrong', 'locked'] as const
type Kind = (typeof kinds)[number]

interface Met {
  readonly waits: number[]
  readonly answers: Set<string>
}

/**
 * Signs in with an unknown user ID, with a wrong password, and with the right one of a closed account by turns, in an
 * order drawn for each round, each time from a new address and with a security check: whether any two can be told apart
 * by what is answered, and by when.
 */
export const equalAnswers: Measurement = {
  name: 'equal-answers',
  async run(portal): Promise<Figure[]> {
    const client = createHttpClient(portal.address)
    try {
      const people = await someAccounts(client, 2 * userIds)
      const [known, locked] = [people.slice(0, userIds), people.slice(userIds)]
      const unknown = Array.from({ length: userIds }, aUserId)
      for (const { userId } of locked) await signIn(client, { userId, password: aPassword() })
      await setSignInAttempts(portal.databaseUrl, { attempts: signInLimits.hardStop })

      const captchas = await solveCaptchas(client, samples * kinds.length, 'sign-in')
      const userIdsOf = { unknown, wrong: known.map(({ userId }) => userId) }
      const credentials = (kind: Kind, round: number): Credentials =>
        kind === 'locked'
          ? (locked[round % userIds] as Credentials)
          : { userId: userIdsOf[kind][round % userIds] ?? '', password: aPassword() }
      const met = Object.fromEntries(
        kinds.map((kind): [Kind, Met] => [kind, { waits: [], answers: new Set() }]),
      ) as Record<Kind, Met>
      for (let round = 0; round < samples; round += 1) {
        for (const kind of shuffled(kinds)) {
          const answer = await signIn(client, credentials(kind, round), captchas.pop())
          if (answer.status !== 401) throw new Error(`Signing in answered ${answer.status}: ${answer.text}`)
          met[kind].waits.push(answer.wait)
          met[kind].answers.add(told(answer))
        }
      }
      console.log(
        `Signing in took ${kinds.map((kind) => `${median(met[kind].waits).toFixed(1)} ms (${kind})`).join(', ')} (medians).`,
      )
      const all = new Set(kinds.flatMap((kind) => [...met[kind].answers]))
      const differing = [...all].filter((answer) => !kinds.every((kind) => met[kind].answers.has(answer)))
      const byTime = (one: Kind, other: Kind) =>
        around(
          `sign-in ${one} or ${other}, by time (AUC, ${samples} + ${samples})`,
          areaUnderCurve(met[one].waits, met[other].waits),
          0.5,
          spread,
        )
      return [
        byTime('unknown', 'wrong'),
        byTime('locked', 'wrong'),
        never('differences in status, headers or body of signing in', differing),
      ]
    } finally {
      client.close()
    }
  },
}
