import * as z from 'zod/mini'

/** The most that an amount may be, in cents: ten million dollars. */
const largestAmount = 1_000_000_000

/** Money: integer cents and its currency (ISO 4217). Never less than nothing. */
export const money = z.strictObject({
  amount: z.int().check(z.minimum(0), z.maximum(largestAmount)),
  currency: z.literal('USD'),
})
export type Money = z.infer<typeof money>
