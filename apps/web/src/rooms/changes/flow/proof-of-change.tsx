import { useId } from 'react'
import { visibleDocuments } from '@connect/contract/changes/change-details'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { documentLimits } from '@connect/contract/rooms/documents'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { ChangeDocuments } from '../../../lib/documents/change-documents.tsx'
import type { DocumentsNews } from '../../../lib/documents/document-place.ts'
import type { DraftKeeper } from '../draft/draft-keeper.ts'
import { indexOf, occurrenceOf, withChange } from '../draft/change-list.ts'
import { memberNameOf } from '../member-name.ts'
import { useChangeName } from '../use-change-names.ts'
import type { DraftOnPage } from './draft-page.tsx'
import { partOf } from './taking-out.ts'

interface ProofOfChangeProps {
  readonly draft: DraftOnPage
  readonly index: number
  readonly change: DraftChange
}

/** What helps to prove one change, with the files that were sent for it. */
export function ProofOfChange({ draft, index, change }: ProofOfChangeProps) {
  const language = useLanguage()
  const nameOf = useChangeName()
  const titleId = useId()
  const { keeper, kept, facts } = draft
  const { typeId, details = {}, documentIds = [], documentsLater = [] } = change
  const type = changeTypeOf(typeId)
  if (!type) return null
  const occurrence = occurrenceOf(kept.changes, index)
  const sent = kept.changes.reduce((count, each) => count + (each.documentIds?.length ?? 0), 0)
  return (
    <section className="proof">
      <h2 id={titleId}>{nameOf(kept.changes, index, memberNameOf(facts))}</h2>
      <ChangeDocuments
        under={titleId}
        place={{
          owner: kept.report.id,
          part: partOf(typeId, occurrence),
          documentIds,
          documents: kept.report.documents,
          room: Math.max(0, documentLimits.each - sent),
          onDocuments: (news) => {
            takeNews(keeper, typeId, occurrence, news)
          },
        }}
        asked={visibleDocuments(type, details).map(({ id, label }) => ({ id, label: label[language] }))}
        later={documentsLater}
        onLater={(kinds) => {
          keeper.update(withChange(index, (before) => ({ ...before, documentsLater: [...kinds] })))
        }}
      />
    </section>
  )
}

/** Keeps what came and went; the change may stand somewhere else by then, and what is gone is gone from all of them. */
function takeNews(
  keeper: DraftKeeper,
  typeId: string,
  occurrence: number,
  { attached, detached }: DocumentsNews,
): void {
  keeper.update((changes) => {
    const index = indexOf(changes, typeId, occurrence)
    const arrived = attached.map(({ id }) => id)
    return changes.map(({ documentIds = [], ...change }, at) => {
      const rest = documentIds.filter((id) => !detached.includes(id))
      const isHere = at === index
      return {
        ...change,
        documentIds: isHere ? [...rest, ...arrived.filter((id) => !rest.includes(id))] : rest,
      }
    })
  })
  // A file that has arrived is not left to a pause in typing.
  void keeper.flush()
}
