import { expect, type Locator, type Page } from '@playwright/test'
import { secretQuestionCount } from '@connect/contract/credentials/secret-questions'
import type { SignupStepName } from '@connect/contract/flows/signup'
import type { Words } from '../words.ts'
import { portalPage, type PortalPage } from './portal-page.ts'

export type SignupPageName = SignupStepName | 'check' | 'done'

/** The pages of the wizard that creates an account. */
export interface SignupPages extends PortalPage {
  readonly firstName: Locator
  readonly lastName: Locator
  readonly email: Locator
  readonly userId: Locator
  readonly userIdState: Locator
  readonly password: Locator
  readonly passwordAgain: Locator
  readonly questions: readonly Locator[]
  readonly answers: readonly Locator[]
  readonly notARobot: Locator
  readonly accept: Locator
  readonly continue: Locator
  readonly back: Locator
  readonly cancel: Locator
  readonly createAccount: Locator
  /** The row of the last page that shows an answer. */
  answer(label: string): Locator
  /** Waits until a page of the wizard stands there. */
  isOn(name: SignupPageName): Promise<void>
}

export function signupPages(page: Page, words: Words): SignupPages {
  const common = portalPage(page, words)
  const { field, button, link } = common
  const numbers = Array.from({ length: secretQuestionCount }, (_, index) => String(index + 1))
  return {
    ...common,
    firstName: field(words.firstName),
    lastName: field(words.lastName),
    email: field(words.email),
    userId: field(words.userId),
    userIdState: page.locator('.user-id-state').getByRole('status'),
    password: field(words.password),
    passwordAgain: field(words.passwordAgain),
    questions: numbers.map((number) => field(`${words.question} ${number}`)),
    answers: numbers.map((number) => field(`${words.answer} ${number}`)),
    notARobot: page.getByRole('checkbox', { name: words.notARobot, exact: true }),
    accept: page.getByRole('checkbox', { name: words.accept, exact: true }),
    continue: button(words.continue),
    back: link(words.back),
    cancel: button(words.cancel),
    createAccount: button(words.createAccount),
    answer: (label) =>
      page.locator('.answer-list > div').filter({ has: page.getByText(label, { exact: true }) }),
    async isOn(name) {
      await expect(page).toHaveURL(`/create-account/${name}`)
      await expect(common.heading).toBeVisible()
    },
  }
}
