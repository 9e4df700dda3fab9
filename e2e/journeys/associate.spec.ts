import { expect, test } from '../fixtures.ts'
import { casePages } from '../pages/case-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { tellHousehold } from '../steps/feed.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'
import { endSession, giveCredentials, signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test(
  'while a security check is due for everybody, it is asked for once and nothing typed is lost',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(422))
    const { adults } = await tellHousehold('pregnant')
    const [woman] = adults
    const pages = casePages(page, words)
    await signIn(page, words, await aPersonWithAccount())
    await page.goto('/my-account/associate-case')
    // What the service answers while the breaker is open, which would make the check due for other journeys too.
    const problem = { type: 'about:blank', title: 'A check is due', status: 422, code: 'captcha.required' }
    await page.route(
      '**/api/v1/case-links',
      (route) =>
        route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          body: JSON.stringify(problem),
        }),
      { times: 1 },
    )
    await pages.give(woman)
    await pages.submit.click()
    await expect(pages.errorSummary).toBeFocused()
    await expect(pages.errorSummary).toContainText(words.cases.dueForAll, { ignoreCase: true })
    await expectAccessible(page, 'associate, with the security check')
    await expectReflow(page, 'associate, with the security check')
    await expect(pages.clientId).toHaveValue(woman.clientId ?? '')
    await expect(pages.digits).toHaveValue(woman.ssnLast4 ?? '')

    await page.getByRole('checkbox', { name: words.notARobot }).click()
    await expect(page.getByText(words.checkPassed)).toBeVisible()
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await pages.submit.click()
    expect((await sent).postDataJSON()).toHaveProperty('captcha')
    await pages.isOn(words.cases.associated)
  },
)

test(
  'a session that ends while somebody fills in the form takes nothing from it',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(401))
    const { adults } = await tellHousehold('renewal-due')
    const [woman] = adults
    const person = await aPersonWithAccount()
    const pages = casePages(page, words)
    await signIn(page, words, person)
    await page.goto('/my-account/associate-case')
    await pages.give(woman)
    await endSession(page, words, person.id, pages.submit)
    await expect(pages.clientId).toBeHidden()
    await giveCredentials(page, words, person)
    await expect(pages.clientId).toHaveValue(woman.clientId ?? '')
    await expect(pages.digits).toHaveValue(woman.ssnLast4 ?? '')
    await pages.submit.click()
    await pages.isOn(words.cases.associated)
  },
)
