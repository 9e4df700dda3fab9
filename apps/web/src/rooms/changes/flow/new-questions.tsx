import { useEffect, useRef, useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { flowCopy } from '../flow-copy.ts'
import { newIn, type AskedQuestion } from './asked-questions.ts'

/** Reads out which questions an answer has brought: they appear further down, where nobody may look. */
export function NewQuestions({ asked }: { readonly asked: readonly AskedQuestion[] }) {
  const translate = useCopy(flowCopy)
  const before = useRef(asked)
  const [added, setAdded] = useState<readonly string[]>([])
  useEffect(() => {
    const { labels, isAnother } = newIn(before.current, asked)
    if (isAnother) setAdded(labels)
    before.current = asked
  }, [asked])
  return (
    <p role="status" className="visually-hidden">
      {added.length > 0 &&
        translate('changes.new_questions', { count: added.length, questions: added.join(' ') })}
    </p>
  )
}
