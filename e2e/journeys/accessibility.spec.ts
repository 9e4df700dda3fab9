import { test } from '../fixtures.ts'
import { associationStates, caseStates } from '../steps/case-states.ts'
import { changeStates } from '../steps/change-states.ts'
import {
  accountStates,
  dialogStates,
  feedbackStates,
  openPages,
  wizardStates,
  type State,
} from '../steps/every-state.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'
import { profileStates } from '../steps/profile-states.ts'
import { recoveryStates } from '../steps/recovery-states.ts'
import { refusal } from '../watch.ts'
import type { Page } from '@playwright/test'

// Many states in one test: each is reached from the one before.
test.describe.configure({ timeout: 180_000 })

async function lookAtAll(page: Page, states: AsyncIterable<State>): Promise<void> {
  for await (const state of states) {
    await expectAccessible(page, state)
    await expectReflow(page, state)
  }
}

test(
  'every page that anybody can open is accessible in light and dark, and reflows',
  { tag: '@twice' },
  async ({ page, words }) => {
    await lookAtAll(page, openPages(page, words))
  },
)

test(
  'every step of the wizard is, empty, with errors and filled',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    await lookAtAll(page, wizardStates(page, words, person))
  },
)

test('so are the dialogs, and the form of feedback', { tag: '@twice' }, async ({ page, words }) => {
  await lookAtAll(page, dialogStates(page, words))
  await lookAtAll(page, feedbackStates(page, words))
})

test('so are signing in and the pages behind it', { tag: '@twice' }, async ({ page, words, watch }) => {
  watch.expectConsole(refusal(401))
  await lookAtAll(page, accountStates(page, words))
})

test('so is every page about one’s own account', { tag: '@twice' }, async ({ page, words }) => {
  await lookAtAll(page, profileStates(page, words))
})

test(
  'so is the way to a case, with errors, refused and done',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(422))
    await lookAtAll(page, associationStates(page, words))
  },
)

test(
  'so is every page of a case, and what takes their place',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(403))
    watch.expectConsole(refusal(404))
    await lookAtAll(page, caseStates(page, words))
  },
)

test(
  'so is every page by which changes are reported, and of what becomes of them',
  { tag: '@twice' },
  async ({ page, words, language, watch }) => {
    for (const status of [404, 412]) watch.expectConsole(refusal(status))
    await lookAtAll(page, changeStates(page, words, language))
  },
)

test('so is each step of getting back in', { tag: '@twice' }, async ({ page, words, language, watch }) => {
  watch.expectConsole(refusal(401))
  watch.expectConsole(refusal(422))
  await lookAtAll(page, recoveryStates(page, words, language))
})
