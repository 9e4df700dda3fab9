import './wizard.css'
import type { ReactNode } from 'react'
import { Link } from '../lib/navigation/link.tsx'
import { useCopy } from '../lib/copy/use-copy.tsx'
import type { StepState } from './wizard.ts'
import { wizardCopy } from './wizard-copy.ts'

interface AnswerProps {
  /** What was asked. */
  readonly label: string
  /** The page that asks it; undefined where it is not to be changed. */
  readonly path?: string
  readonly children: ReactNode
}

/** What was answered, and the way to change it. Stands in an `AnswerList`. */
export function Answer({ label, path, children }: AnswerProps) {
  const translate = useCopy(wizardCopy)
  const state: StepState = { fromReview: true }
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
      {path !== undefined && (
        <dd className="answer-change">
          <Link to={path} state={state}>
            {translate('wizard.change')}
            <span className="visually-hidden">: {label}</span>
          </Link>
        </dd>
      )}
    </div>
  )
}

/** Every answer, before it is sent. */
export function AnswerList({ children }: { readonly children: ReactNode }) {
  return <dl className="answer-list">{children}</dl>
}
