import { aPassword } from '@connect/prisma/testing/factories/person'
import { ageSignInAttempts } from '@connect/prisma/testing/factories/sign-in'
import { afterAll, describe, expect, it } from 'vitest'
import { changePassword, signInStatus } from '../../testing/own-account.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, stop } = await startTestBed()
afterAll(stop)

const wrong = 'Wrong#Pass7'

describe('asking for the password in force', () => {
  it('compares five of two hundred guesses that come at once, over two processes, the right one among them', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const hashes = () =>
      api.deps.hashingMetrics().hashes.password + second.deps.hashingMetrics().hashes.password
    const before = hashes()
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const guess = index === 2 ? person.password : wrong
        return changePassword(browser, guess, aPassword(), index % 2 === 0 ? api : second)
      }),
    )
    const done = answers.filter(({ statusCode }) => statusCode === 204).length
    const refused = answers.filter(({ statusCode }) => statusCode === 422).length
    expect(done + refused).toBe(5)
    // The right one hashes the new password too.
    expect(hashes() - before).toBe(5 + done)
    const others = new Set(answers.map(({ statusCode }) => statusCode))
    expect([...others].every((status) => [204, 422, 429, 503].includes(status))).toBe(true)
  })

  it('never counts right ones, however many come one after another', async () => {
    const { person, browser } = await aSignedInPerson(api)
    let current = person.password
    for (let change = 0; change < 7; change += 1) {
      const next = aPassword()
      expect((await changePassword(browser, current, next)).statusCode).toBe(204)
      current = next
    }
  })

  it('pauses after the fifth wrong one, and says for how long', async () => {
    const { person, browser } = await aSignedInPerson(api)
    for (let guess = 0; guess < 5; guess += 1)
      expect((await changePassword(browser, wrong)).statusCode).toBe(422)
    const paused = await changePassword(browser, person.password)
    expect(paused.json()).toMatchObject({ status: 429, code: 'account.password_paused' })
    const seconds = Number(paused.headers['retry-after'])
    expect([seconds > 50, seconds <= 60]).toEqual([true, true])
    expect(await signInStatus(api, person.userId, person.password)).toBe(200)
  })

  it('pauses twice as long each time, up to fifteen minutes, and stops after fifty', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const subject = api.deps.lookup('user-id', person.userId)
    const age = (minutes: number) => ageSignInAttempts(api.database.ownerUrl, { minutes, subject })
    for (let guess = 0; guess < 4; guess += 1) await changePassword(browser, wrong)
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      expect((await changePassword(browser, wrong)).statusCode).toBe(422)
      await age(minutes - 0.1)
      expect((await changePassword(browser, wrong)).statusCode).toBe(429)
      await age(0.2)
    }
    for (let guess = 10; guess < 50; guess += 1) {
      expect((await changePassword(browser, wrong)).statusCode).toBe(422)
      await age(15)
    }
    await age(60)
    expect((await changePassword(browser, person.password)).json()).toMatchObject({
      code: 'account.password_paused',
    })
  }, 60_000)

  it('begins anew after the right one', async () => {
    const { person, browser } = await aSignedInPerson(api)
    for (let guess = 0; guess < 4; guess += 1) await changePassword(browser, wrong)
    const next = aPassword()
    expect((await changePassword(browser, person.password, next)).statusCode).toBe(204)
    for (let guess = 0; guess < 4; guess += 1)
      expect((await changePassword(browser, wrong)).statusCode).toBe(422)
    expect((await changePassword(browser, next)).statusCode).toBe(204)
  })
})
