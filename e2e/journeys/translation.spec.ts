import { usStates } from '@connect/contract/shared/us-address'
import { expect, test } from '../fixtures.ts'
import type { Page } from '@playwright/test'
import { anIntegrator } from '../integrator/integrator.ts'
import { portalPage } from '../pages/portal-page.ts'
import { associationStates, caseStates } from '../steps/case-states.ts'
import { changeStates } from '../steps/change-states.ts'
import { accountStates, feedbackStates, openPages, wizardStates, type State } from '../steps/every-state.ts'
import { allPlanted } from '../portal/plant.ts'
import { profileStates } from '../steps/profile-states.ts'
import { recoveryStates } from '../steps/recovery-states.ts'
import { textsOn } from '../steps/texts.ts'
import { refusal } from '../watch.ts'
import { wordsOf, type Words } from '../words.ts'

test.describe.configure({ timeout: 180_000 })

/** What reads the same in both languages: names of things, and what has no words. */
const sameInBoth: readonly RegExp[] = [
  /^(ConneCT|MyAccount|SNAP|HUSKY (Health|[A-D])|TTY|CT)$/,
  /^[a-z]+\.gov(\/\w+)?$/,
  /^(Total|No)$/,
  // As it stands on letters, and as the rules are cited.
  /^Client ID:$/,
  /^HUSKY Health \(Medicaid\): 42 CFR 435\.910$/,
  // Members and codes of a problem document, and the user IDs that are suggested.
  /^(type|code|title|status|detail|instance|errors|pointer|params)$/,
  /^[a-z_]+\.[a-z_]+( – ConneCT)?$/,
  /^[a-z]+\d\d$/,
  /^\d+ [kM]B$/,
]

/** Names and addresses, as the agency's own lists have them, and the states as they stand on letters. */
async function placeNames(): Promise<string[]> {
  const { client } = anIntegrator()
  const [offices, lines] = await Promise.all([
    client.GET('/api/v1/offices'),
    client.GET('/api/v1/contact-lines'),
  ])
  return [
    ...Object.values(usStates),
    ...(offices.data?.items ?? []).flatMap(({ name, address }) => [name, ...Object.values(address)]),
    ...(lines.data?.items ?? []).flatMap(({ address }) => address),
  ]
}

/** What is written alike in both languages, on the page that stands there. The page is Spanish before and after. */
async function untranslated(page: Page, words: Words): Promise<string[]> {
  const inSpanish = await textsOn(page)
  await portalPage(page, words).languageSwitch.click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const inEnglish = await textsOn(page)
  await portalPage(page, wordsOf('en')).languageSwitch.click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  return [...inSpanish].filter((text) => inEnglish.has(text) && !sameInBoth.some((same) => same.test(text)))
}

async function expectTranslated(page: Page, words: Words, states: AsyncIterable<State>): Promise<void> {
  const places = await placeNames()
  const isName = (text: string) =>
    places.includes(text) || allPlanted().some(({ value }) => text.includes(value))
  const found: string[] = []
  for await (const state of states) {
    // A dialog keeps everything behind it out of reach, the language switch too.
    if (await page.getByRole('dialog').isVisible()) continue
    const texts = (await untranslated(page, words)).filter((text) => !isName(text))
    found.push(...texts.map((text) => `${state}: ${text}`))
  }
  expect(found).toEqual([])
}

test(
  'no text stays English on a Spanish page, nor the other way round',
  { tag: '@once' },
  async ({ page, words }) => {
    await expectTranslated(page, words, openPages(page, words))
  },
)

test('nor in any state of the wizard', { tag: '@once' }, async ({ page, words, person }) => {
  await expectTranslated(page, words, wizardStates(page, words, person))
})

test('nor on the forms and the pages behind them', { tag: '@once' }, async ({ page, words, watch }) => {
  watch.expectConsole(refusal(401))
  await expectTranslated(page, words, feedbackStates(page, words))
  await expectTranslated(page, words, accountStates(page, words))
})

test('nor on the pages about one’s own account', { tag: '@once' }, async ({ page, words }) => {
  await expectTranslated(page, words, profileStates(page, words))
})

test('nor on the way to a case', { tag: '@once' }, async ({ page, words, watch }) => {
  watch.expectConsole(refusal(422))
  await expectTranslated(page, words, associationStates(page, words))
})

// By itself: whoever is signed in already is not asked to sign in.
test('nor on the pages of a case', { tag: '@once' }, async ({ page, words, watch }) => {
  for (const status of [403, 404]) watch.expectConsole(refusal(status))
  await expectTranslated(page, words, caseStates(page, words))
})

test(
  'nor on the pages by which changes are reported',
  { tag: '@once' },
  async ({ page, words, language, watch }) => {
    for (const status of [404, 412]) watch.expectConsole(refusal(status))
    await expectTranslated(page, words, changeStates(page, words, language))
  },
)

test('nor in any step of getting back in', { tag: '@once' }, async ({ page, words, language, watch }) => {
  watch.expectConsole(refusal(401))
  watch.expectConsole(refusal(422))
  await expectTranslated(page, words, recoveryStates(page, words, language))
})
