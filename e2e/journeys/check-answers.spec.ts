import { expect, test } from '../fixtures.ts'
import { aPlantedPerson } from '../portal/plant.ts'
import { fill, goTo } from '../steps/create-account.ts'

test(
  'every answer can be changed from the last page, and the way leads back there',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'check')
    const other = aPlantedPerson()
    const change = page.getByRole('main').getByRole('link', { name: new RegExp(`^${words.change}`) })
    const steps = ['name', 'name', 'credentials', 'credentials', 'secret-questions', 'agreement']
    await expect(change).toHaveCount(steps.length)
    for (const [index, step] of steps.entries()) {
      await change.nth(index).click()
      await expect(page).toHaveURL(`/create-account/${step}`)
      await pages.back.click()
      await pages.isOn('check')
    }

    await change.nth(0).click()
    await pages.isOn('name')
    await fill.name(pages, other)
    await pages.continue.click()
    await pages.isOn('check')
    await expect(page.getByRole('main')).toContainText(`${other.firstName} ${other.lastName}`)
    await expect(pages.answer(words.email)).toContainText(other.email)
  },
)

test(
  'a change that makes a later answer wrong leads to that answer first',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'check')
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(`^${words.change}`) })
      .first()
      .click()
    await pages.isOn('name')
    // The user ID begins with these two letters and a digit; a name is a part of it from three letters on.
    await pages.lastName.fill(person.secretQuestions[0]?.answer ?? '')
    await pages.continue.click()
    await pages.isOn('secret-questions')
    await pages.answers[0]?.fill(aPlantedPerson().lastName)
    await pages.continue.click()
    await pages.isOn('check')
  },
)
