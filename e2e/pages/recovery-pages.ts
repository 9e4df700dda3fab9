import { secretQuestions } from '@connect/contract/credentials/secret-questions'
import type { Locale } from '@connect/contract/shared/text'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from '../words.ts'
import { portalPage, type PortalPage } from './portal-page.ts'

/** The pages of getting back in. */
export interface RecoveryPages extends PortalPage {
  readonly userId: Locator
  readonly notARobot: Locator
  readonly continue: Locator
  readonly password: Locator
  readonly passwordAgain: Locator
  readonly save: Locator
  readonly email: Locator
  readonly sendUserId: Locator
  readonly alert: Locator
  /** The fields of the answers, as they stand. */
  readonly answers: Locator
  /** The field of a question, by its words. */
  answerTo(questionId: string): Locator
  /** Marks the box and waits until it is checked. */
  passCheck(): Promise<void>
  isOn(heading: string): Promise<void>
}

export function recoveryPages(page: Page, words: Words, language: Locale): RecoveryPages {
  const portal = portalPage(page, words)
  const notARobot = portal.field(words.notARobot)
  return {
    ...portal,
    userId: portal.field(words.userId),
    notARobot,
    continue: portal.button(words.continue),
    password: portal.field(words.recovery.password),
    passwordAgain: portal.field(words.recovery.passwordAgain),
    save: portal.button(words.recovery.save),
    email: portal.field(words.recovery.email),
    sendUserId: portal.button(words.recovery.sendIt),
    alert: page.getByRole('main').locator('.alert'),
    answers: page.getByRole('main').getByRole('textbox'),
    answerTo: (questionId) =>
      portal.field(secretQuestions.find(({ id }) => id === questionId)?.text[language] ?? questionId),
    async passCheck() {
      await notARobot.click()
      await expect(notARobot).toBeChecked()
    },
    async isOn(heading) {
      await expect(portal.heading).toHaveText(heading)
    },
  }
}
