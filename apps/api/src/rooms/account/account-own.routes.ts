import type { FastifyPluginAsync } from 'fastify'
import type { OwnAccount } from './account-own.service.ts'
import { accountProfileRoutes } from './account-profile.routes.ts'

/** What owners do with their account. */
export const ownAccountRoutes: FastifyPluginAsync<{ readonly ownAccount: OwnAccount }> = async (
  app,
  { ownAccount },
) => {
  await app.register(accountProfileRoutes, ownAccount)
}
