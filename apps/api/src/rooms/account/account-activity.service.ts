import type { ActivityEvent, ActivityItem } from '@connect/contract/rooms/account-profile'
import type { PageQuery } from '@connect/contract/shared/page'
import type { RequestContext } from '../../kernel/actor.ts'
import type { AuditEventName } from '../../kernel/audit/audit-event.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import { placeSeenFrom } from '../../kernel/network.ts'
import { pageBy, type Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import { findActivity, type ActivityRow } from './account-activity.store.ts'

/** What owners are shown of the audit, and under which name; the rest is of no account, or no news to its owner. */
const shown: Readonly<Partial<Record<AuditEventName, ActivityEvent>>> = {
  'account.created': 'account_created',
  'account.profile_changed': 'profile_changed',
  'account.email_change_requested': 'email_change_requested',
  'account.email_confirmed': 'email_confirmed',
  'account.password_changed': 'password_changed',
  'account.secret_questions_changed': 'secret_questions_changed',
  'account.change_refused': 'change_refused',
  'account.exported': 'exported',
  'account.deletion_requested': 'deletion_requested',
  'account.deletion_cancelled': 'deletion_cancelled',
  'case_link.created': 'case_linked',
  'case_link.refused': 'case_link_refused',
  'case_link.confirmed': 'case_link_confirmed',
  'case_link.removed': 'case_link_removed',
  'account.unlocked': 'sign_in_unlocked',
  'session.started': 'signed_in',
  'session.refused': 'sign_in_refused',
  'session.ended': 'signed_out',
  'session.revoked': 'signed_out_elsewhere',
  'recovery.started': 'recovery_started',
  'recovery.answered': 'recovery_answered',
  'recovery.refused': 'recovery_refused',
  'recovery.completed': 'password_recovered',
  'recovery.user_id_reminded': 'user_id_reminded',
}

const names: ReadonlyMap<string, ActivityEvent> = new Map(Object.entries(shown))

export interface AccountActivityDependencies {
  readonly db: Transaction
  readonly lookup: Lookup
}

/** What happened to an account: when, what, with which device, and from this network or another. */
export function createAccountActivityService({ db, lookup }: AccountActivityDependencies) {
  async function read(
    accountId: string,
    { address }: RequestContext,
    stretch: Stretch,
  ): Promise<ActivityItem[]> {
    const placeOf = placeSeenFrom(lookup, address)
    const rows = await findActivity(db, { accountId, events: [...names.keys()], ...stretch })
    return rows.flatMap((row) => itemOf(row, placeOf))
  }

  return {
    /** One page, newest first. */
    list: (accountId: string, query: PageQuery, context: RequestContext) =>
      pageBy(
        query,
        (stretch) => read(accountId, context, stretch),
        (item) => item,
      ),

    /** The newest so many. */
    newest: (accountId: string, context: RequestContext, limit: number): Promise<ActivityItem[]> =>
      read(accountId, context, { limit, before: null }),
  }
}

function itemOf(
  { id, occurredAt, event, device, network }: ActivityRow,
  placeOf: ReturnType<typeof placeSeenFrom>,
): ActivityItem[] {
  const name = names.get(event)
  if (name === undefined) return []
  const place = placeOf(network === null ? null : Buffer.from(network, 'base64url'))
  return [{ id, occurredAt: occurredAt.toISOString(), event: name, device, place }]
}

export type AccountActivityService = ReturnType<typeof createAccountActivityService>
