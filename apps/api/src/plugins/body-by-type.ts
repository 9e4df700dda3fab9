import type { SwaggerTransform } from '@fastify/swagger'
import * as z from 'zod/mini'

const bodyByType = z.object({
  body: z.object({
    content: z.record(
      z.string(),
      z.object({ schema: z.custom((schema) => schema instanceof z.core.$ZodType) }),
    ),
  }),
})

/** Describes bodies that may come in several media types, which the transform knows of answers only. */
export function withBodyByType(transform: SwaggerTransform): SwaggerTransform {
  return (document) => {
    const { data: declared } = bodyByType.safeParse(document.schema)
    if (declared === undefined) return transform(document)
    const described = (body: unknown) => transform({ ...document, schema: { ...document.schema, body } })
    const content = Object.entries(declared.body.content).map(([type, { schema }]) => [
      type,
      { schema: described(schema).schema.body },
    ])
    const { url, schema } = described(undefined)
    return { url, schema: { ...schema, body: { content: Object.fromEntries(content) as unknown } } }
  }
}
