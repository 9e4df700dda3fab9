import { recoveryLimits, type Recovery } from '@connect/contract/rooms/recovery'
import { aUserId, type Person } from '@connect/prisma/testing/factories/person'
import { solveCaptchas } from './client/captchas.ts'
import { createHttpClient, type Answer, type HttpClient } from './client/http-client.ts'
import { someAccounts } from './client/people.ts'
import { shuffled, told } from './client/told.ts'
import { around, never, type Figure } from './figure.ts'
import type { Measurement } from './measurement.ts'
import { areaUnderCurve, median } from './statistics.ts'

const samples = 100

/** Each user ID may answer so often in a day. */
const accounts = samples / recoveryLimits.inDay

/** With 100 + 100 samples that cannot be told apart, one run in 270 falls outside by chance. */
const spread = 0.12

/** Of a known user ID, from none to three answers are right; four would open the account. */
const rightAnswers = 4

/** What differs from one recovery to the next, whoever's it is. */
const ownOfBeginning = {
  ownBy: ['set-cookie', 'ratelimit', 'content-length'],
  fields: ['id', 'questions', 'expiresAt'],
}
const ownOfAnswering = { ownBy: ['ratelimit'] }

const kinds = ['known', 'unknown'] as const
type Kind = (typeof kinds)[number]
type Met = Record<Kind, { readonly waits: number[]; readonly answers: Set<string> }>

const nothingMet = (): Met => ({
  known: { waits: [], answers: new Set() },
  unknown: { waits: [], answers: new Set() },
})

/**
 * Begins a recovery for a user ID that there is and for one that there is not, by turns in an order drawn for each
 * round, and answers the questions, none to three of them right: whether the two can be told apart by what is answered,
 * and by when.
 */
export const equalRecovery: Measurement = {
  name: 'equal-recovery',
  async run(portal): Promise<Figure[]> {
    const client = createHttpClient(portal.address)
    try {
      const people = await someAccounts(client, accounts)
      const strangers = Array.from({ length: accounts }, aUserId)
      const captchas = await solveCaptchas(client, samples * kinds.length, 'recover')
      const [beginning, answering] = [nothingMet(), nothingMet()]
      for (let round = 0; round < samples; round += 1) {
        for (const kind of shuffled(kinds)) {
          const person = kind === 'known' ? people[round % accounts] : undefined
          const userId = person?.userId ?? strangers[round % accounts] ?? ''
          const begun = await begin(client, userId, captchas.pop())
          note(beginning[kind], begun, 201, ownOfBeginning)
          note(
            answering[kind],
            await answer(client, begun, person, round % rightAnswers),
            401,
            ownOfAnswering,
          )
        }
      }
      return [
        ...figuresOf('beginning a recovery', beginning),
        ...figuresOf('answering secret questions', answering),
      ]
    } finally {
      client.close()
    }
  },
}

function begin(client: HttpClient, userId: string, captcha: string | undefined): Promise<Answer> {
  return client.send('POST', '/api/v1/recoveries', { body: { userId, captcha } })
}

/** Answers in the browser that began: so many answers are right. */
function answer(
  client: HttpClient,
  begun: Answer,
  person: Person | undefined,
  right: number,
): Promise<Answer> {
  const { id, questions } = JSON.parse(begun.text) as Recovery
  const cookie = begun.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const answers = questions.map(({ questionId }, index) => {
    const own = person?.secretQuestions.find((question) => question.questionId === questionId)?.answer
    return { questionId, answer: index < right && own !== undefined ? own : `Somebody’s guess ${index}` }
  })
  return client.send('POST', `/api/v1/recoveries/${id}/answers`, { headers: { cookie }, body: { answers } })
}

function note(met: Met[Kind], sent: Answer, status: number, own: Parameters<typeof told>[1]): void {
  if (sent.status !== status) throw new Error(`A recovery answered ${sent.status}: ${sent.text}`)
  met.waits.push(sent.wait)
  met.answers.add(told(sent, own))
}

function figuresOf(what: string, { known, unknown }: Met): Figure[] {
  console.log(
    `${what}: ${median(known.waits).toFixed(1)} ms (known), ${median(unknown.waits).toFixed(1)} ms (unknown), medians.`,
  )
  const all = [...new Set([...known.answers, ...unknown.answers])]
  const differing = all.filter((one) => !known.answers.has(one) || !unknown.answers.has(one))
  return [
    around(
      `${what}, user ID known or unknown, by time (AUC, ${samples} + ${samples})`,
      areaUnderCurve(known.waits, unknown.waits),
      0.5,
      spread,
    ),
    never(`differences in status, headers or body of ${what}`, differing),
  ]
}
