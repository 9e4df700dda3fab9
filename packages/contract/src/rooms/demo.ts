import * as z from 'zod/mini'
import { localizedText } from '../shared/text.ts'

/** Somebody made up, with what associates the case: SSN digits, or a one-time code for whoever has none. */
const demoPerson = z.strictObject({
  firstName: z.string(),
  lastName: z.string(),
  clientId: z.string(),
  birthYear: z.number(),
  ssnLast4: z.nullable(z.string()),
  code: z.nullable(z.string()),
})

/** `GET /demo/households`: who can be tried in a demonstration. */
export const demoHouseholdsResponse = z.strictObject({
  items: z.array(z.strictObject({ key: z.string(), about: localizedText, people: z.array(demoPerson) })),
})
export type DemoHouseholds = z.infer<typeof demoHouseholdsResponse>
