import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { changeTypes } from '@connect/contract/changes/change-types'
import { exampleChanges } from '@connect/contract/changes/paths'
import { expect, test } from '../fixtures.ts'
import { changePages } from '../pages/change-pages.ts'
import { answering, plantAnswers } from '../steps/answer-questions.ts'
import { signInWithCases } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { aPhoto } from '../steps/files.ts'
import { expectAccessible } from '../steps/look.ts'
import { refusal } from '../watch.ts'

test('a report does not go without a file that is on its way or did not arrive before somebody was asked', async ({
  page,
  words,
  language,
  watch,
}) => {
  watch.expectConsole(refusal(413))
  const { adults, told } = await tellHousehold('single-elder')
  const [{ memberId }] = adults
  const pages = changePages(page, words, language)
  const person = await signInWithCases(page, words, adults[0])
  const types = changeTypes.filter(({ id }) => ['start_job', 'bank_account'].includes(id))
  await pages.begin(...types)
  for (const type of types) {
    const [change] = exampleChanges(type, { memberId, today: dayInConnecticut(new Date()) })
    if (change === undefined) throw new Error(`nothing is answered about ${type.id}`)
    plantAnswers(change)
    await answering({ page, words, language, members: told.members }).fill(type, change)
    await pages.continue.click()
  }

  await pages.isOn(words.changes.proof)
  const { promise: answered, resolve: answer } = Promise.withResolvers<undefined>()
  await page.route('**/api/v1/documents', async (route) => {
    await answered
    await route.fulfill({ status: 413, json: { code: 'request.too_large' } })
  })
  await pages
    .proofOf(1)
    .locator('input[type="file"]')
    .first()
    .setInputFiles([aPhoto('statement.png')])
  const file = pages.proofOf(1).locator('.file')
  await expect(file).toContainText(words.reports.stopSending)

  // Whoever closes the page now is asked first.
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()

  // So is whoever signs out, on whichever page.
  await pages.link(words.changes.finishLater).click()
  await pages.main.locator('.back-link').click()
  await pages.main.getByRole('button', { name: words.signOut, exact: true }).click()
  await expect(pages.dialog).toContainText(words.notSaved)
  await expectAccessible(page, 'question of whoever signs out too early')
  const stay = pages.dialog.getByRole('button', { name: words.stayHere })
  await expect(stay).toBeFocused()
  await stay.click()
  await expect(pages.dialog).toBeHidden()
  await page.goBack()
  await page.goBack()

  answer(undefined)
  await expect(file).toContainText(words.reports.remove)
  await pages.continue.click()
  await pages.isOn(words.changes.check)
  const [first, second] = await pages.main.locator('.change-checked').all()
  await expect(second ?? pages.main).toContainText(words.changes.notArrived)
  await expect(first ?? pages.main).not.toContainText(words.changes.notArrived)

  await pages.continue.click()
  await pages.signedName.fill(`${person.firstName} ${person.lastName}`)
  await pages.send.click()
  await expect(pages.alert).toContainText(words.changes.notArrived)
  await expectAccessible(page, 'a report about to go without a file')
  await pages.send.click()
  await pages.isOn(words.changes.done)
})
