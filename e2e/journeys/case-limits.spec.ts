import { expect, test } from '../fixtures.ts'
import { casePages } from '../pages/case-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { anotherBrowser } from '../steps/another-browser.ts'
import { associate, signInWithCases } from '../steps/associate.ts'
import { aCodeFor, decide, openReviewOf, tellHousehold } from '../steps/feed.ts'
import { loseAnswer } from '../steps/lost-answer.ts'
import { signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

/** SSN digits that are not these. */
function others(digits = ''): string {
  return String((Number(digits) + 1) % 10_000).padStart(4, '0')
}

test(
  'each wrong try tells how many are left; after five the right answers wait too, and a one-time code does not',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(422))
    const household = await tellHousehold('single-elder')
    const [elder] = household.adults
    const pages = casePages(page, words)
    await signIn(page, words, await aPersonWithAccount())
    await page.goto('/my-account/associate-case')
    await pages.give({ ...elder, ssnLast4: others(elder.ssnLast4) })
    for (const left of [
      `4 ${words.cases.moreTimes}`,
      `3 ${words.cases.moreTimes}`,
      `2 ${words.cases.moreTimes}`,
      `1 ${words.cases.moreTime}`,
      words.cases.noneLeft,
    ]) {
      await pages.submit.click()
      await expect(pages.alert).toContainText(left)
      await expect(pages.alert).toContainText(words.cases.notMatched)
      await expect(pages.alert.locator('..')).toBeFocused()
      await expect(pages.alert.getByRole('link')).toHaveAttribute('href', /^tel:/)
      // Nothing that was typed is lost.
      await expect(pages.clientId).toHaveValue(elder.clientId ?? '')
    }
    await pages.digits.fill(elder.ssnLast4 ?? '')
    await pages.submit.click()
    await expect(pages.alert).toContainText(words.cases.notMatched)
    await expect(pages.alert).toContainText(words.cases.noneLeft)

    const code = await aCodeFor(household, elder)
    await pages.useCode.click()
    await expect(pages.code).toBeFocused()
    await pages.code.fill(`${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`)
    // A try that nobody hears of does not use it up.
    watch.expectConsole(/ERR_FAILED|ERR_CONNECTION/)
    await loseAnswer(page, '**/api/v1/case-links', 201)
    await pages.submit.click()
    await expect(pages.alert.locator('..')).toBeFocused()
    await pages.submit.click()
    await pages.isOn(words.cases.associated)

    // It works once.
    await page.goto('/my-account/associate-case')
    await pages.useCode.click()
    await pages.give({ ...elder, birthYear: elder.birthYear + 1 }, code)
    await pages.submit.click()
    await expect(pages.alert).toContainText(words.cases.notMatched)
  },
)

test(
  'who claims a case that another account has learns nothing, its holder is told, and a worker decides',
  { tag: '@twice' },
  async ({ page, browser, words, watch, language }) => {
    watch.expectConsole(refusal(422))
    watch.expectConsole(refusal(404))
    const household = await tellHousehold('pregnant')
    const [woman] = household.adults
    const pages = casePages(page, words)
    await signInWithCases(page, words, woman)

    const elsewhere = await anotherBrowser(browser, language)
    const theirs = casePages(elsewhere, words)
    await signIn(elsewhere, words, await aPersonWithAccount())
    await elsewhere.goto('/my-account/associate-case')
    await theirs.give(woman)
    await theirs.submit.click()
    await expect(theirs.alert).toContainText(words.cases.notMatched)
    await expect(theirs.alert).toContainText(`4 ${words.cases.moreTimes}`)
    await elsewhere.goto(`/my-account/cases/${household.caseId}`)
    await expect(theirs.alert).toContainText(words.cases.notAmongYours)

    await page.goto('/my-account/messages')
    await expect(pages.entries.first()).toContainText(words.cases.messageClaimed)
    await expect(pages.entries.nth(1)).toContainText(words.cases.messageLinked)

    await decide(await openReviewOf(household), 'transfer')
    await elsewhere.goto('/my-account')
    await expect(theirs.tile(words.cases.benefits)).toContainText('$292.00')
    await page.goto('/my-account')
    await expect(pages.main.getByRole('link', { name: words.associateCase, exact: true })).toBeVisible()
    await expect(pages.reportChange).toHaveCount(0)
    await elsewhere.context().close()
  },
)

test(
  'each adult of a household opens the case with their own number, and has their own marks on its letters',
  { tag: '@twice' },
  async ({ page, browser, words, language }) => {
    const household = await tellHousehold('family-of-six')
    const [mother, father = mother] = household.adults
    const letters = `/my-account/cases/${household.caseId}/letters`
    const pages = casePages(page, words)
    await signInWithCases(page, words, mother)
    await page.goto(letters)
    await pages.entries.nth(1).getByRole('link').click()
    await expect(page.locator('.letter-text')).toBeVisible()

    const elsewhere = await anotherBrowser(browser, language)
    const his = casePages(elsewhere, words)
    await signInWithCases(elsewhere, words, father)
    await elsewhere.goto(letters)
    await expect(his.entries.getByText(words.cases.isNew, { exact: true })).toHaveCount(2)
    await his.part(words.cases.overview).click()
    await expect(his.main).toContainText(`${father.firstName} ${father.lastName} ${words.cases.you}`)
    await expect(his.main).not.toContainText(`${mother.lastName} ${words.cases.you}`)
    await elsewhere.context().close()
  },
)

test(
  'who has several cases sees each, removes one of them only when asked twice, and may add it again',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(404))
    const first = await tellHousehold('single-elder')
    const second = await tellHousehold('pregnant')
    const pages = casePages(page, words)
    await signInWithCases(page, words, first.adults[0], second.adults[0])
    await page.goto('/my-account')
    await expect(pages.main).toContainText('$194.00')
    await expect(pages.main).toContainText('$292.00')
    await pages.main.getByRole('link', { name: words.cases.yours }).click()
    await pages.isOn(words.cases.yoursHeading)
    await expect(pages.entries).toHaveCount(2)
    const entry = pages.entries.filter({ hasText: second.adults[0].firstName })
    const remove = entry.getByRole('button', { name: new RegExp(`^${words.cases.remove}`) })
    await remove.click()
    await pages.dialog.getByRole('button', { name: words.cases.keep }).click()
    await expect(remove).toBeFocused()
    await remove.click()
    await pages.dialog.getByRole('button', { name: words.cases.removeIt }).click()
    await expect(pages.alert).toContainText(words.cases.removed)
    await expect(pages.alert.locator('..')).toBeFocused()
    await expect(pages.entries).toHaveCount(1)
    await page.goto(`/my-account/cases/${second.caseId}`)
    await expect(pages.alert).toContainText(words.cases.notAmongYours)
    await expect(pages.main).not.toContainText(second.adults[0].lastName)

    await associate(page, second.adults[0])
    await page.goto('/my-account/cases')
    await expect(pages.entries).toHaveCount(2)
  },
)
