import * as z from 'zod/mini'

/** Languages that the portal speaks, as BCP 47 tags; the first is the default. */
export const locales = ['en', 'es'] as const
export const locale = z.enum(locales)
export type Locale = z.infer<typeof locale>

/** A text for people, by BCP 47 tag. */
export const localizedText = z.strictObject({ en: z.string(), es: z.string() })
export type LocalizedText = z.infer<typeof localizedText>
