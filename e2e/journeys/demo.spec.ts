import { expect, test } from '../fixtures.ts'
import { casePages } from '../pages/case-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'
import { signIn } from '../steps/sign-in.ts'

/** Whom each language tries: the case of one person can be in one account only. */
const tried = { en: 'Walter Demo', es: 'Denise Demo' } as const

test(
  'in a demonstration a person tries a household that is marked as made up',
  { tag: '@twice' },
  async ({ page, context, words, language }) => {
    const pages = casePages(page, words)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await signIn(page, words, await aPersonWithAccount())
    await page.goto('/demo')
    await pages.isOn(words.cases.demo)
    await expect(pages.alert).toContainText(words.cases.madeUp)
    await expectAccessible(page, 'demo')
    await expectReflow(page, 'demo')

    const values = page.getByRole('heading', { name: tried[language] }).locator('+ dl').locator('dd')
    const copied: string[] = []
    for (const value of await values.all()) {
      await value.getByRole('button').click()
      await expect(value.getByRole('status')).toHaveText(words.cases.copied)
      copied.push(await page.evaluate(() => navigator.clipboard.readText()))
    }
    const [clientId = '', birthYear = '', digits = ''] = copied
    expect(clientId).toMatch(/^\d{9}$/)
    await pages.main.getByRole('link', { name: words.cases.associate }).click()
    await pages.clientId.fill(clientId)
    await pages.birthYear.fill(birthYear)
    await pages.digits.fill(digits)
    await pages.submit.click()
    await pages.isOn(words.cases.associated)
    await expect(pages.alert).toContainText(tried[language])
  },
)
