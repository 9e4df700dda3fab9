import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import type { ChangeType } from '@connect/contract/changes/change-type'
import { changeTypes } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { exampleChanges } from '@connect/contract/changes/paths'
import type { Locale } from '@connect/contract/shared/text'
import { expect, type Page } from '@playwright/test'
import { changePages } from '../pages/change-pages.ts'
import type { Words } from '../words.ts'
import { aPersonWithAccount } from './account.ts'
import { answering, plantAnswers } from './answer-questions.ts'
import { associate } from './associate.ts'
import type { State } from './every-state.ts'
import { tellHousehold } from './feed.ts'
import { aTextFile } from './files.ts'
import { aJpegPhoto } from './photo.ts'
import { reportStates } from './report-states.ts'
import { signIn } from './sign-in.ts'

const start = '/my-account/report-change'

/** Every page by which changes are reported: without a case, empty, with errors, filled, sent; then the report. */
export async function* changeStates(page: Page, words: Words, language: Locale): AsyncGenerator<State> {
  const [elder, renewal] = [await tellHousehold('single-elder'), await tellHousehold('renewal-due')]
  const pages = changePages(page, words, language)
  const { members } = elder.told
  const give = answering({ page, words, language, members })
  const person = await aPersonWithAccount()
  await signIn(page, words, person)
  await page.goto(start)
  await expect(pages.alert).toBeVisible()
  yield 'report a change, without a case'
  await associate(page, elder.adults[0], renewal.adults[0])
  await page.goto(`${start}/other-ways`)
  await expect(pages.main).toBeVisible()
  yield 'other ways to report'
  await page.goto(start)
  await pages.button(words.changes.start).click()
  await expect(pages.errorSummary).toBeFocused()
  yield 'report a change, with errors'
  await pages.main.getByRole('radio', { name: new RegExp(elder.adults[0].firstName) }).check()
  await pages.button(words.changes.start).click()
  await pages.isOn(words.changes.what)
  await pages.continue.click()
  await expect(pages.errorSummary).toBeFocused()
  yield 'what changed, with errors'
  await pages.main.getByRole('searchbox').fill('qqq')
  await expect(pages.main.getByRole('checkbox')).toHaveCount(0)
  yield 'what changed, none found'
  await pages.main.getByRole('searchbox').fill('')
  const [marry, move] = [
    exampleOf('you_marry', members[0]?.memberId),
    exampleOf('you_move', members[0]?.memberId),
  ]
  plantAnswers(marry.change, move.change)
  for (const { type } of [marry, move]) await pages.kind(type).check()
  await pages.continue.click()
  const asked = marry.type.fields.find(({ id }) => id === 'spouse')?.label[language] ?? ''
  const spouse = pages.question(`${words.changes.whoIsIt} ${asked}`)
  await pages.question(asked).getByRole('radio', { name: words.changes.notInCase, exact: true }).check()
  await spouse.getByRole('textbox', { name: words.changes.year, exact: true }).fill('1990')
  await pages.continue.click()
  await expect(pages.errorSummary).toBeFocused()
  yield 'questions of a change, with errors'
  for (const { type, change } of [marry, move]) {
    await expect(pages.heading).toContainText(type.label[language])
    await give.fill(type, change)
    yield `questions of ${type.id}, answered`
    await pages.continue.click()
  }
  await pages.isOn(words.changes.proof)
  const slot = pages.proofOf(0).getByLabel(words.reports.chooseFiles).first()
  await slot.setInputFiles([await aJpegPhoto(page, 'photo.jpg'), aTextFile()])
  await expect(pages.proofOf(0)).toContainText(words.reports.opens)
  await expect(pages.alert).toBeVisible()
  await pages.proofOf(1).getByRole('checkbox').first().check()
  yield 'proofs, one of them refused'
  await pages.continue.click()
  await pages.isOn(words.changes.check)
  yield 'answers to check'
  await pages.continue.click()
  await pages.send.click()
  await expect(pages.errorSummary).toBeFocused()
  await expect(pages.errorSummary).toContainText(words.changes.nameMissing)
  yield 'sign, with errors'
  const draft = new URL(page.url()).pathname.split('/').at(-2) ?? ''
  await page.goto(`${start}/${draft}/changes/2`)
  await expect(pages.due).toBeVisible()
  await saveElsewhere(page, draft, marry.change)
  await give.giveDay(move.type.date.label[language], '2026-01-02')
  await expect(pages.alert).toContainText(words.changes.elsewhere)
  yield 'two drafts'
  await pages.button(words.changes.keepThis).click()
  await pages.isSaved()
  await give.giveDay(move.type.date.label[language], move.change.changedOn ?? '')
  await pages.isSaved()
  await page.goto(start)
  const remove = pages.main.getByRole('button', { name: new RegExp(`^${words.changes.delete}`) })
  await expect(remove).toBeVisible()
  yield 'report a change, with a draft'
  await remove.click()
  await expect(pages.dialog).toBeVisible()
  yield 'question before a draft is deleted'
  await page.goto(`${start}/${draft}/check`)
  await pages.continue.click()
  await pages.signedName.fill(`${person.firstName} ${person.lastName}`)
  await pages.send.click()
  await pages.isOn(words.changes.done)
  await expect(pages.confirmationNumber).toBeVisible()
  // What was promised for later can be sent from there.
  await expect(pages.link(words.changes.addProof)).toHaveAttribute('href', /\/add$/)
  yield 'report received'
  await page.goto(`${start}/${draft}/what`)
  await expect(pages.alert).toBeVisible()
  yield 'draft that was sent'
  await page.goto(`${start}/${person.id}/what`)
  await expect(pages.alert).toBeVisible()
  yield 'draft of nobody'
  yield* reportStates(page, words, draft)
}

interface Example {
  readonly type: ChangeType
  readonly change: DraftChange
}

/** A change with all that its kind asks on one way through its questions. */
function exampleOf(id: string, memberId = ''): Example {
  const type = changeTypes.find((each) => each.id === id)
  const change = type && exampleChanges(type, { memberId, today: dayInConnecticut(new Date()) })[0]
  if (type === undefined || change === undefined) throw new Error(`no kind of change is called ${id}`)
  return { type, change }
}

/** Saves something else as the same draft, as another device would. */
async function saveElsewhere(page: Page, draft: string, change: DraftChange): Promise<void> {
  const status = await page.evaluate(
    async ([id, changes]) => {
      const answer = await fetch(`/api/v1/change-reports/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'if-match': '*' },
        body: JSON.stringify({ changes }),
      })
      return answer.status
    },
    [draft, [change]] as const,
  )
  expect(status).toBe(200)
}
