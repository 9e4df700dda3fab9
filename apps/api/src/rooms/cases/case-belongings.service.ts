import type { ExportedCaseLink, ExportedLetter } from '@connect/contract/rooms/account-export'
import type { CaseNotice } from '@connect/contract/rooms/cases'
import { unlessBroken } from '../../kernel/broken-seals.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import { findOpenedLetters, type OpenedLetterRow } from './case-belongings.store.ts'
import { personOf } from './case-link.service.ts'
import { listLinks } from './case-link.store.ts'

/** More than any account has of either; it bounds what an answer can cost. */
const most = 10_000

interface CaseBelongings {
  readonly caseLinks: ExportedCaseLink[]
  readonly openedLetters: ExportedLetter[]
  readonly unreadable: Readonly<Record<'caseLinks' | 'openedLetters', number>>
}

/** What an account has to do with cases, for its owner to take along. */
export function createCaseBelongingsService({
  db,
  cipher,
  onError,
}: {
  readonly db: Transaction
  readonly cipher: RecordCipher
  /** Told of what does not open. */
  readonly onError: (error: unknown) => void
}) {
  return {
    /**
     * Newest first. What the agency says of somebody is told only where the account may see it now, and where it opens:
     * `unreadable` counts of how many it does not.
     */
    async of(accountId: string): Promise<CaseBelongings> {
      const unreadable = { caseLinks: 0, openedLetters: 0 }
      const countBroken = (part: keyof typeof unreadable) => (error: unknown) => {
        unreadable[part] += 1
        onError(error)
      }
      const links = await listLinks(db, accountId, { before: null, limit: most })
      const letters = await findOpenedLetters(db, accountId, most)
      return {
        caseLinks: links.map((row) => ({
          linkedAt: row.linkedAt.toISOString(),
          confirmedAt: row.confirmedAt.toISOString(),
          held: row.held,
          person: unlessBroken(() => personOf(row, cipher), countBroken('caseLinks')),
        })),
        openedLetters: letters.map((row) => ({
          openedAt: row.openedAt.toISOString(),
          letter: row.isReadable
            ? unlessBroken(() => letterOf(row, cipher), countBroken('openedLetters'))
            : null,
        })),
        unreadable,
      }
    },
  }
}

function letterOf(row: OpenedLetterRow, cipher: RecordCipher): ExportedLetter['letter'] {
  const title = cipher.open('case_notice', row.id, row).openText('title', row.title)
  return { title: JSON.parse(title) as CaseNotice['title'], issuedOn: row.issuedOn }
}

export type CaseBelongingsService = ReturnType<typeof createCaseBelongingsService>
