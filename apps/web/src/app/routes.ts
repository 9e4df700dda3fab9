import { paths } from '../lib/paths.ts'
import { paramsAt, type RoomRoute } from '../lib/room-route.ts'
import { accountRoutes } from '../rooms/account/account.routes.ts'
import { profileRoutes } from '../rooms/account/profile/profile.routes.ts'
import { messagesRoutes } from '../rooms/account/messages/messages.routes.ts'
import { casesRoutes } from '../rooms/cases/cases.routes.ts'
import { changesRoutes } from '../rooms/changes/changes.routes.ts'
import { reportsRoutes } from '../rooms/changes/reports/reports.routes.ts'
import { contentRoutes } from '../rooms/content/content.routes.ts'
import { homeRoute } from '../rooms/content/home.route.ts'
import { demoRoutes } from '../rooms/demo/demo.routes.ts'
import { receiptsRoutes } from '../rooms/receipts/receipts.routes.ts'
import { recoveryRoutes } from '../rooms/recovery/recovery.routes.ts'
import { outboxRoutes } from '../rooms/outbox/outbox.routes.ts'
import { sessionRoutes } from '../rooms/session/session.routes.ts'

/** Every page of the portal. Rooms are listed by hand. */
export const routes: readonly RoomRoute[] = [
  homeRoute,
  ...contentRoutes,
  ...accountRoutes,
  ...profileRoutes,
  ...messagesRoutes,
  ...sessionRoutes,
  ...casesRoutes,
  ...changesRoutes,
  ...reportsRoutes,
  ...receiptsRoutes,
  ...outboxRoutes,
  ...demoRoutes,
  ...recoveryRoutes,
]

/** Addresses that people make of longer ones by hand, and where they lead. */
const shortened: Readonly<Record<string, string>> = { '/create-account': paths.createAccount.name }

/** The whole of an address that somebody may have shortened; undefined when it stands for itself. */
export function wholeAddress(address: string): string | undefined {
  return shortened[address.replace(/\/$/, '')]
}

/** The route of an address, if it has one. */
export function routeAt(address: string): RoomRoute | undefined {
  return routes.find((route) => paramsAt(route, address))
}
