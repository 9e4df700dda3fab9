import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { changeTypes } from '@connect/contract/changes/change-types'
import { exampleChanges } from '@connect/contract/changes/paths'
import { expect, test } from '../fixtures.ts'
import { changePages } from '../pages/change-pages.ts'
import { anotherBrowser } from '../steps/another-browser.ts'
import { answering, plantAnswers } from '../steps/answer-questions.ts'
import { signInWithCases } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { expectAccessible } from '../steps/look.ts'
import { signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test(
  'a draft goes on in another browser with all that was typed, and is sent once',
  { tag: '@twice' },
  async ({ page, words, language, browser, watch }) => {
    watch.expectConsole(refusal(409))
    const { adults, told } = await tellHousehold('single-elder')
    const [{ memberId }] = adults
    const type = changeTypes.find(({ id }) => id === 'start_job')
    const change = type && exampleChanges(type, { memberId, today: dayInConnecticut(new Date()) })[0]
    if (type === undefined || change === undefined) throw new Error('nobody starts a job')
    plantAnswers(change)
    const pages = changePages(page, words, language)
    const person = await signInWithCases(page, words, adults[0])
    await pages.begin(type)
    // Half a date, and half an amount.
    const year = pages.question(type.date.label[language]).getByRole('textbox', { name: words.changes.year })
    await year.fill('2026')
    const amount = pages.main.locator('input[inputmode="decimal"]')
    await amount.fill('about 400')
    await pages.isSaved()

    const other = await anotherBrowser(browser, language)
    const there = changePages(other, words, language)
    await signIn(other, words, person)
    await other.goto('/my-account/report-change')
    await there.main.getByRole('link', { name: new RegExp(`^${words.changes.goOn}`) }).click()
    await there.isOn(words.changes.check)
    await there.main.getByRole('link', { name: new RegExp(`^${words.changes.finishPart}`) }).click()
    await expect(there.errorSummary).toBeVisible()
    await expect(other.locator(`input[value="2026"]`)).toBeVisible()
    await expect(there.main.locator('input[inputmode="decimal"]')).toHaveValue('about 400')
    await answering({ page: other, words, language, members: told.members }).fill(type, change)
    await there.continue.click()
    await there.isOn(words.changes.check)
    await there.continue.click()
    await there.signedName.fill(`${person.firstName} ${person.lastName}`)
    await there.send.click()
    await there.isOn(words.changes.done)
    const number = await there.confirmationNumber.innerText()
    await other.context().close()

    // Whoever types on where it began learns that it was sent, is led to the same receipt, and loses no word.
    await amount.fill('500')
    await expect(pages.main.locator(':focus')).toContainText(words.changes.sentElsewhere)
    await expectAccessible(page, 'questions of a draft that was sent elsewhere')
    await pages.alert.getByRole('link').click()
    await pages.isOn(words.changes.done)
    await expect(pages.confirmationNumber).toHaveText(number)
    await page.goBack()
    await pages.button(words.changes.correctWithTyped).click()
    await pages.isSaved()
    await page.reload()
    await expect(amount).toHaveValue('500')
    await pages.continue.click()
    await expect(pages.errorSummary).toBeVisible()
    await answering({ page, words, language, members: told.members }).fill(type, change)
    await pages.continue.click()
    await pages.isOn(words.changes.proof)
    await pages.continue.click()
    await pages.isOn(words.changes.check)
    await expect(pages.main).toContainText(words.changes.takesItsPlace)
  },
)
