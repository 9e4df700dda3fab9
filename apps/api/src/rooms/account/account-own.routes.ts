import type { FastifyPluginAsync } from 'fastify'
import { accountActivityRoutes } from './account-activity.routes.ts'
import { accountCredentialsRoutes } from './account-credentials.routes.ts'
import { accountDeletionRoutes } from './account-deletion.routes.ts'
import type { OwnAccount } from './account-own.service.ts'
import { accountExportRoutes } from './account-export.routes.ts'
import { accountProfileRoutes } from './account-profile.routes.ts'

/** What owners do with their account. */
export const ownAccountRoutes: FastifyPluginAsync<{ readonly ownAccount: OwnAccount }> = async (
  app,
  { ownAccount },
) => {
  await app.register(accountProfileRoutes, ownAccount)
  await app.register(accountCredentialsRoutes, ownAccount)
  await app.register(accountActivityRoutes, ownAccount)
  await app.register(accountExportRoutes, ownAccount)
  await app.register(accountDeletionRoutes, ownAccount)
}
