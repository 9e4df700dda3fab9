import { useCallback } from 'react'
import { hasWords } from './copy/language.ts'
import type english from './copy/problems/en.json'
import { useCopy } from './copy/use-copy.tsx'
import { problemCopy } from './problem-copy.ts'

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
