import { visibleFields } from '@connect/contract/changes/change-details'
import type { ChangeField, ChangeType } from '@connect/contract/changes/change-type'
import type { DetailValue, DraftChange } from '@connect/contract/changes/draft-change'
import type { Locale } from '@connect/contract/shared/text'
import { usStates } from '@connect/contract/shared/us-address'
import { expect, type Locator, type Page } from '@playwright/test'
import { changePages } from '../pages/change-pages.ts'
import type { Words } from '../words.ts'
import type { Keyboard } from './keyboard.ts'

interface Reader {
  readonly page: Page
  readonly words: Words
  readonly language: Locale
  readonly keyboard: Keyboard
}

/**
 * Answers what a change asks, from its day to its last question, as somebody without a pointer does: each question is
 * where Tab leads next, also those that an answer calls for. Somebody of the case is not chosen here.
 */
export async function answerByKeyboard(
  { page, words, language, keyboard }: Reader,
  type: ChangeType,
  { changedOn = '', details = {} }: DraftChange,
): Promise<void> {
  const { field: fieldOf, main, question } = changePages(page, words, language)

  async function typeParts(group: Locator, parts: readonly (readonly [string, string])[]): Promise<void> {
    for (const [label, text] of parts)
      await keyboard.type(group.getByRole('textbox', { name: label, exact: true }), text)
  }

  async function typeDay(group: Locator, day: string): Promise<void> {
    const { month, day: date, year } = words.changes
    const [yearOf = '', monthOf = '', dayOf = ''] = day.split('-')
    await typeParts(group, [
      [month, String(Number(monthOf))],
      [date, String(Number(dayOf))],
      [year, yearOf],
    ])
  }

  async function choose(label: string, chosen: string): Promise<void> {
    const radios = question(label).getByRole('radio')
    const labels = await radios.evaluateAll((all) =>
      all.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent ?? ''),
    )
    const position = labels.indexOf(chosen)
    expect(position, `${chosen} among ${labels.join(', ')}`).toBeGreaterThanOrEqual(0)
    await keyboard.press(radios.first(), 'Space')
    for (let step = 0; step < position; step += 1) await page.keyboard.press('ArrowDown')
    await expect(radios.nth(position)).toBeChecked()
  }

  async function answer(field: ChangeField, value: DetailValue): Promise<void> {
    const label = field.label[language]
    const given: Readonly<Record<string, string | number>> = typeof value === 'object' ? value : {}
    const text = typeof value === 'object' ? '' : String(value)
    const partOf = (name: 'firstName' | 'lastName' | 'street' | 'unit' | 'city' | 'zip') =>
      [words.changes[name], String(given[name] ?? '')] as const
    switch (field.kind) {
      case 'text':
      case 'number':
        return keyboard.type(fieldOf(label), text)
      case 'money':
        return keyboard.type(fieldOf(label), (Number(given['amount']) / 100).toFixed(2))
      case 'yes_no':
        return choose(label, value === true ? words.changes.yes : words.changes.no)
      case 'choice':
        return choose(label, field.options.find(({ id }) => id === value)?.label[language] ?? '')
      case 'date':
        return typeDay(question(label), text)
      case 'person': {
        await typeParts(question(label), [partOf('firstName'), partOf('lastName')])
        const born = given['birthDate']
        const group = question(label).getByRole('group', { name: words.changes.birthDate, exact: true })
        if (typeof born === 'string') await typeDay(group, born)
        return
      }
      case 'address': {
        await typeParts(question(label), [partOf('street'), partOf('unit'), partOf('city')])
        const state = question(label).getByRole('combobox', { name: words.changes.state, exact: true })
        await keyboard.tabTo(state)
        await page.keyboard.type(usStates[given['state'] as keyof typeof usStates])
        await expect(state).toHaveValue(String(given['state']))
        return typeParts(question(label), [partOf('zip')])
      }
    }
  }

  await typeDay(question(type.date.label[language]), changedOn)
  await expect(main.getByRole('status').filter({ hasText: words.changes.dueBy })).toBeVisible()
  for (const field of visibleFields(type, details)) {
    const value = details[field.id]
    if (value !== undefined) await answer(field, value)
  }
}
