import { feedbackRequest, type FeedbackRequest } from '@connect/contract/rooms/content'
import { checkEmail } from '@connect/contract/shared/person'
import { issuesAt, type RequestIssue } from '@connect/contract/shared/issues'
import type { Locale } from '@connect/contract/shared/text'
import { draftPrefix } from '../../../lib/drafts.ts'
import { paths } from '../../../lib/paths.ts'

/** What somebody has typed into the feedback form so far. */
export interface FeedbackDraft {
  /** Empty until one is chosen. */
  readonly topic: FeedbackRequest['topic'] | ''
  readonly message: string
  readonly email: string
  /** The page that it is about. */
  readonly page: string
  /** Whose it is; undefined for what was typed by somebody who was not signed in. */
  readonly accountId: string | undefined
}

export const topics = feedbackRequest.shape.topic.options

/** How long a message may be, in characters. */
export const longestMessage = 4000

const storageKey = `${draftPrefix}feedback`
const noDraft: FeedbackDraft = {
  topic: '',
  message: '',
  email: '',
  page: paths.feedback,
  accountId: undefined,
}

/**
 * What was typed in this tab and not sent yet; it outlives a reload and a look at another page. What somebody typed who was
 * signed in is shown to nobody else, also when their session has ended without their signing out; what was typed before
 * signing in becomes theirs.
 */
export function readDraft(
  accountId: string | undefined,
  storage: () => Storage = () => sessionStorage,
): FeedbackDraft {
  const draft = storedDraft(storage)
  const isOwn = draft.accountId === undefined || draft.accountId === accountId
  const own = { ...(isOwn ? draft : noDraft), accountId }
  if (accountId !== draft.accountId && accountId !== undefined) writeDraft(isOwn ? own : undefined, storage)
  return own
}

function storedDraft(storage: () => Storage): FeedbackDraft {
  try {
    const stored: unknown = JSON.parse(storage().getItem(storageKey) ?? 'null')
    return typeof stored === 'object' ? { ...noDraft, ...stored } : noDraft
  } catch {
    // Private windows and strict settings refuse storage; the form works without it.
    return noDraft
  }
}

/** Keeps what is typed in this tab; undefined forgets it. */
export function writeDraft(
  draft: FeedbackDraft | undefined,
  storage: () => Storage = () => sessionStorage,
): void {
  try {
    if (draft === undefined) storage().removeItem(storageKey)
    else storage().setItem(storageKey, JSON.stringify(draft))
  } catch {
    // See above.
  }
}

/** Everything that keeps a draft from being sent, as the service would say it; and that a message of spaces is none. */
export function checkDraft({ topic, message, email }: FeedbackDraft): RequestIssue[] {
  const length = message.trim().length
  return [
    ...(topic === '' ? [{ pointer: '/topic', code: 'field.required' }] : []),
    ...(length === 0 ? [{ pointer: '/message', code: 'field.required' }] : []),
    ...(length > longestMessage
      ? [{ pointer: '/message', code: 'text.too_big', params: { max: longestMessage } }]
      : []),
    ...(email.trim() === '' ? [] : issuesAt('/email', checkEmail(email.trim()))),
  ]
}

/** The request of a draft that `checkDraft` finds nothing wrong with. */
export function toFeedbackRequest(
  { topic, message, email, page }: FeedbackDraft,
  locale: Locale,
): FeedbackRequest {
  const address = email.trim()
  return {
    topic: topic === '' ? 'other' : topic,
    message: message.trim(),
    ...(address !== '' && { email: address }),
    page: reportedPage(page),
    locale,
  }
}

/** A path that the service takes; of others, such as one with a code in it, the first part. */
export function reportedPage(page: string): string {
  const takes = (path: string) => feedbackRequest.shape.page.safeParse(path).success
  if (takes(page)) return page
  const part = `/${page.split('/')[1] ?? ''}`
  return takes(part) ? part : '/'
}
