import { expect, test } from '../fixtures.ts'
import { secretQuestions } from '@connect/contract/credentials/secret-questions'
import { signupPages } from '../pages/signup-pages.ts'
import { plant } from '../portal/plant.ts'
import { goOnTo } from '../steps/create-account.ts'
import { giveCredentials } from '../steps/sign-in.ts'

test('a person creates an account, signs in, is greeted by name, and signs out', async ({
  page,
  context,
  words,
  person,
  language,
}) => {
  const pages = signupPages(page, words)
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: words.createDoor }).click()
  await goOnTo(pages, person, 'name', 'check')

  await expect(pages.answer(words.email)).toContainText(person.email)
  await expect(pages.answer(words.userId)).toContainText(person.userId)
  const main = page.getByRole('main')
  await expect(main).toContainText(`${person.firstName} ${person.lastName}`)
  for (const { questionId, answer } of person.secretQuestions) {
    const question = secretQuestions.find(({ id }) => id === questionId)
    await expect(main).toContainText(question?.text[language] ?? 'an unknown question')
    await expect(main).not.toContainText(answer)
  }
  await expect(main).not.toContainText(person.password)

  await pages.createAccount.click()
  await pages.isOn('done')
  for (const text of [person.userId, words.keepPasswordSafe, words.giveItToNoOne, words.changeItAtOnce])
    await expect(main).toContainText(text)

  await main.getByRole('link', { name: words.signIn, exact: true }).click()
  await expect(page).toHaveURL('/sign-in')
  await giveCredentials(page, words, person)
  await expect(pages.heading).toHaveText(`${words.hello}, ${person.firstName}`)
  await expect(main).toContainText(`${person.firstName} ${person.lastName}`)
  const session = (await context.cookies()).find(({ name }) => name === '__Host-session')
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', expires: -1 })
  plant({ kind: 'cookie', value: session?.value ?? '' })

  await main.getByRole('link', { name: words.associateCase, exact: true }).click()
  await expect(page).toHaveURL('/my-account/associate-case')
  await page.goBack()
  await main.getByRole('button', { name: words.signOut, exact: true }).click()
  await expect(page).toHaveURL('/signed-out')
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-session')
  await page.goBack()
  await expect(page.getByText(person.firstName)).toHaveCount(0)
})
