import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { DetailValue } from '@connect/contract/changes/draft-change'
import { exampleChanges } from '@connect/contract/changes/paths'
import { expect, test } from '../fixtures.ts'
import { changePages } from '../pages/change-pages.ts'
import { answering, plantAnswers } from '../steps/answer-questions.ts'
import { signInWithCases } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { aPhoto } from '../steps/files.ts'

test(
  'of two new jobs, one of them of a person who has just moved in, the other is taken out with its proof alone',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const { adults, told } = await tellHousehold('single-elder')
    const [{ memberId, firstName, lastName }] = adults
    const type = changeTypeOf('start_job')
    const today = dayInConnecticut(new Date())
    const [first, ...others] = type ? exampleChanges(type, { memberId, today }) : []
    const newcomer = others.find(({ details }) => isNamed(details?.['who']))
    if (!type || !first || !newcomer) throw new Error('nobody new starts a job')
    const jobs = [
      { ...first, details: { ...first.details, employer: 'Corner Store' } },
      { ...newcomer, details: { ...newcomer.details, employer: 'Book Store' } },
    ]
    plantAnswers(...jobs)
    const label = type.label[language]
    const pages = changePages(page, words, language)
    const give = answering({ page, words, language, members: told.members })
    const oneMore = pages.main.getByRole('button', { name: new RegExp(`^${words.changes.oneMore}`) })
    const person = await signInWithCases(page, words, adults[0])

    await pages.begin(type)
    for (const [index, job] of jobs.entries()) {
      if (index > 0) await oneMore.click()
      await expect(page).toHaveURL(new RegExp(`/changes/${String(index + 1)}$`))
      await give.fill(type, job)
    }
    await pages.continue.click()
    await pages.isOn(words.changes.proof)
    const names = [`${label} (1): ${firstName} ${lastName}`, `${label} (2): Marisol Vega`]
    for (const [index, name] of names.entries()) {
      const proof = pages.proofOf(index)
      await expect(proof.getByRole('heading').first()).toHaveText(name)
      const slot = proof.getByRole('region', { name: `${name} ${type.documents[0]?.label[language] ?? ''}` })
      await slot.getByLabel(words.reports.chooseFiles).setInputFiles([aPhoto(`job ${String(index + 1)}.png`)])
      await expect(slot).toContainText(words.reports.arrived)
    }
    await pages.continue.click()

    await pages.isOn(words.changes.check)
    const one = pages.main.getByRole('region', { name: names[0] ?? '', exact: true })
    await expect(one).toContainText('job 1.png')
    await one.getByRole('button', { name: new RegExp(`^${words.changes.takeOut}`) }).click()
    await pages.dialog.getByRole('button', { name: words.changes.confirmTakeOut }).click()
    await expect(pages.alert).toContainText(words.changes.takenOut)
    const left = pages.checked(type)
    await expect(left).toContainText('Book Store')
    await expect(left).toContainText('job 2.png')
    await expect(pages.main).not.toContainText('Corner Store')
    await pages.isSaved()

    // What went is not handed over to the one that has its place now.
    await page.goBack()
    await pages.isOn(words.changes.proof)
    await expect(pages.proofOf(0)).toContainText('job 2.png')
    await expect(pages.main).not.toContainText('job 1.png')
    await pages.continue.click()
    await pages.continue.click()
    await pages.signedName.fill(`${person.firstName} ${person.lastName}`)
    await pages.send.click()
    await pages.isOn(words.changes.done)
    await expect(pages.main).not.toContainText('job 1.png')
  },
)

test('a change is taken out on its own page, and all of a kind on the page where they were chosen', async ({
  page,
  words,
  language,
}) => {
  const { adults, told } = await tellHousehold('single-elder')
  const [job, move] = [changeTypeOf('start_job'), changeTypeOf('you_move')]
  const context = { memberId: adults[0].memberId, today: dayInConnecticut(new Date()) }
  const whole = job && exampleChanges(job, context)[0]
  if (!job || !move || !whole) throw new Error('nobody starts a job or moves')
  plantAnswers(whole)
  const pages = changePages(page, words, language)
  const employer = job.fields.find(({ id }) => id === 'employer')?.label[language] ?? ''
  const takeOut = pages.button(words.changes.takeOut)
  await signInWithCases(page, words, adults[0])
  await pages.begin(job, move)
  await pages.field(employer).fill('Corner Store')
  await takeOut.click()
  await pages.dialog.getByRole('button', { name: words.changes.confirmTakeOut }).click()
  await pages.isOn(words.changes.what)
  await expect(pages.kind(job)).not.toBeChecked()
  await expect(pages.kind(move)).toBeChecked()

  await pages.kind(job).check()
  await pages.isSaved()
  await page.goto(page.url().replace(/what$/, 'changes/2'))
  await answering({ page, words, language, members: told.members }).fill(job, whole)
  await pages.main.getByRole('button', { name: new RegExp(`^${words.changes.oneMore}`) }).click()
  await expect(page).toHaveURL(/\/changes\/3$/)
  await expect(pages.field(employer)).toHaveValue('')
  await pages.isSaved()
  await page.goto(page.url().replace(/changes\/3$/, 'what'))
  await pages.kind(job).click()
  await pages.dialog.getByRole('button', { name: words.changes.takeAllOut }).click()
  await expect(pages.kind(job)).not.toBeChecked()
  await expect(pages.kind(move)).toBeChecked()
})

/** Whether somebody is told by name, who is not in the case. */
function isNamed(who: DetailValue | undefined): boolean {
  return typeof who === 'object' && 'firstName' in who
}
