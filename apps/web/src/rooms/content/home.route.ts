import { paths } from '../../lib/paths.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { homeCopy } from './home.copy.ts'

export const homeRoute: RoomRoute = {
  path: paths.home,
  help: 'home',
  copy: [homeCopy],
  page: () => import('./pages/home.tsx').then((file) => file.HomePage),
}
