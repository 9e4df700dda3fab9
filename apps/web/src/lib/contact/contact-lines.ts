import type * as z from 'zod/mini'
import type { contactLinesResponse } from '@connect/contract/rooms/content'
import bundled from './contact-lines.json'

export type ContactLines = z.infer<typeof contactLinesResponse>
export type ContactLine = ContactLines['items'][number]
export type ContactLineId = ContactLine['id']

/**
 * The phone lines, hours and mail address known when this was built. They are shown at once, and when the service
 * cannot be reached: that is when somebody needs a phone number most. A test holds them equal to the reference content.
 */
export const bundledContactLines = bundled as ContactLines
