import { useState, type ReactNode } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { useFormErrors } from '../../../lib/form-errors.tsx'

/** What is wrong with dates, from the moment on which one leaves their fields. */
interface LeftDates {
  /** What stands beside the date. */
  readonly errorOf: (name: string) => ReactNode
  /** All of it, for those who do not see the page. */
  readonly news: string
  readonly leave: (name: string) => void
  /** Somebody types again what begins with this name: nothing is said of it meanwhile. */
  readonly enter: (name: string) => void
}

/** Says of dates that were typed what the rules find in them, and nothing of those that are empty. */
export function useLeftDates(
  findIssues: () => readonly RequestIssue[],
  labels: Readonly<Record<string, string>>,
  ownWords: (issue: RequestIssue) => string | undefined,
): LeftDates {
  const [left, setLeft] = useState<readonly string[]>([])
  const isLeft = ({ pointer, code }: RequestIssue) =>
    code !== 'field.required' && left.includes(pointer.slice(1).replaceAll('/', '.'))
  const issues = left.length > 0 ? findIssues().filter(isLeft) : []
  const { errorOf, summary } = useFormErrors(issues, labels, ownWords)
  return {
    errorOf,
    news: summary.map(({ text }) => text).join(' '),
    leave: (name) => {
      setLeft((before) => [...new Set([...before, name])])
    },
    enter: (name) => {
      setLeft((before) => before.filter((other) => !other.startsWith(name)))
    },
  }
}
