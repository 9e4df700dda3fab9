import { aPersonWithAccount } from './account-request.ts'
import { agencyReportThings } from './agency-report-things.ts'
import { caseThings } from './case-things.ts'
import { documentThings } from './document-things.ts'
import { aUsedIntegrator, anIntegrator } from './integrator.ts'
import { receiptThings } from './receipt-things.ts'
import { answersTo, begun } from './recovery.ts'
import { reportThings } from './report-things.ts'
import { aSignedInPerson, signInBrowser } from './signed-in.ts'
import type { MakeThing, Send } from './thing.ts'
import type { TestApp } from './test-app.ts'

/**
 * How to get hold of what belongs to somebody, by operation: every operation with an id in its path needs an entry, so
 * that object-access.test.ts can try it with what is another's. A text instead says why there is nothing to try.
 */
export const things: Readonly<Record<string, MakeThing | string>> = {
  async revokeSession(api) {
    const { person, browser } = await aSignedInPerson(api)
    await signInBrowser(api, person)
    const sessions = await browser.send('GET', '/account/sessions')
    const { items } = sessions.json<{ items: { id: string; current: boolean }[] }>()
    return { ids: { id: items.find(({ current }) => !current)?.id ?? '' }, owner: browser.send }
  },
  async markMessage(api) {
    const { person, browser } = await aSignedInPerson(api)
    await api.deps.commit((tx) =>
      api.deps.notices.tell(tx, { id: person.id, locale: 'en', email: null }, 'password_changed'),
    )
    const messages = await browser.send('GET', '/account/messages')
    const { items } = messages.json<{ items: { id: string }[] }>()
    return { ids: { id: items[0]?.id ?? '' }, body: { read: true }, owner: browser.send }
  },
  async answerRecovery(api) {
    const person = await aPersonWithAccount(api)
    const recovery = await begun(api, person.userId)
    return {
      ids: { id: recovery.id },
      body: { answers: answersTo(recovery, person) },
      owner: withCookie(api, recovery.cookie),
    }
  },
  async recoverPassword(api) {
    const person = await aPersonWithAccount(api)
    const recovery = await begun(api, person.userId)
    const owner = withCookie(api, recovery.cookie)
    const answered = await owner('POST', `/recoveries/${recovery.id}/answers`, {
      answers: answersTo(recovery, person),
    })
    const { resetToken } = answered.json<{ resetToken: string }>()
    return {
      ids: { id: recovery.id },
      body: { resetToken, password: 'Calm#River8on' },
      owner,
      // Cookie and token are the session of a recovery.
      refusal: { status: 401, code: 'recovery.token_rejected' },
    }
  },
  async revokeToken(api) {
    const office = await aUsedIntegrator(api)
    const { tokenId } = await anIntegrator(api, ['events:read'], office)
    return { ids: { id: tokenId }, owner: office.send }
  },
  ...caseThings,
  ...agencyReportThings,
  ...documentThings,
  ...receiptThings,
  ...reportThings,
}

/** A browser without a session: with this cookie, or with none. */
export function withCookie({ app }: TestApp, cookie?: string): Send {
  return async (method, url, body, headers = {}) =>
    app.inject({
      method,
      url: `/api/v1${url}`,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
}
