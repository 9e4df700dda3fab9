import type { ExportedCaseLink, ExportedLetter } from '@connect/contract/rooms/account-export'
import type { CaseNotice } from '@connect/contract/rooms/cases'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import { findOpenedLetters, type OpenedLetterRow } from './case-belongings.store.ts'
import { personOf } from './case-link.service.ts'
import { listLinks } from './case-link.store.ts'

/** More than any account has of either; it bounds what an answer can cost. */
const most = 10_000

/** What an account has to do with cases, for its owner to take along. */
export function createCaseBelongingsService({
  db,
  cipher,
}: {
  readonly db: Transaction
  readonly cipher: RecordCipher
}) {
  return {
    /** Newest first. What the agency says of somebody is told only where the account may see it now. */
    async of(
      accountId: string,
    ): Promise<{ readonly caseLinks: ExportedCaseLink[]; readonly openedLetters: ExportedLetter[] }> {
      const links = await listLinks(db, accountId, { before: null, limit: most })
      const letters = await findOpenedLetters(db, accountId, most)
      return {
        caseLinks: links.map((row) => ({
          linkedAt: row.linkedAt.toISOString(),
          confirmedAt: row.confirmedAt.toISOString(),
          held: row.held,
          person: personOf(row, cipher),
        })),
        openedLetters: letters.map((row) => ({
          openedAt: row.openedAt.toISOString(),
          letter: row.isReadable ? letterOf(row, cipher) : null,
        })),
      }
    },
  }
}

function letterOf(row: OpenedLetterRow, cipher: RecordCipher): ExportedLetter['letter'] {
  const title = cipher.open('case_notice', row.id, row).openText('title', row.title)
  return { title: JSON.parse(title) as CaseNotice['title'], issuedOn: row.issuedOn }
}

export type CaseBelongingsService = ReturnType<typeof createCaseBelongingsService>
