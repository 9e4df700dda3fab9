import { aPassword } from '@connect/prisma/testing/factories/person'
import type { Locale } from '@connect/contract/shared/text'
import { expect, type Page } from '@playwright/test'
import { recoveryPages } from '../pages/recovery-pages.ts'
import { plant } from '../portal/plant.ts'
import type { Words } from '../words.ts'
import { aPersonWithAccount } from './account.ts'
import type { State } from './every-state.ts'
import { answer, choosePassword, giveUserId } from './recover.ts'

/** A password that nobody has, planted for the canary. */
export function aPlantedPassword(): string {
  const password = aPassword()
  plant({ kind: 'password', value: password })
  return password
}

/** Getting a new password, step by step: as each opens, with its errors, and what it says when it is refused. */
export async function* recoveryStates(page: Page, words: Words, language: Locale): AsyncGenerator<State> {
  const person = await aPersonWithAccount({ locale: language })
  const pages = recoveryPages(page, words, language)
  await page.goto('/recover')
  await pages.continue.click()
  await expect(pages.errorSummary).toBeFocused()
  await expect(pages.errorLinks).toHaveCount(2)
  yield 'recover, with errors'
  await giveUserId(pages, words, person.userId)
  yield 'secret answers'
  await pages.continue.click()
  await expect(pages.errorLinks).toHaveCount(5)
  yield 'secret answers, with errors'
  await answer(pages, person, 2)
  await expect(pages.alert).toContainText(words.recovery.rejected)
  yield 'secret answers, rejected'
  await answer(pages, person)
  await pages.isOn(words.recovery.choosePassword)
  await choosePassword(pages, person.password)
  await expect(pages.errorSummary).toContainText(words.recovery.sameAsCurrent)
  yield 'new password, with errors'
  await choosePassword(pages, aPlantedPassword())
  await pages.isOn(words.recovery.done)
  yield 'new password, done'
}
