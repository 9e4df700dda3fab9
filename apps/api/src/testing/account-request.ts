import { currentAgreement } from '@connect/contract/credentials/agreement'
import type { CreateAccountRequest } from '@connect/contract/rooms/account'
import { aPerson } from '@connect/prisma/testing/factories/person'
import { quickCaptcha } from './quick-captcha.ts'
import { newKey, post } from './requests.ts'
import type { TestApp } from './test-app.ts'

/** A whole request of a new person, with a security check solved in a moment. */
export async function anAccountRequest(
  api: TestApp,
  changes: Partial<CreateAccountRequest> = {},
): Promise<CreateAccountRequest> {
  const captcha = changes.captcha ?? (await quickCaptcha(api, 'register'))
  return {
    ...aPerson(),
    agreement: { version: currentAgreement.version, accepted: true },
    locale: 'en',
    ...changes,
    captcha,
  }
}

/** A person who has an account. */
export async function aPersonWithAccount(
  api: TestApp,
): Promise<CreateAccountRequest & { readonly id: string }> {
  const request = await anAccountRequest(api)
  const response = await post(api, '/accounts', request, newKey())
  if (response.statusCode !== 201) throw new Error(`no account: ${response.body}`)
  return { ...request, id: response.json<{ id: string }>().id }
}
