import { signIn, someAccounts } from '../client/people.ts'
import type { Measurement } from '../measurement.ts'
import { holdContest } from './contest.ts'

/** What the whole stack costs beside the work itself, for a route without the database and for the one of every page. */
export const routes: Measurement = {
  name: 'routes',
  run: (portal) =>
    holdContest(portal, async (client) => {
      const [person] = await someAccounts(client, 1)
      if (person === undefined) throw new Error('Nobody has an account.')
      const signedIn = await signIn(client, person)
      const cookie = signedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      return [
        {
          what: 'secret-questions (no database)',
          targets: [{ path: '/secret-questions', headers: {} }],
          requests: 8000,
          bound: 0.6,
        },
        {
          what: 'session (two statements, four fields to open)',
          targets: [{ path: '/session', headers: { cookie } }],
          requests: 4000,
          bound: 0.7,
        },
      ]
    }),
}
