import { addAssociationFailures, ageAssociations } from '@connect/prisma/testing/factories/cases'
import { runningDatabase } from '@connect/prisma/testing/running-database'
import { expect, test } from '../fixtures.ts'
import { casePages } from '../pages/case-pages.ts'
import { portal } from '../portal/portal.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { tellHousehold } from '../steps/feed.ts'
import { signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test('while many fail, everybody who associates a case passes a security check, and afterwards nobody', async ({
  page,
  words,
  watch,
}) => {
  watch.expectConsole(refusal(422))
  const { ownerUrl } = runningDatabase(portal().dataDir)
  const [first, second] = [await tellHousehold('single-elder'), await tellHousehold('renewal-due')]
  const pages = casePages(page, words)
  await signIn(page, words, await aPersonWithAccount())
  await addAssociationFailures(ownerUrl, { count: 10_000, hoursAgo: 0 })
  await page.goto('/my-account/associate-case')
  await pages.give(first.adults[0])
  await pages.submit.click()
  await expect(pages.errorSummary).toBeFocused()
  await expect(pages.errorLinks).toContainText(words.cases.dueForAll)
  await pages.errorLinks.click()
  const notARobot = pages.field(words.notARobot)
  await notARobot.click()
  await expect(notARobot).toBeChecked()
  // Nothing that was typed is lost.
  await pages.submit.click()
  await pages.isOn(words.cases.associated)

  await ageAssociations(ownerUrl, 2)
  await page.goto('/my-account/associate-case')
  await pages.give(second.adults[0])
  await pages.submit.click()
  await pages.isOn(words.cases.associated)
})
