import type { FastifyPluginAsync } from 'fastify'
import { ownReceiptsRoutes } from './own-receipts.routes.ts'
import { receiptVerificationRoutes } from './receipt-verification.routes.ts'
import type { Receipts } from './receipts.service.ts'

/** Receipts for whoever holds them, and for whoever wants to know whether they are real. */
export const receiptsRoutes: FastifyPluginAsync<{ readonly receipts: Receipts }> = async (
  app,
  { receipts },
) => {
  await app.register(ownReceiptsRoutes, receipts)
  await app.register(receiptVerificationRoutes, receipts)
}
