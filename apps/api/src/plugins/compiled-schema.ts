import * as core from 'zod/v4/core'

/**
 * The same schema, whose objects look at their fields by code that is compiled for their shape: zod/mini leaves that out
 * for the sake of browsers, and an answer of many parts takes three times as long without. What may hold no object stays
 * as it is.
 */
export function compiledSchema(schema: core.$ZodType): core.$ZodType {
  const { def } = (schema as core.$ZodTypes)._zod
  if (def.type === 'object') {
    const fields = Object.entries(def.shape).map(([name, field]) => [name, compiledSchema(field)])
    return new core.$ZodObjectJIT({ ...def, shape: Object.fromEntries(fields) as core.$ZodShape })
  }
  if (def.type === 'array') return new core.$ZodArray({ ...def, element: compiledSchema(def.element) })
  if (def.type === 'nullable')
    return new core.$ZodNullable({ ...def, innerType: compiledSchema(def.innerType) })
  return schema
}
