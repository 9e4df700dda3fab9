import {
  receiptKeysResponse,
  verificationRequest,
  verificationResponse,
} from '@connect/contract/rooms/receipts'
import type { FastifySchemaCompiler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { Problem } from '../../kernel/problem.ts'
import type { AddressLimit } from '../../kernel/rate-limit.ts'
import type { ReceiptKeysService } from './receipt-keys.service.ts'
import type { ReceiptVerificationService } from './receipt-verification.service.ts'

const json = 'application/json'
const pdf = 'application/pdf'

/** In bytes: more than the largest receipt there can be. */
const largest = 1024 * 1024

/** Enough to check a stack of them; each costs next to nothing. */
const limit: AddressLimit = { name: 'receipt-verification', max: 60, windowSeconds: 60 }

export const receiptVerificationRoutes: FastifyPluginAsyncZod<{
  readonly keys: ReceiptKeysService
  readonly verification: ReceiptVerificationService
}> = async (app, { keys, verification }) => {
  // Bytes are what was signed, so nothing reads them before they are judged.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser([json, pdf], { parseAs: 'buffer' }, (_request, body, parsed) => {
    parsed(null, body)
  })

  const checkedPart = app.validatorCompiler as FastifySchemaCompiler<unknown>

  app.route({
    method: 'GET',
    url: '/receipts/keys',
    config: { operationId: 'listReceiptKeys', access: 'public', audit: 'none' },
    schema: {
      tags: ['receipts'],
      summary: 'Public keys of receipts',
      description:
        'Newest first, past ones included: what was signed with them stays genuine. A receipt is signed with Ed25519 (RFC 8032) over its JSON without `signature`, in the one form of RFC 8785.',
      response: { 200: receiptKeysResponse },
    },
    handler: () => keys.list(),
  })

  app.route({
    method: 'POST',
    url: '/receipts/verification',
    bodyLimit: largest,
    // The schema tells what may come; whatever comes is judged, and none of it is refused.
    validatorCompiler: (part) =>
      part.httpPart === 'body' ? (bytes: unknown) => ({ value: bytes }) : checkedPart(part),
    config: {
      operationId: 'verifyReceipt',
      access: 'public',
      audit: 'none',
      limit,
      problems: ['limit.rate', 'request.too_large'],
    },
    schema: {
      tags: ['receipts'],
      summary: 'Whether a receipt is genuine',
      description:
        'Takes a receipt as it was given, its JSON or its PDF, or as `{code}` what its QR code holds behind the `#`. Anything else is `not_a_receipt`. One of which a byte was changed is never `genuine`: it is `changed`, or `unknown_key` where the byte stood in the id of its key, or `not_a_receipt` where it stood in what tells a receipt from other files, such as `signature.algorithm`. Answers name nobody, whatever stood in the receipt. Up to 1 MiB.',
      body: {
        content: { [json]: { schema: verificationRequest }, [pdf]: { schema: z.file() } },
      },
      response: { 200: verificationResponse },
    },
    handler: (request) => {
      const bytes: unknown = request.body
      if (!Buffer.isBuffer(bytes)) throw new Problem('request.not_json')
      const isDocument = request.headers['content-type']?.toLowerCase().startsWith(pdf) === true
      return isDocument ? verification.ofDocument(bytes) : verification.ofJson(bytes)
    },
  })
}
