import { expect, test } from '../fixtures.ts'
import { anIntegrator } from '../integrator/integrator.ts'
import { aPlantedPerson } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { goOnTo, goTo } from '../steps/create-account.ts'
import { refusal } from '../watch.ts'

test(
  'a user ID that is taken is told once typing pauses, with three free ones to choose from',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const { userId: taken } = await aPersonWithAccount()
    const pages = await goTo(page, words, person, 'credentials')
    await pages.userId.fill(person.userId)
    await expect(pages.userIdState).toContainText(words.isFree)

    await pages.userId.fill(taken.toUpperCase())
    await expect(pages.userIdState).toContainText(words.isTaken)
    const suggestions = page.locator('.suggestions').getByRole('button')
    await expect(suggestions).toHaveCount(3)
    const wanted = await suggestions.nth(1).innerText()
    await suggestions.nth(1).click()
    await expect(pages.userId).toHaveValue(wanted)
    await expect(pages.userId).toBeFocused()
    await expect(pages.userIdState).toContainText(words.isFree)

    await pages.password.fill(person.password)
    await pages.passwordAgain.fill(person.password)
    await pages.continue.click()
    await goOnTo(pages, { ...person, userId: wanted }, 'secret-questions', 'done')
    await expect(page.getByRole('main')).toContainText(wanted)
  },
)

test(
  'a user ID that somebody takes meanwhile is told at the end, at its field',
  { tag: '@twice' },
  async ({ page, words, person, watch }) => {
    watch.expectConsole(refusal(409))
    const pages = await goTo(page, words, person, 'check')
    await aPersonWithAccount({ userId: person.userId })
    await pages.createAccount.click()
    await pages.isOn('credentials')
    await expect(pages.errorSummary).toBeFocused()
    await expect(pages.userId).toHaveAttribute('aria-invalid', 'true')
    await expect(pages.password).toHaveValue(person.password)

    await pages.userId.fill(`${person.userId}7`)
    await pages.continue.click()
    await pages.isOn('check')
    await pages.createAccount.click()
    await pages.isOn('done')
  },
)

test(
  'when too much was asked, one goes on, and the last page decides',
  { tag: '@twice' },
  async ({ page, words, person, address, watch }) => {
    watch.expectConsole(refusal(429))
    const neighbor = anIntegrator(portal().address, address)
    const pages = await goTo(page, words, person, 'credentials')
    // The limit counts by the minute: where one ends between the two, both are done again, with a user ID that the page
    // does not know yet.
    await expect(async () => {
      await pages.userId.fill('')
      const ask = () => neighbor.send('POST', '/user-id-checks', { userId: person.userId })
      const asked = await Promise.all(Array.from({ length: 61 }, ask))
      expect(asked.map(({ status }) => status)).toContain(429)
      await pages.userId.fill(aPlantedPerson().userId)
      await expect(pages.userIdState).toContainText(words.cannotCheck, { timeout: 5000 })
    }).toPass()
    await goOnTo(pages, person, 'credentials', 'done')
  },
)
