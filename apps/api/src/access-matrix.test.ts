import { scopes, type Scope } from '@connect/contract/rooms/integrations'
import { ageToken } from '@connect/prisma/testing/factories/token'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { timeOrderedId } from './kernel/ids.ts'
import { anIntegrator } from './testing/integrator.ts'
import { addressOf, operationsOf, type Operation } from './testing/operations.ts'
import { newAddress, newKey } from './testing/requests.ts'
import { aSignedInPerson, signInBrowser } from './testing/signed-in.ts'
import { startTestApp, type TestApp } from './testing/test-app.ts'

/** Who may call what: everybody, whoever signed in, or an integrator whose token has the scope. */
const rules: Readonly<Record<string, 'everybody' | 'signed in' | Scope>> = {
  getOpenapiDocument: 'everybody',
  listSecretQuestions: 'everybody',
  getCurrentAgreement: 'everybody',
  checkUserId: 'everybody',
  createAccount: 'everybody',
  confirmEmail: 'everybody',
  signIn: 'everybody',
  signOut: 'everybody',
  startRecovery: 'everybody',
  answerRecovery: 'everybody',
  recoverPassword: 'everybody',
  remindUserId: 'everybody',
  getCaptchaChallenge: 'everybody',
  listAnnouncements: 'everybody',
  listOffices: 'everybody',
  listContactLines: 'everybody',
  listForms: 'everybody',
  sendFeedback: 'everybody',
  listChangeTypes: 'everybody',
  listReceiptKeys: 'everybody',
  verifyReceipt: 'everybody',
  listDemoHouseholds: 'everybody',
  listOutbox: 'everybody',
  getAccount: 'signed in',
  changeAccount: 'signed in',
  deleteAccount: 'signed in',
  sendEmailConfirmation: 'signed in',
  changePassword: 'signed in',
  changeSecretQuestions: 'signed in',
  listActivity: 'signed in',
  exportAccount: 'signed in',
  restoreAccount: 'signed in',
  listMessages: 'signed in',
  markMessage: 'signed in',
  getSession: 'signed in',
  extendSession: 'signed in',
  listSessions: 'signed in',
  revokeSession: 'signed in',
  createCaseLink: 'signed in',
  listCaseLinks: 'signed in',
  removeCaseLink: 'signed in',
  confirmCaseLink: 'signed in',
  getCase: 'signed in',
  listCasePayments: 'signed in',
  listCaseNotices: 'signed in',
  openCaseNotice: 'signed in',
  createDocument: 'signed in',
  combineDocuments: 'signed in',
  getDocument: 'signed in',
  openDocument: 'signed in',
  deleteDocument: 'signed in',
  startChangeReport: 'signed in',
  listChangeReports: 'signed in',
  getChangeReport: 'signed in',
  saveChangeReport: 'signed in',
  deleteChangeReport: 'signed in',
  submitChangeReport: 'signed in',
  addToChangeReport: 'signed in',
  submitDocuments: 'signed in',
  withdrawChangeReport: 'signed in',
  listReceipts: 'signed in',
  getReceipt: 'signed in',
  getReportReceipt: 'signed in',
  putCase: 'cases:write',
  putCaseNotice: 'cases:write',
  importCases: 'cases:write',
  issueAssociationCode: 'cases:write',
  listAgencyChangeReports: 'change-reports:read',
  getAgencyChangeReport: 'change-reports:read',
  openAgencyDocument: 'change-reports:read',
  enterChangeReport: 'change-reports:write',
  moveChangeReport: 'change-reports:decide',
  listReviews: 'reviews:decide',
  decideReview: 'reviews:decide',
  listTokens: 'tokens:manage',
  createToken: 'tokens:manage',
  revokeToken: 'tokens:manage',
}

/** What somebody is answered: that they are in, whatever the operation then says, or the refusal. */
const twoCredentials = '400 request.two_credentials'
const expected = {
  everybody: {
    nobody: 'in',
    client: 'in',
    'another scope': 'in',
    'the scope': 'in',
    'expired token': 'in',
    'revoked token': 'in',
    'token and cookie': twoCredentials,
  },
  'signed in': {
    nobody: '401 session.required',
    client: 'in',
    'another scope': '401 session.required',
    'the scope': '401 session.required',
    'expired token': '401 session.required',
    'revoked token': '401 session.required',
    'token and cookie': twoCredentials,
  },
  scope: {
    nobody: '401 token.required',
    client: '401 token.required',
    'another scope': '403 token.scope_missing',
    'the scope': 'in',
    'expired token': '401 token.required',
    'revoked token': '401 token.required',
    'token and cookie': twoCredentials,
  },
} as const
type ActorName = keyof typeof expected.scope

const refusals = /^(session\.required|token\.|request\.(two_credentials|cross_site))/

let api: TestApp
beforeAll(async () => {
  api = await startTestApp({ settings: { DEMO: '1' } })
})
afterAll(() => api.stop())

const expectedOf = (operationId: string) => {
  const rule = rules[operationId]
  return rule === undefined
    ? 'no row: say in access-matrix.test.ts who may call it'
    : expected[rule === 'everybody' || rule === 'signed in' ? rule : 'scope']
}

async function answerTo(operation: Operation, credentials: Record<string, string>): Promise<string> {
  const { method, mediaType } = operation
  const ids = Object.fromEntries(operation.ids.map((name) => [name, timeOrderedId()]))
  const response = await api.app.inject({
    method,
    url: `/api/v1${addressOf(operation, ids)}`,
    headers: {
      'x-forwarded-for': newAddress(),
      ...newKey(),
      ...(mediaType === undefined ? {} : { 'content-type': mediaType }),
      ...credentials,
    },
    ...(mediaType === undefined ? {} : { payload: '{}' }),
  })
  const { statusCode } = response
  if (statusCode >= 500) return String(statusCode)
  if (statusCode < 400) return 'in'
  const { code } = response.json<{ code: string }>()
  return refusals.test(code) ? `${String(statusCode)} ${code}` : 'in'
}

test('every operation is open to whom the table says, and to nobody else', async () => {
  const { person } = await aSignedInPerson(api)
  const [every, expired, revoked] = [
    await anIntegrator(api, scopes),
    await anIntegrator(api, scopes),
    await anIntegrator(api, scopes),
  ]
  await ageToken(api.database.ownerUrl, expired.tokenId, { days: 91 })
  await revoked.send('DELETE', `/agency/tokens/${revoked.tokenId}`)
  const lacking = new Map<string, string>()
  const having = new Map<string, string>()
  for (const scope of scopes) {
    const others = scopes.filter((other) => other !== scope)
    lacking.set(scope, (await anIntegrator(api, others)).token)
    having.set(scope, (await anIntegrator(api, [scope])).token)
  }

  const operations = operationsOf(api)
  const found: Record<string, Record<ActorName, string>> = {}
  for (const operation of operations) {
    const { cookie } = await signInBrowser(api, person)
    const signedIn = { cookie, 'sec-fetch-site': 'same-origin' }
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
    const rule = rules[operation.operationId] ?? ''
    const [otherScope, theScope] = [lacking.get(rule) ?? every.token, having.get(rule) ?? every.token]
    found[operation.operationId] = {
      nobody: await answerTo(operation, {}),
      client: await answerTo(operation, signedIn),
      'another scope': await answerTo(operation, bearer(otherScope)),
      'the scope': await answerTo(operation, bearer(theScope)),
      'expired token': await answerTo(operation, bearer(expired.token)),
      'revoked token': await answerTo(operation, bearer(revoked.token)),
      'token and cookie': await answerTo(operation, { ...signedIn, ...bearer(every.token) }),
    }
  }
  expect(found).toEqual(
    Object.fromEntries(operations.map(({ operationId }) => [operationId, expectedOf(operationId)])),
  )
  expect(Object.keys(rules).toSorted()).toEqual(Object.keys(found).toSorted())
}, 60_000)
