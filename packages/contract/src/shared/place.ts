import * as z from 'zod/mini'

/** Where something was done, told from the address alone: whether it is the network of the one who asks. */
export const place = z.enum(['this_network', 'another_network', 'unknown'])
export type Place = z.infer<typeof place>
