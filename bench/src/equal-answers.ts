import { aPassword, aUserId } from '@connect/prisma/testing/factories/person'
import { createHttpClient, type Answer } from './client/http-client.ts'
import { signIn, someAccounts, type Credentials } from './client/people.ts'
import { around, never, type Figure } from './figure.ts'
import type { Measurement } from './measurement.ts'
import { areaUnderCurve, median } from './statistics.ts'

const samples = 100
const accounts = 5

/** With 100 + 100 samples that cannot be told apart, one run in 270 falls outside by chance. */
const spread = 0.12

/** Headers in which any two answers differ. */
const ownHeaders = new Set(['date', 'x-request-id'])

/** All else that an answer tells. */
function told({ status, headers, text }: Answer): string {
  const others = Object.entries(headers).filter(([name]) => !ownHeaders.has(name))
  return JSON.stringify({ status, others, body: { ...(JSON.parse(text) as object), instance: '' } })
}

/**
 * Signs in with an unknown user ID and with a wrong password by turns, in an order drawn for each pair, each time from
 * a new address: whether the two can be told apart by what is answered, and by when.
 */
export const equalAnswers: Measurement = {
  name: 'equal-answers',
  async run(portal): Promise<Figure[]> {
    const client = createHttpClient(portal.address)
    try {
      const known = await someAccounts(client, accounts)
      const waits = { unknown: [] as number[], wrong: [] as number[] }
      const answers = { unknown: new Set<string>(), wrong: new Set<string>() }
      const send = async (kind: keyof typeof waits, userId: string): Promise<void> => {
        const credentials: Credentials = { userId, password: aPassword() }
        const answer = await signIn(client, credentials)
        if (answer.status !== 401) throw new Error(`Signing in answered ${answer.status}: ${answer.text}`)
        waits[kind].push(answer.wait)
        answers[kind].add(told(answer))
      }
      for (let pair = 0; pair < samples; pair += 1) {
        const turns = [
          () => send('unknown', aUserId()),
          () => send('wrong', known[pair % accounts]?.userId ?? ''),
        ]
        if (Math.random() < 0.5) turns.reverse()
        for (const turn of turns) await turn()
      }
      console.log(
        `Signing in took ${median(waits.unknown).toFixed(1)} ms with an unknown user ID and ` +
          `${median(waits.wrong).toFixed(1)} ms with a wrong password (medians).`,
      )
      const all = new Set([...answers.unknown, ...answers.wrong])
      const differing = [...all].filter(
        (answer) => !answers.unknown.has(answer) || !answers.wrong.has(answer),
      )
      return [
        around(
          `unknown user ID or wrong password, by time (AUC, ${samples} + ${samples})`,
          areaUnderCurve(waits.unknown, waits.wrong),
          0.5,
          spread,
        ),
        never('differences in status, headers or body', differing),
      ]
    } finally {
      client.close()
    }
  },
}
