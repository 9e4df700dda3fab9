import { holdCases } from '@connect/prisma/testing/factories/cases'
import { runningDatabase } from '@connect/prisma/testing/running-database'
import { expect, type Page } from '@playwright/test'
import { casePages } from '../pages/case-pages.ts'
import { portal } from '../portal/portal.ts'
import type { Words } from '../words.ts'
import { aPersonWithAccount } from './account.ts'
import { associate } from './associate.ts'
import type { State } from './every-state.ts'
import { aCodeFor, tellHousehold } from './feed.ts'
import { signIn } from './sign-in.ts'

/** Coming to a case: nothing there yet, with errors, refused, and done. */
export async function* associationStates(page: Page, words: Words): AsyncGenerator<State> {
  const household = await tellHousehold('mixed-status')
  const [mother] = household.adults
  const pages = casePages(page, words)
  await signIn(page, words, await aPersonWithAccount())
  await page.goto('/my-account/cases')
  await expect(pages.main).toContainText(words.cases.noneYet)
  yield 'cases, none yet'
  await page.goto('/my-account/associate-case')
  await pages.submit.click()
  await expect(pages.errorSummary).toBeFocused()
  await page.getByText(words.cases.why).click()
  yield 'associate case, with errors'
  await pages.useCode.click()
  await pages.submit.click()
  await expect(pages.errorLinks).toHaveCount(3)
  yield 'associate case by code, with errors'
  await pages.give(mother, 'AAAA000000')
  await pages.submit.click()
  await expect(pages.alert).toContainText(words.cases.notMatched)
  yield 'associate case, refused'
  await pages.code.fill(await aCodeFor(household, mother))
  await pages.submit.click()
  await pages.isOn(words.cases.associated)
  await expect(pages.alert).toBeVisible()
  yield 'associate case, done'
  await page.goto('/my-account')
  await expect(pages.tile(words.cases.news)).toBeVisible()
  yield 'home, with benefits that stand differently'
  await page.goto(`/my-account/cases/${household.caseId}`)
  await expect(pages.main).toContainText(words.cases.suspended)
  yield 'case, with benefits that stand differently'
}

/** A case and all its pages, several of them, and what takes their place. */
export async function* caseStates(page: Page, words: Words): AsyncGenerator<State> {
  const [family, closed, pending] = [
    await tellHousehold('family-of-six'),
    await tellHousehold('closed'),
    await tellHousehold('pending'),
  ]
  const pages = casePages(page, words)
  const person = await aPersonWithAccount()
  await signIn(page, words, person)
  await associate(page, family.adults[0])
  const address = `/my-account/cases/${family.caseId}`
  await page.goto('/my-account')
  await expect(pages.tile(words.cases.news)).toBeVisible()
  yield 'home, with a case'
  await page.goto(address)
  await expect(pages.main).toContainText(words.cases.people)
  yield 'case'
  await page.goto(`${address}/payments`)
  await expect(pages.entries.first()).toBeVisible()
  yield 'payments'
  for (const index of [0, 1]) {
    await page.goto(`${address}/letters`)
    await expect(pages.entries.first()).toBeVisible()
    if (index === 0) yield 'letters'
    await pages.entries.nth(index).getByRole('link').click()
    await expect(pages.main.getByRole('button').first()).toBeVisible()
    yield index === 0 ? 'letter, a document' : 'letter, text'
  }
  await page.goto('/my-account/report-change')
  await expect(pages.main).toContainText(words.cases.tellWithin)
  yield 'report a change'
  await page.goto(`/my-account/cases/${person.id}`)
  await expect(pages.alert).toContainText(words.cases.notAmongYours)
  yield 'case of nobody'
  await page.goto('/my-account')
  await associate(page, closed.adults[0], pending.adults[0])
  await page.reload()
  await expect(pages.tile(words.cases.benefits)).toHaveCount(3)
  yield 'home, with several cases'
  for (const { caseId } of [closed, pending]) {
    await page.goto(`/my-account/cases/${caseId}`)
    await expect(pages.main).toContainText(words.cases.people)
    yield caseId === closed.caseId ? 'case, closed' : 'case, waiting'
  }
  await page.goto('/my-account/cases')
  await pages.main
    .getByRole('button', { name: new RegExp(`^${words.cases.remove}`) })
    .first()
    .click()
  await expect(pages.dialog).toBeVisible()
  yield 'cases, removing one'
  await holdCases(runningDatabase(portal().dataDir).ownerUrl, person.id)
  await page.goto('/my-account')
  await expect(pages.alert).toHaveCount(3)
  yield 'home, held'
  await pages.link(words.cases.openAgain).first().click()
  await pages.isOn(words.cases.confirm)
  yield 'confirm'
}
