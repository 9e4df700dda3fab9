import { expect, type Page } from '@playwright/test'
import { publicPages } from '../pages/all-pages.ts'
import { portalPage } from '../pages/portal-page.ts'
import { signupPages } from '../pages/signup-pages.ts'
import type { PlantedPerson } from '../portal/plant.ts'
import type { Words } from '../words.ts'
import { aPersonWithAccount } from './account.ts'
import { fill } from './create-account.ts'
import { giveCredentials, signIn } from './sign-in.ts'

/** The name of a state in which the page stands now, for whoever looks at it. */
export type State = string

/** Every page that anybody can open. */
export async function* openPages(page: Page, words: Words): AsyncGenerator<State> {
  const { heading } = portalPage(page, words)
  for (const path of publicPages) {
    await page.goto(path)
    // The first paint has headings too.
    await expect(page.getByRole('main')).toBeVisible()
    await expect(heading).toBeVisible()
    yield path
  }
}

/** Every step of the wizard: as it opens, with its errors, and filled; its dialogs; its last pages. */
export async function* wizardStates(page: Page, words: Words, person: PlantedPerson): AsyncGenerator<State> {
  const pages = signupPages(page, words)
  const { userId: taken } = await aPersonWithAccount()
  await page.goto('/create-account/name')
  const steps = ['name', 'credentials', 'secret-questions', 'security-check', 'agreement'] as const
  for (const step of steps) {
    await pages.isOn(step)
    if (step === 'agreement') await expect(pages.accept).toBeVisible()
    yield `${step}, empty`
    await pages.continue.click()
    await expect(pages.errorSummary).toBeVisible()
    yield `${step}, with errors`
    if (step === 'credentials') {
      await pages.userId.fill(taken)
      await expect(page.locator('.suggestions').getByRole('button')).toHaveCount(3)
      yield 'credentials, with suggestions'
    }
    await fill[step](pages, person)
    yield `${step}, filled`
    await pages.continue.click()
  }
  await pages.isOn('check')
  yield 'check'
  await pages.createAccount.click()
  await pages.isOn('done')
  yield 'done'
}

/** What opens over a page. */
export async function* dialogStates(page: Page, words: Words): AsyncGenerator<State> {
  const pages = signupPages(page, words)
  const dialog = page.getByRole('dialog')
  await page.goto('/create-account/name')
  await pages.cancel.click()
  await expect(dialog).toBeVisible()
  yield 'dialog of Cancel'
  await page.keyboard.press('Escape')
  await pages.pageHelp.click()
  await expect(dialog.getByRole('heading').first()).toBeVisible()
  yield 'dialog of Page Help'
}

/** Signing in, with its errors, and the pages behind it. */
export async function* accountStates(page: Page, words: Words): AsyncGenerator<State> {
  const known = await aPersonWithAccount()
  const { errorSummary } = portalPage(page, words)
  await page.goto('/sign-in')
  await giveCredentials(page, words, { userId: '', password: '' })
  await expect(errorSummary).toBeVisible()
  yield 'sign-in, with errors'
  await giveCredentials(page, words, { ...known, password: `${known.password}x` })
  await expect(page.getByRole('main').locator('.alert-error')).toContainText(words.noMatch)
  yield 'sign-in, refused'
  await signIn(page, words, known)
  await expect(page.getByRole('main')).toContainText(known.userId)
  yield 'my account'
  await page.getByRole('main').getByRole('link', { name: words.associateCase, exact: true }).click()
  await expect(page).toHaveURL('/my-account/associate-case')
  yield 'associate case'
}

/** The form of feedback with its errors, and its confirmation. */
export async function* feedbackStates(page: Page, words: Words): AsyncGenerator<State> {
  const { button, errorSummary, field, heading } = portalPage(page, words)
  await page.goto('/feedback')
  await button(words.feedback).click()
  await expect(errorSummary).toBeVisible()
  yield 'feedback, with errors'
  await page.getByRole('radio', { name: words.topicIdea, exact: true }).check()
  await field(words.message).fill('-')
  await button(words.feedback).click()
  await expect(heading).toHaveText(words.haveMessage)
  yield 'feedback, received'
}
