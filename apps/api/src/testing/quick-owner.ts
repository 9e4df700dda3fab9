import { hashOfToken, newSecretToken } from '../kernel/secret-token.ts'
import { timeOrderedId } from '../kernel/ids.ts'
import { newAddress } from './requests.ts'
import type { SignedInBrowser } from './signed-in.ts'
import { aStoredAccount } from './stored-account.ts'
import type { TestApp } from './test-app.ts'

export interface QuickOwner {
  readonly id: string
  readonly browser: SignedInBrowser
}

/** Somebody signed in whose account was made without the work of creating one: for tests that need many. */
export async function aQuickOwner(api: TestApp): Promise<QuickOwner> {
  const token = newSecretToken()
  const id = await api.deps.commit(async (tx) => {
    const { id: accountId } = await aStoredAccount(tx)
    const inAnHour = new Date(Date.now() + 3_600_000)
    await tx.session.create({
      data: {
        id: timeOrderedId(),
        accountId,
        tokenHash: hashOfToken(token),
        idleExpiresAt: inAnHour,
        absoluteExpiresAt: inAnHour,
      },
    })
    return accountId
  })
  const cookie = `__Host-session=${token}`
  const address = newAddress()
  return {
    id,
    browser: {
      cookie,
      address,
      send: (method, url, body, headers = {}, instance = api) => {
        const type = body === undefined ? {} : { 'content-type': 'application/json' }
        return instance.app.inject({
          method,
          url: `/api/v1${url}`,
          headers: {
            cookie,
            'sec-fetch-site': 'same-origin',
            'x-forwarded-for': address,
            ...type,
            ...headers,
          },
          ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        })
      },
    },
  }
}
