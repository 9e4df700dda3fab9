import { daysBetween } from '@connect/contract/benefits/calendar'
import type { CaseMember } from '@connect/contract/rooms/cases'
import type { Program } from '@connect/contract/benefits/programs'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { casesCopy } from './cases-copy.ts'

/** The words that several pages of a case are put together with. */
export function useCaseWords() {
  const translate = useCopy(casesCopy)
  const language = useLanguage()
  const list = (names: readonly string[]) =>
    new Intl.ListFormat(`${language}-US`, { type: 'conjunction' }).format(names)
  return {
    program: (name: Program) => translate(`cases.program.${name}`),
    /** Several programs in one breath; each once. */
    programs: (names: readonly Program[]) =>
      list([...new Set(names)].map((name) => translate(`cases.program.${name}`))),
    /** Those members of a case whose ids are given: “you, Ana and Luis”. */
    people: (members: readonly CaseMember[], ids: readonly string[]) =>
      list(
        members
          .filter(({ id }) => ids.includes(id))
          .sort((one, other) => Number(other.you) - Number(one.you))
          .map(({ you, firstName }) => (you ? translate('cases.you') : firstName)),
      ),
    /** How far off a day is: “today”, “in 9 days”. */
    distance: (today: string, on: string) =>
      translate('cases.in_days', { days: Math.max(0, daysBetween(today, on)) }),
    /** What is left until the end of a due day, or by how much it is late. */
    daysLeft: (days: number) =>
      days < 0 ? translate('cases.days_late', { days: -days }) : translate('cases.days_left', { days }),
  }
}
