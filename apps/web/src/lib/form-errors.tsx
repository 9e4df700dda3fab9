import { Fragment, type ReactNode } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { SummaryError } from '../ui/error-summary.tsx'
import { currentLanguage } from './copy/language.ts'
import { useIssueWords } from './problem-words.ts'

/** The errors of a form, in the words of the language in use. */
export interface FormErrors {
  /** What stands beside a field, a line for each broken rule; undefined when nothing is wrong with it. */
  readonly errorOf: (name: string) => ReactNode
  /** What stands above the form, a line for each broken rule, in the order of the fields. */
  readonly summary: readonly SummaryError[]
}

/**
 * Puts broken rules into words and to their fields. `labels` names the fields, by the dotted path of their pointer
 * (`secretQuestions.0.answer`), in the order of the page; `ownWords` may say something better than the shared words.
 */
export function useFormErrors(
  issues: readonly RequestIssue[],
  labels: Readonly<Record<string, string>>,
  ownWords: (issue: RequestIssue) => string | undefined = () => undefined,
): FormErrors {
  const issueWords = useIssueWords()
  const texts = new Map<string, string[]>()
  for (const issue of issues) {
    const name = issue.pointer.slice(1).replaceAll('/', '.')
    const known = texts.get(name) ?? []
    const words = ownWords(issue) ?? issueWords(issue)
    if (!known.includes(words)) texts.set(name, [...known, words])
  }
  const ofFields = Object.entries(labels).flatMap(([name, label]) =>
    (texts.get(name) ?? []).map((text) => ({ name, text: besides(label, text) })),
  )
  const ofNone = [...texts].filter(([name]) => !(name in labels)).flatMap(([, lines]) => lines)
  return {
    errorOf: (name) => inLines(texts.get(name)),
    summary: [...ofFields, ...ofNone.map((text) => ({ text }))],
  }
}

function inLines(lines: readonly string[] | undefined): ReactNode {
  return lines?.map((line, index) => (
    <Fragment key={line}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
}

/** A field and what is wrong with it. A label that asks stands for itself. */
function besides(label: string, text: string): string {
  return label.endsWith('?') ? `${label} ${text}` : `${label}: ${lowerFirst(text)}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase(currentLanguage()) + text.slice(1)
}
