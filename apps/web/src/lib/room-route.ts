import type { ComponentType } from 'react'
import type { AnyCopy } from './copy/define-copy.ts'
import { copyIsReady } from './copy/language.ts'

/** One page of a room: where it is, which help page is its own, and how its code and words are fetched. */
export interface RoomRoute {
  /** A path, in which a part such as `:page` stands for any one segment. */
  readonly path: string
  /** The name of its page in Page Help, for `helpPath`. No two routes share one. */
  readonly help: string
  /** The words that it needs beside the shared ones. */
  readonly copy: readonly AnyCopy[]
  readonly page: () => Promise<ComponentType>
  /** What the page shows first, fetched beside it. Where that takes long, the page opens and waits for it by itself. */
  readonly data?: () => Promise<unknown>
}

/** How long, in milliseconds, a page waits to open for what it shows first: so it seldom has to move what is read. */
const dataPatience = 1000

/**
 * How long, in milliseconds, the second try waits, and how long its failure stands: who draws asks again at once, and
 * would ask a service in need without end.
 */
const pause = 1000

const opening = new Map<RoomRoute, Promise<ComponentType>>()
const opened = new Map<RoomRoute, ComponentType>()

/** Fetches a page's code and its words in the language in use, side by side, and once more where that fails. */
export function openRoute(
  route: RoomRoute,
  language?: Parameters<typeof copyIsReady>[1],
): Promise<ComponentType> {
  const known = opening.get(route)
  if (known) return known
  const fetchAll = () => Promise.all([route.page(), copyIsReady(route.copy, language), dataInTime(route)])
  const secondTry = () => new Promise((resolve) => setTimeout(resolve, pause)).then(fetchAll)
  const promise = fetchAll()
    .catch(secondTry)
    .then(
      ([page]) => {
        opened.set(route, page)
        return page
      },
      (error: unknown) => {
        setTimeout(() => opening.delete(route), pause)
        throw error
      },
    )
  opening.set(route, promise)
  return promise
}

async function dataInTime({ data }: RoomRoute): Promise<void> {
  if (!data) return
  const late = new Promise((resolve) => setTimeout(resolve, dataPatience))
  await Promise.race([data().catch(() => undefined), late])
}

/** The page of a route that was opened before; undefined when it has still to be fetched. */
export function openedPage(route: RoomRoute): ComponentType | undefined {
  return opened.get(route)
}

/** What stands in an address for the `:name` parts of a route's path; undefined when it is not one of the route's. */
export function paramsAt(
  route: Pick<RoomRoute, 'path'>,
  address: string,
): Record<string, string> | undefined {
  const wanted = route.path.split('/')
  const given = address.replace(/(?<=.)\/$/, '').split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = value
    else if (part !== value) return undefined
  }
  return params
}
