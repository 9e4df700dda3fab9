import { paramsAt, type RoomRoute } from '../lib/room-route.ts'
import { homeRoute } from '../rooms/content/home.route.ts'

/** Every page of the portal. Rooms are listed by hand. */
export const routes: readonly RoomRoute[] = [homeRoute]

/** The route of an address, if it has one. */
export function routeAt(address: string): RoomRoute | undefined {
  return routes.find((route) => paramsAt(route, address))
}
