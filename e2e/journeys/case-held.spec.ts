import { expect, test } from '../fixtures.ts'
import { casePages } from '../pages/case-pages.ts'
import { recoveryPages } from '../pages/recovery-pages.ts'
import { associate } from '../steps/associate.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { aCodeFor, tellCase, tellHousehold } from '../steps/feed.ts'
import { loseAnswer } from '../steps/lost-answer.ts'
import { answer, choosePassword, giveUserId } from '../steps/recover.ts'
import { aPlantedPassword } from '../steps/recovery-states.ts'
import { giveCredentials, signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test(
  'after a recovery the case stays closed until its owner shows once more that it is theirs',
  { tag: '@twice' },
  async ({ page, words, language, watch }) => {
    watch.expectConsole(refusal(401))
    watch.expectConsole(refusal(403))
    watch.expectConsole(refusal(422))
    watch.expectConsole(/ERR_FAILED|ERR_CONNECTION/)
    const household = await tellHousehold('renewal-due')
    const { adults, caseId } = household
    const [woman] = adults
    const person = await aPersonWithAccount({ locale: language })
    await signIn(page, words, person)
    await associate(page, woman)

    const recovery = recoveryPages(page, words, language)
    await page.goto('/recover')
    await giveUserId(recovery, words, person.userId)
    await answer(recovery, person)
    const password = aPlantedPassword()
    await choosePassword(recovery, password)
    await recovery.isOn(words.recovery.done)
    await page.goto('/sign-in')
    await giveCredentials(page, words, { userId: person.userId, password })

    const pages = casePages(page, words)
    await expect(pages.alert).toContainText(words.cases.held)
    await expect(pages.main).not.toContainText('$231.00')
    await page.goto(`/my-account/cases/${caseId}/payments`)
    await expect(pages.alert).toContainText(words.cases.held)
    await expect(pages.main).not.toContainText('$231.00')
    await pages.link(words.cases.openAgain).click()
    await pages.isOn(words.cases.confirm)
    await pages.give({ ...woman, birthYear: woman.birthYear - 1 })
    await pages.button(words.cases.openAgain).click()
    await expect(pages.alert).toContainText(words.cases.notMatched)
    await expect(pages.alert).toContainText(`4 ${words.cases.moreTimes}`)

    // The code is used up by a try that nobody hears of; the case is open all the same.
    await pages.useCode.click()
    await pages.give(woman, await aCodeFor(household, woman))
    await loseAnswer(page, '**/api/v1/case-links/*/confirmation', 200)
    await pages.button(words.cases.openAgain).click()
    await expect(pages.alert.locator('..')).toBeFocused()
    await pages.button(words.cases.openAgain).click()
    await pages.isOn(words.cases.isOpenAgain)
    await page.goto('/my-account')
    await expect(pages.tile(words.cases.benefits)).toContainText('$231.00')
  },
)

test(
  'whom no case names any more is told so, and sees nothing of it',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(404))
    const { adults, caseId, caseRef, told } = await tellHousehold('pregnant')
    const [woman] = adults
    const pages = casePages(page, words)
    await signIn(page, words, await aPersonWithAccount())
    await associate(page, woman)
    const members = told.members.map((member) => ({ ...member, mayAssociate: false }))
    await tellCase({ ...told, members, asOf: new Date().toISOString() }, caseRef)
    await page.goto('/my-account')
    await expect(pages.alert).toContainText(words.cases.noneNow)
    await expect(pages.reportChange).toHaveCount(0)
    await page.goto(`/my-account/cases/${caseId}`)
    await expect(pages.alert).toContainText(words.cases.notAmongYours)
  },
)
