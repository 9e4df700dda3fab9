import { aUserId } from '@connect/prisma/testing/factories/person'
import { ageRecoveryAnswers } from '@connect/prisma/testing/factories/recovery'
import { afterAll, describe, expect, it } from 'vitest'
import { aPersonWithAccount } from '../../testing/account-request.ts'
import { answersTo, begun, submit } from '../../testing/recovery.ts'
import type { TestApp } from '../../testing/test-app.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, stop } = await startTestBed()
afterAll(stop)

describe('the limits of answering', () => {
  const hashesOf = (...apis: TestApp[]) =>
    apis.reduce((sum, { deps }) => sum + deps.hashingMetrics().hashes.answer, 0)

  it.each(['somebody', 'nobody'])('are the same for %s: five in a day, ten in all', async (who) => {
    const person = who === 'somebody' ? await aPersonWithAccount(api) : null
    const recovery = await begun(api, person?.userId ?? aUserId())
    const wrong = () => submit(api, recovery, answersTo(recovery, person, 5))
    const five = async () => {
      const statuses: number[] = []
      for (let count = 0; count < 5; count += 1) statuses.push((await wrong()).statusCode)
      return statuses
    }

    expect(await five()).toEqual([401, 401, 401, 401, 401])
    const sixth = await submit(api, recovery, answersTo(recovery, person))
    expect(sixth.statusCode).toBe(429)
    expect(sixth.json()).toMatchObject({
      code: 'recovery.limit',
      params: { reason: 'day', inDay: 5, sinceSuccess: 10 },
    })
    const wait = Number(sixth.headers['retry-after'])
    expect(wait).toBeGreaterThan(86_000)
    expect(wait).toBeLessThanOrEqual(86_400)

    await ageRecoveryAnswers(api.database.ownerUrl, 23)
    expect((await wrong()).statusCode).toBe(429)
    await ageRecoveryAnswers(api.database.ownerUrl, 1)
    expect(await five()).toEqual([401, 401, 401, 401, 401])
    await ageRecoveryAnswers(api.database.ownerUrl, 25)
    const last = await submit(api, recovery, answersTo(recovery, person))
    expect(last.json()).toMatchObject({ status: 429, params: { reason: 'total' } })
    expect(last.headers['retry-after']).toBe('86400')
  })

  it('let the right answers through after four wrong ones', async () => {
    const person = await aPersonWithAccount(api)
    const recovery = await begun(api, person.userId)
    for (let count = 0; count < 4; count += 1) await submit(api, recovery, answersTo(recovery, person, 5))
    expect((await submit(api, recovery, answersTo(recovery, person))).statusCode).toBe(200)
  })

  it('hold over two instances: of 200 at once, the right answers among them, exactly five are compared', async () => {
    const person = await aPersonWithAccount(api)
    const recoveries = await Promise.all([begun(api, person.userId), begun(second, person.userId)])
    const before = hashesOf(api, second)
    const guess = async (index: number): Promise<number> => {
      const recovery = recoveries[index % 2] ?? recoveries[0]
      const answers = answersTo(recovery, person, index === 60 ? 0 : 5)
      const { statusCode } = await submit(index % 2 === 0 ? api : second, recovery, answers)
      // Somebody whom the gate had no place for was not counted, and comes again.
      return statusCode === 503 ? guess(index) : statusCode
    }
    const statuses = await Promise.all(Array.from({ length: 200 }, (_, index) => guess(index)))
    expect(hashesOf(api, second) - before).toBe(5 * 5)
    expect(statuses.filter((status) => status === 401 || status === 200)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(195)
  })

  it('belong to a user ID, not to one recovery of it, and to nobody else', async () => {
    const [person, other] = [await aPersonWithAccount(api), await aPersonWithAccount(api)]
    for (let count = 0; count < 5; count += 1) {
      const recovery = await begun(api, person.userId)
      await submit(api, recovery, answersTo(recovery, person, 5))
    }
    const [mine, others] = [await begun(api, person.userId), await begun(api, other.userId)]
    expect((await submit(api, mine, answersTo(mine, person))).statusCode).toBe(429)
    expect((await submit(api, others, answersTo(others, other))).statusCode).toBe(200)
  })
})
