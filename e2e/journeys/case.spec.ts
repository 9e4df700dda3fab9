import { readFile } from 'node:fs/promises'
import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { nextIssuanceOn } from '@connect/contract/benefits/issuance'
import { expect, test } from '../fixtures.ts'
import { casePages } from '../pages/case-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { signInWithCases } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { sheetsOf } from '../steps/sheets.ts'
import { signIn } from '../steps/sign-in.ts'

test(
  'a person associates a case and sees at a glance what comes, when, and what to do',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const { adults, told, caseId } = await tellHousehold('family-of-six')
    const [mother] = adults
    const pages = casePages(page, words)
    const person = await aPersonWithAccount({ locale: language })
    await signIn(page, words, person)
    await expect(pages.heading).toContainText(person.firstName)
    await expect(pages.reportChange).toHaveCount(0)
    await pages.main.getByRole('link', { name: words.associateCase, exact: true }).click()
    await pages.isOn(words.cases.associate)
    await page.getByText(words.cases.why).click()
    await expect(page.getByText(words.cases.voluntary)).toBeVisible()

    // What breaks a rule is told beside its field, and is no try: nothing is sent.
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    await pages.clientId.fill('12345678')
    await pages.birthYear.fill(String(new Date().getFullYear() + 1))
    await pages.digits.fill('12a4')
    await pages.submit.click()
    await expect(pages.errorSummary).toBeFocused()
    await expect(pages.errorLinks).toHaveCount(3)
    await pages.errorLinks.first().click()
    await expect(pages.clientId).toBeFocused()
    expect(sent).toEqual([])

    // As it stands on a letter: in groups.
    await pages.give(mother)
    await pages.clientId.fill(` ${mother.clientId?.replace(/(\d{3})(?=\d)/g, '$1-') ?? ''} `)
    await pages.submit.click()
    await pages.isOn(words.cases.associated)
    await expect(pages.heading).toBeFocused()
    await expect(pages.alert).toContainText(mother.firstName)
    await expect(pages.alert).toBeInViewport()
    const stored = await page.evaluate(() =>
      JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
    )
    expect(stored).not.toContain(mother.clientId)
    expect(stored).not.toContain(mother.ssnLast4)

    await page.goto('/my-account')
    await expect(pages.reportChange).toBeVisible()
    await expect(pages.tile(words.cases.benefits)).toContainText('$1,183.00')
    await expect(pages.tile(words.cases.benefits)).toContainText('HUSKY A')
    const inWords = (day: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      )
    const headClientId = mother.clientId ?? ''
    const comes = nextIssuanceOn(
      { program: 'SNAP', from: '2020-01-01', to: null, headClientId },
      dayInConnecticut(new Date()),
    )
    await expect(pages.tile(words.cases.payment)).toContainText(inWords(comes ?? ''))
    const due = told.programs?.find(({ program }) => program === 'SNAP')?.periodicReportDueOn ?? ''
    await expect(pages.tile(words.cases.deadlines)).toContainText(inWords(due))
    await expect(pages.tile(words.cases.deadlines)).toContainText(words.cases.daysLeft)
    await expect(pages.tile(words.cases.news)).toContainText(words.cases.twoLetters)

    await pages.link(words.cases.open).click()
    await expect(page).toHaveURL(`/my-account/cases/${caseId}`)
    await expect(pages.main).toContainText(`${mother.firstName} ${mother.lastName} ${words.cases.you}`)
    for (const { firstName } of told.members) await expect(pages.main).toContainText(firstName)
    await expect(pages.main.getByText(words.cases.active, { exact: true })).toHaveCount(3)
    await pages.reportChange.click()
    await expect(pages.main).toContainText(words.cases.tellWithin)
  },
)

test(
  'payments stand in a chart, in its table and in a list that goes on, and nothing of it runs over the edge',
  { tag: '@twice' },
  async ({ page, words }) => {
    const { adults, told, caseId } = await tellHousehold('family-of-six')
    const pages = casePages(page, words)
    await signInWithCases(page, words, adults[0])
    await page.goto(`/my-account/cases/${caseId}`)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/payments?')) asked.push(request.url())
    })
    await pages.part(words.cases.payments).click()
    await pages.isOn(words.cases.payments)
    const table = page.getByRole('table', { name: words.cases.paidInMonths })
    await expect(table.getByRole('columnheader')).toHaveCount(4)
    await expect(table.getByRole('row')).toHaveCount(7)
    await expect(table).toContainText('$2,275.00')
    const chart = page.locator('.payments-chart')
    await expect(chart.locator('rect')).toHaveCount(6)
    // A screen reader has the table.
    await expect(chart).toHaveAttribute('aria-hidden', 'true')
    const box = await chart.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
    await expect(pages.entries).toHaveCount(20)
    await pages.button(words.profile.showMore).click()
    await expect(pages.entries).toHaveCount(told.payments?.length ?? 0)
    await expect(pages.entries.nth(20)).toBeFocused()
    expect(asked).toHaveLength(1)
  },
)

test(
  'letters are marked until they are opened, as text and as a document, and print on one sheet',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const { adults, caseId } = await tellHousehold('family-of-six')
    const pages = casePages(page, words)
    await signInWithCases(page, words, adults[0])
    await page.goto(`/my-account/cases/${caseId}/letters`)
    await pages.isOn(words.cases.letters)
    await expect(pages.entries).toHaveCount(2)
    await expect(pages.entries.getByText(words.cases.isNew, { exact: true })).toHaveCount(2)

    await pages.entries.nth(1).getByRole('link').click()
    await expect(page.locator('.letter-text')).toContainText('A child was added to your household.')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.letter-text')).toBeVisible()
    await expect(pages.button(words.cases.print)).toBeHidden()
    expect(await sheetsOf(page)).toBe(1)
    await page.emulateMedia({ media: null })

    await page.goBack()
    await expect(pages.entries).toHaveCount(2)
    await expect(pages.entries.nth(1).getByText(words.cases.isNew, { exact: true })).toHaveCount(0)
    await expect(pages.entries.first().getByRole('link')).toHaveText(
      { en: 'Your periodic report is due', es: 'Tiene que enviar su informe periódico' }[language],
    )
    await pages.entries.first().getByRole('link').click()
    await expect(pages.alert).toContainText(words.cases.asksForProof)
    const download = page.waitForEvent('download')
    await pages.main.getByRole('button', { name: new RegExp(`^${words.cases.download}`) }).click()
    const file = await download
    // Others may see the list of downloads.
    expect(file.suggestedFilename()).toMatch(/^(letter|carta)-\d{4}-\d\d-\d\d\.pdf$/)
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
    await expect(page.getByText(words.cases.inDownloads)).toBeVisible()
    await page.goto('/my-account')
    await expect(pages.tile(words.cases.news).getByRole('link')).toHaveText([
      words.messages.one,
      words.cases.allLetters,
    ])
  },
)

test(
  'what is closed, waits, is on hold or not there is told as it is',
  { tag: '@twice' },
  async ({ page, words }) => {
    const pages = casePages(page, words)
    const closed = await tellHousehold('closed')
    const pending = await tellHousehold('pending')
    const nothing = await tellHousehold('nothing-yet')
    const renewal = await tellHousehold('renewal-due')
    const households = [closed, pending, nothing, renewal]
    await signInWithCases(page, words, ...households.map(({ adults }) => adults[0]))
    await page.goto('/my-account')
    for (const { adults } of households)
      await expect(
        pages.main.getByRole('heading', { name: `${words.cases.caseOf} ${adults[0].firstName}` }),
      ).toBeVisible()
    await expect(pages.tile(words.cases.benefits)).toHaveCount(4)
    await expect(pages.main).toContainText(`3 ${words.cases.daysLeft}`)
    for (const [{ caseId }, shown] of [
      [closed, words.cases.closed],
      [pending, words.cases.pending],
      [renewal, `3 ${words.cases.daysLeft}`],
    ] as const) {
      await page.goto(`/my-account/cases/${caseId}`)
      await expect(pages.main).toContainText(shown)
    }
    await page.goto(`/my-account/cases/${nothing.caseId}/payments`)
    await expect(pages.main).toContainText(words.cases.noPayments)
    await pages.part(words.cases.letters).click()
    await expect(pages.main).toContainText(words.cases.noLetters)
  },
)
