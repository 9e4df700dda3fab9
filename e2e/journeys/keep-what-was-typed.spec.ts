import { expect, test } from '../fixtures.ts'
import { secretQuestions } from '@connect/contract/credentials/secret-questions'
import { portalPage } from '../pages/portal-page.ts'
import { signupPages } from '../pages/signup-pages.ts'
import { fill, goOnTo, goTo } from '../steps/create-account.ts'
import { wordsOf } from '../words.ts'

const otherOf = { en: 'es', es: 'en' } as const

test(
  'going back and forward keeps everything, secrets included',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'credentials')
    await fill.credentials(pages, person)
    await pages.back.click()
    await pages.isOn('name')
    await expect(pages.firstName).toHaveValue(person.firstName)
    await expect(pages.email).toHaveValue(person.email)
    await page.goBack()
    await pages.isOn('credentials')
    await page.goBack()
    await pages.isOn('name')
    await page.goForward()
    await pages.isOn('credentials')
    await expect(pages.userId).toHaveValue(person.userId)
    await expect(pages.password).toHaveValue(person.password)
    await expect(pages.passwordAgain).toHaveValue(person.password)
  },
)

test(
  'changing the language keeps everything, secrets included',
  { tag: '@twice' },
  async ({ page, words, person, language }) => {
    const other = otherOf[language]
    const otherPages = signupPages(page, wordsOf(other))
    const pages = await goTo(page, words, person, 'credentials')
    await fill.credentials(pages, person)
    await pages.languageSwitch.click()
    await expect(page.locator('html')).toHaveAttribute('lang', other)
    await expect(otherPages.userId).toHaveValue(person.userId)
    await expect(otherPages.password).toHaveValue(person.password)
    await otherPages.continue.click()
    await otherPages.isOn('secret-questions')
    await fill['secret-questions'](otherPages, person)
    await otherPages.languageSwitch.click()
    for (const [index, { questionId, answer }] of person.secretQuestions.entries()) {
      const question = secretQuestions.find(({ id }) => id === questionId)
      await expect(pages.questions[index]?.locator('option:checked') ?? page.locator('none')).toHaveText(
        question?.text[language] ?? 'no such question',
      )
      await expect(pages.answers[index] ?? page.locator('none')).toHaveValue(answer)
    }
  },
)

test(
  'the language that was chosen is remembered in this browser',
  { tag: '@twice' },
  async ({ page, context, words, language }) => {
    await page.goto('/contact')
    await portalPage(page, words).languageSwitch.click()
    const next = await context.newPage()
    await next.goto('/')
    await expect(next.locator('html')).toHaveAttribute('lang', otherOf[language])
  },
)

test(
  'loading a page anew keeps all but the secrets, asks for those again, and says why',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'credentials')
    await fill.credentials(pages, person)
    await page.reload()
    await pages.isOn('credentials')
    await expect(page.getByText(words.secretsAgain)).toBeVisible()
    await expect(pages.userId).toHaveValue(person.userId)
    await expect(pages.password).toHaveValue('')
    await goOnTo(pages, person, 'credentials', 'agreement')

    // From further on the way leads back to the first step that lacks something.
    await page.reload()
    await pages.isOn('credentials')
    await expect(page.getByText(words.secretsAgain)).toBeVisible()
    await fill.credentials(pages, person)
    await pages.continue.click()
    await pages.isOn('secret-questions')
    await expect(page.getByText(words.secretsAgain)).toBeVisible()
    for (const [index, { questionId }] of person.secretQuestions.entries()) {
      await expect(pages.questions[index] ?? page.locator('none')).toHaveValue(questionId)
      await expect(pages.answers[index] ?? page.locator('none')).toHaveValue('')
    }
    await goOnTo(pages, person, 'secret-questions', 'check')
  },
)

test('no secret is ever kept in the browser', { tag: '@twice' }, async ({ page, context, words, person }) => {
  const pages = await goTo(page, words, person, 'check')
  await pages.isOn('check')
  const kept = await page.evaluate(() =>
    [localStorage, sessionStorage].map((storage) => JSON.stringify(storage)).join(''),
  )
  const state = JSON.stringify(await context.storageState({ indexedDB: true }))
  const history = await page.evaluate(() => JSON.stringify(window.history.state))
  for (const secret of [person.password, ...person.secretQuestions.map(({ answer }) => answer)])
    expect(kept + state + history).not.toContain(secret)
  expect(kept, 'the search finds what is kept').toContain(person.userId)
})

test(
  'a page that is opened before its time leads to the step that comes first',
  { tag: '@twice' },
  async ({ page, words }) => {
    const pages = signupPages(page, words)
    for (const path of ['check', 'agreement', 'credentials']) {
      await page.goto(`/create-account/${path}`)
      await pages.isOn('name')
    }
  },
)
