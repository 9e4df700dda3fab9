import { ageRecovery } from '@connect/prisma/testing/factories/recovery'
import { runningDatabase } from '@connect/prisma/testing/running-database'
import { expect, test } from '../fixtures.ts'
import { recoveryPages } from '../pages/recovery-pages.ts'
import { portal } from '../portal/portal.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { newestMail } from '../steps/outbox.ts'
import { answer, choosePassword, giveUserId } from '../steps/recover.ts'
import { aPlantedPassword } from '../steps/recovery-states.ts'
import { giveCredentials, signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test(
  'a forgotten password gives way to a new one, and nobody is signed in by that',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const person = await aPersonWithAccount({ locale: language })
    const pages = recoveryPages(page, words, language)
    await page.goto('/sign-in')
    await pages.link(words.recovery.forgotten).click()
    await pages.link(words.recovery.newPassword).click()
    await giveUserId(pages, words, person.userId.toUpperCase())
    await expect(pages.answers).toHaveCount(5)
    // Four of five, forgiving.
    const forgiving = person.secretQuestions.map(({ questionId, answer: own }) => ({
      questionId,
      answer: ` ${own.toLowerCase()}. `,
    }))
    await answer(pages, { ...person, secretQuestions: forgiving }, 1)
    await pages.isOn(words.recovery.choosePassword)
    const password = aPlantedPassword()
    await choosePassword(pages, password)
    await pages.isOn(words.recovery.done)
    await expect(page).toHaveURL('/recover/done')
    await page.getByRole('main').getByRole('link', { name: words.signIn, exact: true }).click()
    await giveCredentials(page, words, { userId: person.userId, password })
    await expect(page).toHaveURL('/my-account')
  },
)

test(
  'wrong answers stay in their fields, and the fifth submission says how long to wait and whom to call',
  { tag: '@twice' },
  async ({ page, words, language, watch }) => {
    watch.expectConsole(refusal(401))
    watch.expectConsole(refusal(429))
    const person = await aPersonWithAccount({ locale: language })
    const pages = recoveryPages(page, words, language)
    await page.goto('/recover')
    await giveUserId(pages, words, person.userId)
    for (let count = 0; count < 5; count += 1) {
      await answer(pages, person, 5)
      await expect(pages.alert).toContainText(words.recovery.rejected)
      await expect(pages.alert).toContainText(words.recovery.wayOut)
      await expect(pages.answers.first()).toHaveValue('Not this 0')
    }
    await answer(pages, person)
    await expect(pages.alert).toContainText(words.recovery.limit)
    await expect(page.getByRole('main').locator('.phone-help')).toBeVisible()
  },
)

test(
  'loading the page again begins anew and says so, and keeps nothing of the answers',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const person = await aPersonWithAccount({ locale: language })
    const pages = recoveryPages(page, words, language)
    await page.goto('/recover')
    await giveUserId(pages, words, person.userId)
    await pages.answers.first().fill(person.secretQuestions[0]?.answer ?? '')
    await page.reload()
    await expect(page.getByText(words.recovery.startAgain)).toBeVisible()
    const stored = await page.evaluate(() =>
      JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
    )
    expect(stored).not.toContain(person.secretQuestions[0]?.answer)
    expect(stored).not.toContain(person.userId)
    await pages.link(words.recovery.fromUserId).click()
    await pages.isOn(words.recovery.whatIsUserId)
  },
)

test(
  'whoever takes too long is led back kindly, with the user ID still there',
  { tag: '@twice' },
  async ({ page, words, language, watch }) => {
    watch.expectConsole(refusal(401))
    const person = await aPersonWithAccount({ locale: language })
    const pages = recoveryPages(page, words, language)
    await page.goto('/recover')
    await giveUserId(pages, words, person.userId)
    await answer(pages, person)
    await pages.isOn(words.recovery.choosePassword)
    await ageRecovery(runningDatabase(portal().dataDir).ownerUrl, person.id, { minutes: 16 })
    await choosePassword(pages, aPlantedPassword())
    await expect(pages.alert).toContainText(words.recovery.overTime)
    await expect(pages.userId).toHaveValue(person.userId)
    await giveUserId(pages, words, person.userId)
  },
)

test(
  'a recovery ends the session in another tab, and the old password with it',
  { tag: '@twice' },
  async ({ page, context, words, language, watch }) => {
    watch.expectConsole(refusal(401))
    const person = await aPersonWithAccount({ locale: language })
    await signIn(page, words, person)
    const other = await context.newPage()
    const pages = recoveryPages(other, words, language)
    await other.goto('/recover')
    await giveUserId(pages, words, person.userId)
    await answer(pages, person)
    await choosePassword(pages, aPlantedPassword())
    await pages.isOn(words.recovery.done)
    await page.reload()
    await expect(page).toHaveURL('/sign-in')
    await giveCredentials(page, words, person)
    await expect(page.getByRole('main').locator('.alert-error')).toContainText(words.noMatch)
  },
)

test('a forgotten user ID comes by e-mail', { tag: '@twice' }, async ({ page, words, language }) => {
  const person = await aPersonWithAccount({ locale: language })
  const pages = recoveryPages(page, words, language)
  await page.goto('/sign-in/help')
  await pages.link(words.recovery.sendUserId).click()
  await pages.email.fill(person.email)
  await pages.passCheck()
  await pages.sendUserId.click()
  await pages.isOn(words.recovery.sent)
  expect(await newestMail(person.email)).toContain(person.userId)
})

test(
  'an address that no account has gets the same page, and a slip is told beside its field',
  { tag: '@twice' },
  async ({ page, words, language, person: stranger }) => {
    const pages = recoveryPages(page, words, language)
    await page.goto('/recover/user-id')
    await pages.email.fill('ana@')
    await pages.sendUserId.click()
    await expect(pages.errorLinks).toHaveCount(2)
    await pages.email.fill(stranger.email)
    await pages.passCheck()
    await pages.sendUserId.click()
    await pages.isOn(words.recovery.sent)
  },
)
