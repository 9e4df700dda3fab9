import type { FedMember } from '@connect/contract/rooms/case-feed'
import { tripleOf } from '@connect/households/fed-case'
import { expect, type Page } from '@playwright/test'
import type { PlantedPerson } from '../portal/plant.ts'
import type { Words } from '../words.ts'
import { aPersonWithAccount } from './account.ts'
import { signIn } from './sign-in.ts'

/** Associates cases with the account that is signed in on the page, as its form does. Where it is told next, it is there. */
export async function associate(page: Page, ...members: readonly FedMember[]): Promise<void> {
  for (const member of members) {
    const status = await page.evaluate(async (triple) => {
      const answer = await fetch('/api/v1/case-links', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(triple),
      })
      return answer.status
    }, tripleOf(member))
    expect(status).toBe(201)
  }
}

/** Signs a new person in, and associates these cases with the account. The page shows something else then. */
export async function signInWithCases(
  page: Page,
  words: Words,
  ...members: readonly FedMember[]
): Promise<PlantedPerson> {
  const person = await aPersonWithAccount()
  await signIn(page, words, person)
  await associate(page, ...members)
  return person
}
