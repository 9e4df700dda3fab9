import { expect, test } from '../fixtures.ts'
import { dumpDatabase, runningDatabase } from '@connect/prisma/testing/running-database'
import { portalPage } from '../pages/portal-page.ts'
import { plant } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

async function feedbackIds(): Promise<string[]> {
  const values = await dumpDatabase(runningDatabase(portal().dataDir).ownerUrl)
  return values.filter(({ place }) => place === 'feedback.id').map(({ value }) => value.toString())
}

test(
  'feedback from the foot of a page is stored, and the confirmation names it',
  { tag: '@twice' },
  async ({ page, words, person, language }) => {
    const { field, link, button, heading } = portalPage(page, words)
    const message = `${person.firstName} likes the large letters.`
    plant({ kind: 'message', value: message })
    await page.goto('/offices')
    await page.getByRole('contentinfo').getByRole('link', { name: words.feedback, exact: true }).click()
    await expect(page).toHaveURL('/feedback')
    await expect(page.getByRole('main')).toContainText('/offices')

    await page.getByRole('radio', { name: words.topicIdea, exact: true }).check()
    await field(words.message).fill(message)
    await field(words.feedbackEmail).fill(person.email)
    // What was typed outlives a look at another page and a change of language.
    await page.reload()
    await expect(field(words.message)).toHaveValue(message)
    await button(words.feedback).click()

    await expect(heading).toHaveText(words.haveMessage)
    const number = await page.getByRole('main').locator('dd').first().innerText()
    expect(await feedbackIds()).toContain(number)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(link(words.feedback)).toBeVisible()
  },
)

test('what somebody signed in has typed is there after a reload, and for nobody who signs in after them', async ({
  page,
  words,
  watch,
}) => {
  // A page that is loaded anew asks who is signed in.
  watch.expectConsole(refusal(401))
  const { field } = portalPage(page, words)
  const [first, second] = [await aPersonWithAccount(), await aPersonWithAccount()]
  const message = `${first.lastName} cannot find the button.`
  plant({ kind: 'message', value: message })
  await signIn(page, words, first)
  await page.goto('/feedback')
  await field(words.message).fill(message)
  await page.reload()
  await expect(field(words.message)).toHaveValue(message)
  // As when the session has run out while nobody was there.
  await page.context().clearCookies({ name: '__Host-session' })
  await page.reload()
  await expect(field(words.message)).toHaveValue('')
  await signIn(page, words, second)
  await page.goto('/feedback')
  await expect(field(words.message)).toHaveValue('')
})

test('an empty message is told at its field', { tag: '@twice' }, async ({ page, words }) => {
  const { button, errorSummary, errorLinks, field } = portalPage(page, words)
  await page.goto('/feedback')
  await button(words.feedback).click()
  await expect(errorSummary).toBeFocused()
  await expect(errorLinks).toHaveCount(2)
  await errorLinks.nth(1).click()
  await expect(field(words.message)).toBeFocused()
})

test(
  'after several messages a security check is asked for, and then the message goes through',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(422))
    const { button, field, heading, errorSummary } = portalPage(page, words)
    const notARobot = page.getByRole('checkbox', { name: words.notARobot, exact: true })
    await page.goto('/feedback')
    for (let count = 1; count <= 4; count += 1) {
      if (count > 1) await button(words.anotherMessage).click()
      await page.getByRole('radio', { name: words.topicIdea, exact: true }).check()
      await field(words.message).fill(`Message ${String(count)} of this address`)
      await button(words.feedback).click()
      await expect(heading.filter({ hasText: words.haveMessage }).or(notARobot)).toBeVisible()
    }
    await expect(errorSummary).toBeFocused()
    await notARobot.click()
    await expect(notARobot).toBeChecked()
    await button(words.feedback).click()
    await expect(heading).toHaveText(words.haveMessage)
  },
)
