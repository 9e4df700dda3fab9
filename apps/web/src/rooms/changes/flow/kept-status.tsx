import { useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { usePlace } from '../../../lib/navigation/navigation.tsx'
import { useIssueWords, useProblemWords } from '../../../lib/problem-words.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { KeptDraft } from '../draft/draft-keeper.ts'
import { marksAt } from '../draft/marks.ts'
import { flowCopy } from '../flow-copy.ts'
import { isAboutProof, whereToMend } from './review.ts'
import type { StepState } from './steps.ts'

/**
 * Whether what was typed is saved. It is read out once when the first answer is, and when something keeps it from being
 * saved: not at every pause of whoever types.
 */
export function KeptStatus({ kept }: { readonly kept: KeptDraft }) {
  const translate = useCopy(flowCopy)
  const problemWords = useProblemWords()
  const issueWords = useIssueWords()
  const { pathname } = usePlace()
  const { keeping, refusal, report, changes, marks } = kept
  const isWell = keeping === 'saved' || keeping === 'saving'
  // Nothing was typed on this page while it is the draft with which it was opened.
  const [opened] = useState(kept.changes)
  const told = kept.changes !== opened
  const marked = changes.findIndex((_, index) => marksAt(marks, changes, index).length > 0)
  const found = marksAt(marks, changes, marked)
  const aboutProof = found.find(isAboutProof)
  const mend = marked === -1 ? pathname : whereToMend(report.id, marked, found)
  const back: StepState = { fromReview: true }
  const trouble =
    keeping === 'waiting'
      ? translate('changes.kept.waiting')
      : keeping === 'refused'
        ? translate('changes.kept.refused', {
            reason: aboutProof ? issueWords(aboutProof) : problemWords(refusal ?? { code: 'unknown' }),
          })
        : keeping === 'stale' || keeping === 'gone' || keeping === 'sentWithout'
          ? translate(`changes.kept.${keeping}`)
          : ''
  return (
    <>
      <p className={isWell ? 'kept' : 'kept kept-trouble'} aria-hidden={isWell}>
        <Icon name={isWell ? (keeping === 'saved' ? 'check' : 'circle') : 'warning'} size={20} />
        <span>
          {isWell ? translate(`changes.kept.${keeping}`) : trouble}{' '}
          {keeping === 'refused' && mend !== pathname && (
            <Link to={mend} state={back}>
              {translate('changes.kept.mend')}
            </Link>
          )}
        </span>
      </p>
      <p role="status" className="visually-hidden">
        {isWell ? told && keeping === 'saved' && translate('changes.kept.told') : trouble}
      </p>
    </>
  )
}
