import type { PlantedPerson } from '../portal/plant.ts'
import { expect, type Page } from '@playwright/test'
import { signupFlow, type SignupStepName } from '@connect/contract/flows/signup'
import { signupPages, type SignupPageName, type SignupPages } from '../pages/signup-pages.ts'
import type { Words } from '../words.ts'

/** Fills each step as a person does, and nothing more: whoever calls presses the button. */
export const fill = {
  async name(pages: SignupPages, { firstName, lastName, email }: PlantedPerson) {
    await pages.firstName.fill(firstName)
    await pages.lastName.fill(lastName)
    await pages.email.fill(email)
  },
  async credentials(pages: SignupPages, { userId, password }: PlantedPerson) {
    await pages.userId.fill(userId)
    await pages.password.fill(password)
    await pages.passwordAgain.fill(password)
  },
  async 'secret-questions'(pages: SignupPages, { secretQuestions }: PlantedPerson) {
    for (const [index, { questionId, answer }] of secretQuestions.entries()) {
      await pages.questions[index]?.selectOption(questionId)
      await pages.answers[index]?.fill(answer)
    }
  },
  async 'security-check'(pages: SignupPages) {
    await pages.notARobot.click()
    await expect(pages.notARobot).toBeChecked()
  },
  async agreement(pages: SignupPages) {
    await pages.accept.check()
  },
} as const satisfies Record<SignupStepName, unknown>

const order = signupFlow.steps.map(({ name }) => name)

/** Opens the wizard and goes through it until a page stands there that is not filled yet. */
export async function goTo(page: Page, words: Words, person: PlantedPerson, wanted: SignupPageName) {
  const pages = signupPages(page, words)
  await page.goto('/create-account/name')
  await goOnTo(pages, person, 'name', wanted)
  return pages
}

/** From the step that stands there on to another, filling all on the way. */
export async function goOnTo(
  pages: SignupPages,
  person: PlantedPerson,
  from: SignupStepName,
  wanted: SignupPageName,
): Promise<void> {
  for (const step of order.slice(order.indexOf(from))) {
    await pages.isOn(step)
    if (step === wanted) return
    await fill[step](pages, person)
    await pages.continue.click()
  }
  await pages.isOn('check')
  if (wanted === 'check') return
  await pages.createAccount.click()
  await pages.isOn('done')
}
