import * as z from 'zod/mini'
import { instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { pageOf } from '../shared/page.ts'
import { refusalReasons } from './documents.ts'

/** What the portal tells the owner of an account; each has an e-mail of the same name. */
export const messageKinds = [
  'password_changed',
  'password_recovered',
  'secret_questions_changed',
  'email_changed',
  'deletion_requested',
  'deletion_cancelled',
  'case_linked',
  'client_id_claimed',
  'case_link_moved',
  'report_received',
  'report_entered',
  /** What came besides a report of changes: documents, or words alone that answer the agency. */
  'documents_received',
  'report_in_review',
  'report_needs_information',
  'report_processed',
  'report_declined',
  'report_withdrawn',
  'document_refused',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** What a message is about beside the account itself: a report, or a file that was refused and why. */
const messageAbout = z.strictObject({
  reportId: z.nullable(id),
  documentId: z.nullable(id),
  reason: z.nullable(z.enum(refusalReasons)),
})
export type MessageAbout = z.infer<typeof messageAbout>

/** A message to the owner: what happened, as a code, and when. */
export const accountMessage = z.strictObject({
  id,
  kind: z.enum(messageKinds),
  about: messageAbout,
  createdAt: instant,
  readAt: z.nullable(instant),
})
export type AccountMessage = z.infer<typeof accountMessage>

/** `GET /account/messages`; `unread` counts all there are, not those of the page. */
export const accountMessagesResponse = z.strictObject({
  ...pageOf(accountMessage).shape,
  unread: z.number(),
})
export type AccountMessages = z.infer<typeof accountMessagesResponse>

/** `PATCH /account/messages/{id}`: the read mark, set or taken away. */
export const accountMessageParams = z.strictObject({ id })
export const markMessageRequest = z.strictObject({ read: z.boolean() })
