import * as z from 'zod/mini'

/** What an id looks like, as an issue tells it. */
export const idForm = 'UUID version 7 in lower case'

/** A UUID version 7 in lower case (RFC 9562). */
export const id = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, idForm))
