import { visibleFields } from '@connect/contract/changes/change-details'
import type { ChangeField, ChangeType } from '@connect/contract/changes/change-type'
import type { DetailValue, DraftChange } from '@connect/contract/changes/draft-change'
import type { FedMember } from '@connect/contract/rooms/case-feed'
import type { Locale } from '@connect/contract/shared/text'
import { usStates } from '@connect/contract/shared/us-address'
import type { Locator, Page } from '@playwright/test'
import { changePages } from '../pages/change-pages.ts'
import { plant } from '../portal/plant.ts'
import type { Words } from '../words.ts'

/** Gives answers on the page of a change, as somebody does who reads its labels. */
interface Answering {
  /** The day of the change, and everything that is asked then. */
  fill(type: ChangeType, change: DraftChange): Promise<void>
  answer(field: ChangeField, value: DetailValue): Promise<void>
  /** A day (`YYYY-MM-DD`) in the three fields under its label. */
  giveDay(label: string, day: string): Promise<void>
}

interface Reader {
  readonly page: Page
  readonly words: Words
  readonly language: Locale
  /** Of the case. */
  readonly members: readonly FedMember[]
}

const addressParts = ['street', 'unit', 'city', 'zip'] as const
const nameParts = ['firstName', 'lastName'] as const

export function answering({ page, words, language, members }: Reader): Answering {
  const pages = changePages(page, words, language)
  const { field: fieldOf, main, question } = pages

  const option = (group: Locator, name: string) => group.getByRole('radio', { name, exact: true })
  const part = (group: Locator, name: string) => group.getByRole('textbox', { name, exact: true })

  async function typeDay(group: Locator, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-')
    await part(group, words.changes.month).fill(String(Number(month)))
    await part(group, words.changes.day).fill(String(Number(date)))
    await part(group, words.changes.year).fill(year)
  }

  async function choose(label: string, chosen: string): Promise<void> {
    const list = main.getByRole('combobox', { name: label, exact: true })
    if ((await list.count()) > 0) await list.selectOption({ label: chosen })
    else await option(question(label), chosen).check()
  }

  async function givePerson(field: ChangeField, label: string, person: Parts): Promise<void> {
    const member = members.find(({ memberId }) => memberId === person['memberId'])
    if (member) {
      const name = new RegExp(`${member.firstName} ${member.lastName}\\)?$`)
      await question(label).getByRole('radio', { name }).check()
      return
    }
    const isChoice = field.kind === 'person' && field.from === 'either'
    if (isChoice) await option(question(label), words.changes.notInCase).check()
    const group = question(isChoice ? `${words.changes.whoIsIt} ${label}` : label)
    for (const name of nameParts) await part(group, words.changes[name]).fill(String(person[name] ?? ''))
    const { birthDate } = person
    if (typeof birthDate === 'string')
      await typeDay(group.getByRole('group', { name: words.changes.birthDate, exact: true }), birthDate)
  }

  async function giveAddress(label: string, address: Parts): Promise<void> {
    const group = question(label)
    for (const name of addressParts) await part(group, words.changes[name]).fill(String(address[name] ?? ''))
    const state = usStates[address['state'] as keyof typeof usStates]
    await group
      .getByRole('combobox', { name: words.changes.state, exact: true })
      .selectOption({ label: state })
  }

  async function answer(field: ChangeField, value: DetailValue): Promise<void> {
    const label = field.label[language]
    switch (field.kind) {
      case 'text':
      case 'number':
        return fieldOf(label).fill(textIn(value))
      case 'money':
        return fieldOf(label).fill((Number(partsIn(value)['amount']) / 100).toFixed(2))
      case 'yes_no':
        return choose(label, value === true ? words.changes.yes : words.changes.no)
      case 'choice':
        return choose(label, field.options.find(({ id }) => id === value)?.label[language] ?? '')
      case 'date':
        return typeDay(question(label), textIn(value))
      case 'person':
        return givePerson(field, label, partsIn(value))
      case 'address':
        return giveAddress(label, partsIn(value))
    }
  }

  return {
    answer,
    giveDay: (label, day) => typeDay(question(label), day),
    async fill(type, { changedOn = '', details = {} }) {
      await typeDay(question(type.date.label[language]), changedOn)
      for (const field of visibleFields(type, details)) {
        const value = details[field.id]
        if (value !== undefined) await answer(field, value)
      }
    },
  }
}

type Parts = Readonly<Record<string, string | number>>

function partsIn(value: DetailValue): Parts {
  return typeof value === 'object' ? value : {}
}

function textIn(value: DetailValue): string {
  return typeof value === 'object' ? '' : String(value)
}

/** Remembers what is typed into a report: texts, and lines of addresses. */
export function plantAnswers(...changes: readonly DraftChange[]): void {
  const texts = changes
    .flatMap(({ details = {} }) => Object.values(details))
    .flatMap((value) => (typeof value === 'object' ? partsIn(value)['street'] : value))
    .filter((value) => typeof value === 'string')
    .filter((text) => text.includes(' '))
  plant(...texts.map((value) => ({ kind: 'report' as const, value })))
}
