import { defineCopy } from '../../lib/copy/define-copy.ts'
import { paths } from '../../lib/paths.ts'
import type { RoomRoute } from '../../lib/room-route.ts'

/** The words of the home page; apart from the rest of the room, because everybody waits for these. */
export const homeCopy = defineCopy({
  en: () => import('./copy/home/en.json'),
  es: () => import('./copy/home/es.json'),
})

export const homeRoute: RoomRoute = {
  path: paths.home,
  help: 'home',
  copy: [homeCopy],
  page: () => import('./pages/home.tsx').then((file) => file.HomePage),
}
