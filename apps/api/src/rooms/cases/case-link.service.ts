import type { CaseLink, CaseLinks, OwnCaseLink } from '@connect/contract/rooms/case-links'
import type { PageQuery } from '@connect/contract/shared/page'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { unlessBroken } from '../../kernel/broken-seals.ts'
import { keepCaseDataOpen } from '../../kernel/case-hold.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { pageBy } from '../../kernel/paging.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit } from '../../kernel/unit-of-work.ts'
import { createAssociation, type AssociationDependencies, type Try } from './association.service.ts'
import {
  confirmLink,
  deleteLink,
  findLink,
  holdClientId,
  isLinkHeld,
  listLinks,
  type LinkRow,
  type OwnLinkRow,
} from './case-link.store.ts'
import { holdOwner } from './case-owner.store.ts'
import { settleClaim } from './case-review.store.ts'
import { openSummary } from './case-summary.ts'

/** Whose cases are whose: an account holds client IDs, and with them the cases that name them. */
export function createCaseLinkService(dependencies: AssociationDependencies) {
  const { db, commit, cipher, notices, recordAudit, onError } = dependencies
  const attempt = createAssociation(dependencies)

  return {
    /**
     * Gives a client ID to the account; one that it has already is confirmed, and answered as it is. Throws
     * `case_link.not_matched` for every kind of failure, `captcha.required`, and `session.required` for an account that is
     * gone.
     */
    link(inCommit: Commit, asked: Try): Promise<CaseLink> {
      const { accountId } = asked
      return attempt(
        asked,
        ({ holderId }) => holderId === null || holderId === accountId,
        ({ caseId, integratorId }, { subjects }, settle) =>
          inCommit((tx) =>
            settle(tx, async () => {
              if (!(await holdOwner(tx, accountId))) throw new Problem('session.required')
              const id = timeOrderedId()
              const held = { accountId, integratorId, client: subjects.client }
              const link = found(await holdClientId(tx, { id, ...held }))
              const isNew = link.id === id
              if (isNew) await notices.tellAccount(tx, accountId, 'case_linked')
              for (const reviewId of await settleClaim(tx, held))
                await recordAudit(tx, {
                  event: 'case_review.decided',
                  outcome: 'succeeded',
                  actorKind: 'system',
                  subjectId: reviewId,
                  requestId: asked.requestId,
                  details: { kind: 'second_claim', decision: 'transfer' },
                })
              const event = isNew ? 'case_link.created' : 'case_link.confirmed'
              await recordAudit(tx, { ...ownEvent(event, accountId, asked), details: { linkId: link.id } })
              return linkOf(link, caseId)
            }),
          ),
      )
    },

    /**
     * Opens case data again that were closed after a recovery. Throws `resource.not_found` for a link that is not one's
     * own, which counts nothing, `case_link.not_matched` as for linking, and `captcha.required`.
     */
    async confirm(id: string, asked: Try): Promise<CaseLink> {
      const { accountId } = asked
      if ((await findLink(db, { id, accountId })) === null) throw new Problem('resource.not_found')
      return attempt(
        asked,
        ({ linkId, holderId }) => linkId === id && holderId === accountId,
        ({ caseId }, _looked, settle) =>
          commit((tx) =>
            settle(tx, async () => {
              const link = found(await confirmLink(tx, { id, accountId }))
              await recordAudit(tx, {
                ...ownEvent('case_link.confirmed', accountId, asked),
                details: { linkId: id },
              })
              return linkOf(link, caseId)
            }),
          ),
      )
    },

    /** One's own associations, newest first. */
    list({ accountId }: SignedIn, query: PageQuery): Promise<CaseLinks> {
      return pageBy(
        query,
        (stretch) => listLinks(db, accountId, stretch),
        (row) => ownLinkOf(row, cipher, onError),
      )
    },

    /**
     * Removes an association; the client ID is free again. Throws `resource.not_found` for one that is not one's own, and
     * `case.held` after a recovery: what closes somebody's reports is not taken away by whoever recovered the account.
     */
    async remove({ accountId }: SignedIn, id: string, context: RequestContext): Promise<void> {
      await commit(async (tx) => {
        if (await isLinkHeld(tx, { id, accountId })) throw new Problem('case.held')
        await keepCaseDataOpen(tx, accountId)
        if (!(await deleteLink(tx, { id, accountId }))) throw new Problem('resource.not_found')
        await recordAudit(tx, {
          ...ownEvent('case_link.removed', accountId, context),
          details: { linkId: id },
        })
      })
    },
  }
}

/** Somebody else was faster. */
function found(link: LinkRow | null): LinkRow {
  if (link === null) throw new Problem('case_link.not_matched')
  return link
}

function linkOf({ id, linkedAt }: LinkRow, caseId: string): CaseLink {
  return { id, caseId, linkedAt: linkedAt.toISOString() }
}

function ownLinkOf(row: OwnLinkRow, cipher: RecordCipher, onBroken: (error: unknown) => void): OwnCaseLink {
  const { id, linkedAt, held, caseIds } = row
  const [caseId = null, ...otherCaseIds] = caseIds
  return {
    id,
    caseId,
    otherCaseIds,
    linkedAt: linkedAt.toISOString(),
    held,
    person: unlessBroken(() => personOf(row, cipher), onBroken),
  }
}

/** Who somebody is, as the case names them; null while case data stay closed, and where no case names them. */
export function personOf(row: OwnLinkRow, cipher: RecordCipher): OwnCaseLink['person'] {
  const { held, caseIds, memberId, summary, dataKey, dataKeyVersion } = row
  const [caseId] = caseIds
  if (held || caseId === undefined) return null
  if (summary === null || dataKey === null || dataKeyVersion === null) return null
  const { members } = openSummary(cipher, { id: caseId, dataKey, dataKeyVersion, summary })
  const member = members.find((each) => each.memberId === memberId)
  return member ? { firstName: member.firstName, lastName: member.lastName } : null
}

export type CaseLinkService = ReturnType<typeof createCaseLinkService>
