import { bundledContactLines, type ContactLines } from './contact-lines.ts'

/** Phone lines, hours and mail address. */
export function useContactLines(): ContactLines {
  return bundledContactLines
}
