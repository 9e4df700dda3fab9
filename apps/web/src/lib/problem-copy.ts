import { useCallback } from 'react'
import { defineCopy } from './copy/define-copy.ts'
import { hasWords } from './copy/language.ts'
import { useCopy } from './copy/use-copy.tsx'
import type english from './copy/problems/en.json'

/**
 * The words of every problem and issue code of the API's catalogue. Pages that send something list it among their
 * copies. A test holds the codes equal to the contract's.
 */
export const problemCopy = defineCopy({
  en: () => import('./copy/problems/en.json'),
  es: () => import('./copy/problems/es.json'),
})

type ProblemId = keyof typeof english & `problem.${string}`
type IssueId = keyof typeof english & `issue.${string}`

interface Coded {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/**
 * Puts what the API answered into words for people: `unreachable` is for no answer at all. A code that is newer than
 * this page gets words that fit any failure.
 */
export function useProblemWords(): (problem: Coded) => string {
  const translate = useCopy(problemCopy)
  return useCallback(
    ({ code, params }) => {
      const id = `problem.${code}`
      return translate(hasWords(id) ? (id as ProblemId) : 'problem.unknown', params)
    },
    [translate],
  )
}

/** Puts one broken rule into words: what to do about it, fit to stand beside its field. */
export function useIssueWords(): (issue: Coded) => string {
  const translate = useCopy(problemCopy)
  return useCallback(
    ({ code, params }) => {
      const id = `issue.${code}`
      return translate(hasWords(id) ? (id as IssueId) : 'issue.field.wrong_type', params)
    },
    [translate],
  )
}
