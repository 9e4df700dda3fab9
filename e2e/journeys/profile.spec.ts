import { expect, test } from '../fixtures.ts'
import { profilePages } from '../pages/profile-pages.ts'
import { aPlantedPerson } from '../portal/plant.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { endSession, giveCredentials, signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'
import { wordsOf } from '../words.ts'

const otherOf = { en: 'es', es: 'en' } as const

test(
  'a person changes the name, after a slip, and sees the new one',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    await signIn(page, words, known)
    await pages.open()
    await expect(pages.row(words.userId)).toContainText(known.userId)
    await pages.change(words.profile.name).click()
    await expect(pages.firstName).toHaveValue(known.firstName)
    await pages.firstName.fill('')
    await pages.lastName.fill(person.lastName)
    await pages.save.click()
    await expect(pages.errorSummary).toBeFocused()
    await pages.errorLinks.click()
    await expect(pages.firstName).toBeFocused()
    await expect(pages.lastName).toHaveValue(person.lastName)
    await pages.firstName.fill(person.firstName)
    await pages.save.click()
    await pages.tells(words.profile.nameChanged)
    await expect(pages.main).toContainText(`${person.firstName} ${person.lastName}`)
    await page.goto('/my-account')
    await expect(pages.heading).toContainText(person.firstName)
  },
)

test('pressed twice, it is saved once', { tag: '@twice' }, async ({ page, words, person }) => {
  const pages = profilePages(page, words)
  let sent = 0
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sent += 1
  })
  await signIn(page, words, await aPersonWithAccount())
  await page.goto('/my-account/profile/name')
  await pages.firstName.fill(person.firstName)
  await pages.save.dblclick()
  await pages.tells(words.profile.nameChanged)
  expect(sent).toBe(1)
})

test('a lost connection keeps what is typed', { tag: '@twice' }, async ({ page, words, person, watch }) => {
  watch.expectConsole(/net::ERR_FAILED/)
  const pages = profilePages(page, words)
  await signIn(page, words, await aPersonWithAccount())
  await page.goto('/my-account/profile/name')
  await pages.firstName.fill(person.firstName)
  await page.route('**/api/v1/account', (route) =>
    route.request().method() === 'PATCH' ? route.abort('failed') : route.continue(),
  )
  await pages.save.click()
  await expect(pages.alert.locator('..')).toBeFocused()
  await expect(pages.firstName).toHaveValue(person.firstName)
  await page.unroute('**/api/v1/account')
  await pages.save.click()
  await pages.tells(words.profile.nameChanged)
})

test(
  'what was changed in another window is not overwritten unseen',
  { tag: '@twice' },
  async ({ page, context, words, watch }) => {
    watch.expectConsole(refusal(412))
    const [first, second] = [aPlantedPerson(), aPlantedPerson()]
    const pages = profilePages(page, words)
    await signIn(page, words, await aPersonWithAccount())
    await page.goto('/my-account/profile/name')
    await expect(pages.firstName).toBeVisible()

    const other = await context.newPage()
    const otherPages = profilePages(other, words)
    await other.goto('/my-account/profile/name')
    await otherPages.firstName.fill(first.firstName)
    await otherPages.save.click()
    await otherPages.tells(words.profile.nameChanged)

    await pages.firstName.fill(second.firstName)
    await pages.save.click()
    await expect(pages.alert).toContainText(words.profile.changedElsewhere)
    await expect(pages.alert).toContainText(first.firstName)
    await expect(pages.firstName).toHaveValue(second.firstName)
    await pages.save.click()
    await pages.tells(words.profile.nameChanged)
    await expect(pages.main).toContainText(second.firstName)
  },
)

test('choosing a language changes the site with it', { tag: '@twice' }, async ({ page, words, language }) => {
  const other = otherOf[language]
  const pages = profilePages(page, words)
  const otherPages = profilePages(page, wordsOf(other))
  await signIn(page, words, await aPersonWithAccount({ locale: language }))
  await pages.open()
  await pages.change(words.profile.language).click()
  await expect(page.locator(`input[value="${language}"]`)).toBeChecked()
  await page.locator(`input[value="${other}"]`).check()
  await pages.save.click()
  await otherPages.tells(wordsOf(other).profile.languageChanged)
  await expect(page.locator('html')).toHaveAttribute('lang', other)
})

test(
  'what is typed survives the end of the session, for the same person',
  { tag: '@twice' },
  async ({ page, words, person, watch }) => {
    watch.expectConsole(refusal(401))
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    await signIn(page, words, known)
    await page.goto('/my-account/profile/name')
    await pages.firstName.fill(person.firstName)
    await endSession(page, words, known.id, pages.save)
    await expect(pages.firstName).toBeHidden()
    await giveCredentials(page, words, known)
    await expect(pages.firstName).toHaveValue(person.firstName)
    await pages.save.click()
    await pages.tells(words.profile.nameChanged)
    await expect(pages.main).toContainText(person.firstName)
  },
)

test(
  'somebody else who signs in there finds nothing of it',
  { tag: '@twice' },
  async ({ page, words, person, watch }) => {
    watch.expectConsole(refusal(401))
    const known = await aPersonWithAccount()
    const other = await aPersonWithAccount()
    const pages = profilePages(page, words)
    await signIn(page, words, known)
    await page.goto('/my-account/profile/name')
    await pages.firstName.fill(person.firstName)
    await endSession(page, words, known.id, pages.save)
    await giveCredentials(page, words, other)
    await expect(pages.firstName).toHaveValue(other.firstName)
    await expect(pages.lastName).toHaveValue(other.lastName)
  },
)
