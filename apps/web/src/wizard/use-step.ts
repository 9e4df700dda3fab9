import { useEffect, useState, useSyncExternalStore, type SyntheticEvent } from 'react'
import { usePlace, useNavigate } from '../lib/navigation/navigation.tsx'
import { answerStep } from '@connect/contract/flows/draft'
import { issuesOfStep, progress } from '@connect/contract/flows/flow'
import type { RequestIssue } from '@connect/contract/shared/issues'
import {
  asksSecretsAgain,
  destinationAfter,
  detourFrom,
  pathBack,
  stepNamed,
  type Destination,
  type StepState,
  type Wizard,
} from './wizard.ts'

/** What a page of one step works with. */
export interface Step<Draft extends object> {
  readonly draft: Draft
  /** Takes what is typed, at every key. Nothing is judged yet. */
  readonly answer: (answers: Partial<Draft>) => void
  /** The broken rules that the person has been told of. */
  readonly issues: readonly RequestIssue[]
  /** Stops telling of a field, because a press of a button has mended it. */
  readonly forgive: (pointer: string) => void
  /** Counts the tries, so that focus goes to the errors each time. */
  readonly attempt: number
  readonly busy: boolean
  readonly submit: (event: SyntheticEvent) => void
  readonly position: { readonly position: number; readonly count: number }
  readonly pathBack: string | null
  /** Why this step is shown although another page was asked for, if so. */
  readonly notice: 'skipped' | 'secrets' | undefined
  /** Where somebody is sent who came here before the time; null when they may stay. */
  readonly detour: Destination | null
  readonly leave: () => void
  readonly mayHaveArrived: () => boolean
}

interface StepRules<Draft extends object> {
  /** Rules beyond the flow's own, such as one that brings a long list and is fetched when needed. */
  readonly alsoCheck?: (draft: Draft) => Promise<readonly RequestIssue[]>
}

/** One step of a wizard: its draft, its errors, and the ways in and out. */
export function useStep<Draft extends object, Name extends string>(
  wizard: Wizard<Draft, Name>,
  name: Name,
  { alsoCheck }: StepRules<Draft> = {},
): Step<Draft> {
  const { drafts, flow } = wizard
  const navigate = useNavigate()
  const state = useStepState()
  const draft = useSyncExternalStore(drafts.subscribe, drafts.get)
  // Asked once, when the page opens: clearing the draft on the way out must not send anybody back in.
  const [detour] = useState(() => detourFrom(wizard, name))
  const [asksAgain] = useState(() => asksSecretsAgain(wizard, stepNamed(flow, name)))
  const [issues, setIssues] = useState<readonly RequestIssue[]>(() => wizard.found.get(name) ?? [])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    wizard.found.delete(name)
  }, [wizard, name])

  const step = stepNamed(flow, name)

  const check = async () => {
    const own = issuesOfStep(step, drafts.get())
    const further = (await alsoCheck?.(drafts.get())) ?? []
    return [...own, ...further]
  }

  return {
    draft,
    answer: (answers) => {
      drafts.set(answerStep(step, drafts.get(), answers))
    },
    issues,
    forgive: (pointer) => {
      setIssues(issues.filter((issue) => issue.pointer !== pointer))
    },
    attempt,
    busy,
    submit: (event) => {
      event.preventDefault()
      if (busy) return
      setBusy(true)
      void check().then((found) => {
        setBusy(false)
        setIssues(found)
        setAttempt((count) => count + 1)
        if (found.length > 0) return
        const next = destinationAfter(wizard, name, state)
        navigate(next.path, { state: next.state })
      })
    },
    position: progress(flow, draft, name),
    pathBack: pathBack(wizard, name, state),
    notice: asksAgain ? 'secrets' : state.detour,
    detour,
    leave: wizard.leave,
    mayHaveArrived: wizard.mayHaveArrived,
  }
}

/** What the page before has told this one. */
function useStepState(): StepState {
  const state: unknown = usePlace().state
  return typeof state === 'object' && state !== null ? state : {}
}
