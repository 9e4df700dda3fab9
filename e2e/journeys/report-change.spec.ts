import { addDays, dayInConnecticut } from '@connect/contract/benefits/calendar'
import type { ChangeField, ChangeType } from '@connect/contract/changes/change-type'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { Locale } from '@connect/contract/shared/text'
import { ageSession } from '@connect/prisma/testing/factories/session'
import { runningDatabase } from '@connect/prisma/testing/running-database'
import { expect, test } from '../fixtures.ts'
import { changePages, type ChangePages } from '../pages/change-pages.ts'
import { portal } from '../portal/portal.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { associate, signInWithCases } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { expectAccessible } from '../steps/look.ts'
import { giveCredentials, signIn } from '../steps/sign-in.ts'
import { countTaps } from '../steps/taps.ts'
import { refusal } from '../watch.ts'
import type { Words } from '../words.ts'

const youMove = kindOf('you_move')
const startJob = kindOf('start_job')

/** Opening the camera, taking the picture, and using it. */
const tapsForPhoto = 3

test(
  'a change is reported with two photos, in few taps, and gives a confirmation number',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const { adults } = await tellHousehold('single-elder')
    const pages = changePages(page, words, language)
    const choose = (id: string, answer: string) =>
      pages.question(questionOf(youMove, id).label[language]).getByRole('radio', { name: answer }).check()
    await signInWithCases(page, words, adults[0])
    await page.goto('/my-account')
    const taps = await countTaps(page)

    await pages.link(words.cases.reportChange).first().click()
    await pages.button(words.changes.start).click()
    await pages.isOn(words.changes.what)
    await pages.kind(youMove).check()
    await pages.continue.click()

    await giveDay(pages, words, youMove.date.label[language], -3)
    await expect(pages.main).toContainText(words.changes.dueBy)
    await pages.question(questionOf(youMove, 'whoMoves').label[language]).getByRole('radio').first().check()
    await choose('hasAddress', words.changes.yes)
    await pages.field(words.changes.street).fill('12 Main St')
    await pages.field(words.changes.city).fill('Hartford')
    await pages.field(words.changes.zip).fill('06103')
    await choose('mailThere', words.changes.yes)
    await pages.continue.click()

    await pages.isOn(words.changes.proof)
    const photo = await page.screenshot({ type: 'jpeg' })
    for (const name of ['front.jpg', 'back.jpg']) {
      const file = { name, mimeType: 'image/jpeg', buffer: photo }
      await pages.main.locator('input[type="file"]').first().setInputFiles([file])
      await expect(pages.main).toContainText(name)
    }
    await pages.isSaved()
    await pages.continue.click()

    await pages.isOn(words.changes.check)
    await expect(pages.main).toContainText('12 Main St')
    await expect(pages.main).toContainText('back.jpg')
    await expect(pages.main).not.toContainText(words.changes.beingChecked)
    await pages.isSaved()
    await pages.continue.click()

    await pages.isOn(words.changes.sign)
    await pages.signedName.fill('Ana Rivera')
    await pages.send.dblclick()
    await pages.isOn(words.changes.done)
    await expect(pages.confirmationNumber).toHaveText(/^\d{4} \d{4} \d{4}$/)
    await expect(pages.main).toContainText(words.changes.inTime)
    await expect(pages.main).toContainText('front.jpg')
    expect(taps() + 2 * tapsForPhoto).toBeLessThanOrEqual(25)
    const number = await pages.confirmationNumber.innerText()
    await page.reload()
    await expect(pages.confirmationNumber).toHaveText(number)
  },
)

test(
  'nothing saved in one window is overwritten in silence by another',
  { tag: '@twice' },
  async ({ page, words, language, watch }) => {
    watch.expectConsole(refusal(412))
    watch.expectConsole(refusal(404))
    const { adults } = await tellHousehold('single-elder')
    const pages = changePages(page, words, language)
    await signInWithCases(page, words, adults[0])
    await pages.begin(startJob)
    await pages.field(labelOf(language, 'amount')).fill('about 400')
    await pages.isSaved()

    const second = await page.context().newPage()
    const there = changePages(second, words, language)
    await second.goto(page.url())
    await expect(there.field(labelOf(language, 'amount'))).toHaveValue('about 400')
    await there.field(labelOf(language, 'amount')).fill('500')
    await second.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())

    await pages.field(labelOf(language, 'employer')).fill('Corner Store')
    await expect(pages.alert).toContainText(words.changes.elsewhere)
    await expect(pages.alert).toContainText('$500.00')
    await pages.button(words.changes.keepThis).click()
    await pages.isSaved()
    await second.reload()
    await expect(there.field(labelOf(language, 'employer'))).toHaveValue('Corner Store')

    const deleteThere = async () => {
      await second.goto('/my-account/report-change')
      await there.main.getByRole('button', { name: new RegExp(`^${words.changes.delete}`) }).click()
      await there.dialog.getByRole('button', { name: words.changes.confirmDelete }).click()
      await expect(there.alert).toContainText(words.changes.deleted)
    }
    await deleteThere()
    await pages.field(labelOf(language, 'employer')).fill('Other Store')
    await expect(pages.main.locator(':focus')).toContainText(words.changes.deletedElsewhere)
    await expect(pages.continue).toHaveCount(0)
    await expect(pages.field(labelOf(language, 'employer'))).toHaveValue('Other Store')
    await expectAccessible(page, 'questions of a draft that was deleted elsewhere')

    const gone = page.url()
    await pages.button(words.changes.keepTyped).click()
    await pages.isSaved()
    expect(page.url()).not.toBe(gone)
    await page.reload()
    await expect(pages.field(labelOf(language, 'employer'))).toHaveValue('Other Store')
    await expect(pages.field(labelOf(language, 'amount'))).toHaveValue('about 400')
    await expect(pages.continue).toBeVisible()

    await deleteThere()
    await pages.field(labelOf(language, 'employer')).fill('No Store')
    await pages.button(words.changes.dropTyped).click()
    await expect(pages.button(words.changes.start)).toBeVisible()
    await expect(pages.main).not.toContainText(words.changes.goOn)
  },
)

test(
  'answers are there after the session has ended, and after going back',
  { tag: '@twice' },
  async ({ page, words, language, watch }) => {
    watch.expectConsole(refusal(401))
    const { adults } = await tellHousehold('single-elder')
    const pages = changePages(page, words, language)
    const person = await aPersonWithAccount()
    await signIn(page, words, person)
    await associate(page, adults[0])
    await pages.begin(startJob)
    await giveDay(pages, words, startJob.date.label[language], -30)
    await expect(pages.due).toContainText(words.changes.dueBy)
    await pages.isSaved()

    const employer = pages.field(labelOf(language, 'employer'))
    await ageSession(runningDatabase(portal().dataDir).ownerUrl, person.id, { idleMinutes: 16 })
    await employer.fill('Corner Store')
    await pages.isOn(words.profile.signInAgain)
    await giveCredentials(page, words, person)
    await expect(employer).toHaveValue('Corner Store')
    await pages.isSaved()

    await page.goBack()
    await pages.isOn(words.changes.what)
    await expect(pages.kind(startJob)).toBeChecked()
    await page.reload()
    await page.goForward()
    await expect(employer).toHaveValue('Corner Store')

    await pages.link(words.changes.finishLater).click()
    await pages.main.getByRole('link', { name: new RegExp(`^${words.changes.goOn}`) }).click()
    await pages.isOn(words.changes.check)
    await pages.main.getByRole('link', { name: new RegExp(`^${words.changes.finishPart}`) }).click()
    await expect(pages.errorSummary).toBeVisible()
  },
)

function kindOf(id: string): ChangeType {
  const type = changeTypeOf(id)
  if (!type) throw new Error(`there is no change ${id}`)
  return type
}

/** What a question about a new job is called. */
function labelOf(language: Locale, id: string): string {
  return questionOf(startJob, id).label[language]
}

function questionOf(type: ChangeType, id: string): ChangeField {
  const field = type.fields.find((each) => each.id === id)
  if (!field) throw new Error(`${type.id} asks for no ${id}`)
  return field
}

/** Types a day, so many days from today, into the fields under a label. */
async function giveDay(
  pages: ChangePages,
  words: Words,
  label: string,
  daysFromToday: number,
): Promise<void> {
  const [year = '', month = '', day = ''] = addDays(dayInConnecticut(new Date()), daysFromToday).split('-')
  const fields = pages.question(label)
  await fields.getByLabel(words.changes.month, { exact: true }).fill(month)
  await fields.getByLabel(words.changes.day, { exact: true }).fill(day)
  await fields.getByLabel(words.changes.year, { exact: true }).fill(year)
}
