import * as z from 'zod/mini'

/** A UUID version 7 in lower case (RFC 9562). */
export const id = z
  .string()
  .check(
    z.regex(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      'UUID version 7 in lower case',
    ),
  )
