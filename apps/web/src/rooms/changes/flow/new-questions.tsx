import { useEffect, useRef, useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { flowCopy } from '../flow-copy.ts'

/** Reads out which questions an answer has brought: they appear further down, where nobody may look. */
export function NewQuestions({ labels }: { readonly labels: readonly string[] }) {
  const translate = useCopy(flowCopy)
  const before = useRef(labels)
  const [added, setAdded] = useState<readonly string[]>([])
  const all = labels.join('\n')
  useEffect(() => {
    const now = all.split('\n')
    const isAnswer = now.length !== before.current.length
    if (isAnswer) setAdded(now.filter((label) => !before.current.includes(label)))
    before.current = now
  }, [all])
  return (
    <p role="status" className="visually-hidden">
      {added.length > 0 &&
        translate('changes.new_questions', { count: added.length, questions: added.join(' ') })}
    </p>
  )
}
