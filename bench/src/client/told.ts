import type { Answer } from './http-client.ts'

/** Headers in which any two answers differ. */
const ownHeaders = new Set(['date', 'x-request-id'])

/**
 * All that an answer tells beside the wait, but for the headers and the fields of the body that differ by right, such as
 * an id.
 */
export function told(
  { status, headers, text }: Answer,
  { ownBy = [], fields = ['instance'] }: { ownBy?: readonly string[]; fields?: readonly string[] } = {},
): string {
  const others = Object.entries(headers).filter(([name]) => !ownHeaders.has(name) && !ownBy.includes(name))
  const blank = Object.fromEntries(fields.map((field) => [field, '']))
  return JSON.stringify({ status, others, body: { ...(JSON.parse(text) as object), ...blank } })
}

/** In an order that is drawn. */
export function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
