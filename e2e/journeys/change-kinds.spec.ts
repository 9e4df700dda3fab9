import { answersInWords } from '@connect/contract/changes/answer-words'
import { dueOn, visibleDocuments, visibleFields } from '@connect/contract/changes/change-details'
import { changeGroups } from '@connect/contract/changes/change-groups'
import type { ChangeType } from '@connect/contract/changes/change-type'
import { changeTypes } from '@connect/contract/changes/change-types'
import type { ChangeDetails } from '@connect/contract/changes/draft-change'
import { pathsOf } from '@connect/contract/changes/paths'
import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { expect, test } from '../fixtures.ts'
import { changePages } from '../pages/change-pages.ts'
import { exactly } from '../pages/portal-page.ts'
import { answering, plantAnswers } from '../steps/answer-questions.ts'
import { signInWithCases } from '../steps/associate.ts'
import { longestExample } from '../steps/example-change.ts'
import { tellHousehold } from '../steps/feed.ts'
import { dayInWords } from '../steps/in-words.ts'
import { aJpegPhoto } from '../steps/photo.ts'

// Every way through the questions of several kinds, one after the other.
test.describe.configure({ timeout: 240_000 })

// Whatever kinds there are: one that is added is walked without a line here.
for (const group of changeGroups) {
  const types = changeTypes.filter((type) => type.group === group)

  test(
    `each change of the group ${group} asks what its answers call for, and is reported`,
    { tag: '@twice' },
    async ({ page, words, language }) => {
      const { adults, told } = await tellHousehold('family-of-six')
      const { members } = told
      const pages = changePages(page, words, language)
      const give = answering({ page, words, language, members })
      const person = await signInWithCases(page, words, adults[0])
      const today = dayInConnecticut(new Date())
      const examples = types.map((type) => longestExample(type, adults[0].memberId, today))
      plantAnswers(...examples)

      await pages.begin(...types)
      for (const [index, type] of types.entries()) {
        const change = examples[index] ?? { typeId: type.id }
        await expect(pages.heading).toContainText(type.label[language])
        await test.step(`every way through ${type.id}`, async () => {
          const answered: Record<string, unknown> = {}
          for (const path of inWalkingOrder(type)) {
            const asked = visibleFields(type, path)
            for (const field of asked) {
              const value = path[field.id]
              if (value === undefined && answered[field.id] !== undefined)
                throw new Error(`${field.id} cannot be left open any more: walk the ways in another order`)
              if (value === undefined || answered[field.id] === value) continue
              await give.answer(field, value)
              answered[field.id] = value
            }
            const labels = [type.date.label, ...asked.map(({ label }) => label)]
            await expect(pages.questions).toHaveText(labels.map((label) => exactly(label[language])))
          }
        })
        await give.fill(type, change)
        const due = dayInWords(dueOn(type, change.changedOn ?? ''), language)
        await expect(pages.due).toContainText(`${words.changes.dueBy} ${due}`)
        await pages.continue.click()
      }

      await pages.isOn(words.changes.proof)
      for (const [index, type] of types.entries()) {
        const asked = visibleDocuments(type, examples[index]?.details ?? {}).map(
          ({ label }) => label[language],
        )
        const proof = pages.proofOf(index)
        await expect(proof.getByRole('heading')).toHaveText([
          type.label[language],
          ...asked,
          words.changes.otherProof,
        ])
        const photographed = index === 0 ? asked.slice(0, 1) : []
        for (const label of asked) {
          const slot = proof.getByRole('region', { name: `${type.label[language]} ${label}`, exact: true })
          if (photographed.includes(label))
            await slot
              .getByLabel(words.reports.chooseFiles)
              .setInputFiles([await aJpegPhoto(page, 'proof.jpg')])
          else await slot.getByRole('checkbox').check()
        }
      }
      await expect(pages.proofOf(0)).toContainText(words.reports.arrived)
      await pages.continue.click()

      await pages.isOn(words.changes.check)
      const memberName = (id: string) => {
        const member = members.find(({ memberId }) => memberId === id)
        return member && `${member.firstName} ${member.lastName}`
      }
      for (const [index, type] of types.entries()) {
        const { changedOn = '', details = {} } = examples[index] ?? {}
        const given = answersInWords({ typeId: type.id, details }, { language, memberName })
        const shown = pages.checked(type).locator('dd:not(.answer-change)')
        await expect(shown.first()).toHaveText(dayInWords(changedOn, language))
        expect((await shown.allInnerTexts()).slice(1, -1)).toEqual(given.map(({ answer }) => answer))
      }
      await pages.continue.click()

      await pages.isOn(words.changes.sign)
      await pages.signedName.fill(`${person.firstName} ${person.lastName}`)
      // Whoever presses twice has reported once.
      await pages.send.dblclick()
      await pages.isOn(words.changes.done)
      const number = await pages.confirmationNumber.innerText()
      expect(number).toMatch(/^\d{4} \d{4} \d{4}$/)
      const dueDates = types.map((type, index) => ({
        label: type.label[language],
        due: dayInWords(dueOn(type, examples[index]?.changedOn ?? ''), language),
      }))
      await expect(pages.main.locator('li:has(> strong)')).toHaveText(
        dueDates.map(({ label, due }) => `${label}. ${words.changes.inTime} ${due}.`),
      )

      await pages.link(words.changes.receipt).click()
      await pages.isOn(words.receipts.one)
      await expect(pages.main).toContainText(number)
      for (const { label, due } of dueDates)
        await expect(pages.main.getByRole('listitem').filter({ hasText: label })).toContainText(due)
      await page.goto('/my-account/receipts')
      await expect(pages.main.locator('.own-list > li')).toHaveCount(1)
    },
  )
}

/** What was chosen cannot be taken back, so that ways on which a question is left open come first. */
function inWalkingOrder(type: ChangeType): ChangeDetails[] {
  const optional = type.fields.filter(({ required }) => !required).map(({ id }) => id)
  const chosen = (path: ChangeDetails) => optional.filter((id) => path[id] !== undefined).length
  return pathsOf(type).toSorted((one, other) => chosen(one) - chosen(other))
}
