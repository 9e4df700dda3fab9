import type { Profile } from '@connect/contract/rooms/account-profile'
import { aPassword } from '@connect/prisma/testing/factories/person'
import { post } from './requests.ts'
import type { SignedInBrowser } from './signed-in.ts'
import type { TestApp } from './test-app.ts'

/** The profile as its owner sees it now, with its version. */
export async function profileIn(browser: SignedInBrowser): Promise<{ profile: Profile; etag: string }> {
  const response = await browser.send('GET', '/account')
  if (response.statusCode !== 200) throw new Error(`no profile: ${response.body}`)
  return { profile: response.json<Profile>(), etag: String(response.headers.etag) }
}

/** Changes the profile as it stands now. */
export async function changeProfile(browser: SignedInBrowser, changes: object) {
  const { etag } = await profileIn(browser)
  return browser.send('PATCH', '/account', changes, { 'if-match': etag })
}

/** Changes the password to a new one; at another instance where one is given. */
export function changePassword(
  browser: SignedInBrowser,
  currentPassword: string,
  password = aPassword(),
  instance?: TestApp,
) {
  return browser.send('PUT', '/account/password', { currentPassword, password }, {}, instance)
}

/** What signing in from elsewhere answers. */
export async function signInStatus(api: TestApp, userId: string, password: string): Promise<number> {
  return (await post(api, '/session', { userId, password })).statusCode
}

let lastMailbox = 0

/** An address that nobody has given yet. */
export function aMailbox(): string {
  lastMailbox += 1
  return `box${String(lastMailbox)}@example.org`
}
