import { useMemo } from 'react'
import { knownAnnouncements } from '../lib/announcements.ts'
import { useLanguage } from '../lib/copy/use-language.ts'
import { usePlace } from '../lib/navigation/navigation.tsx'
import { Banner } from '../ui/alert.tsx'

/** What the agency wants everybody to know. Looked up once a page, so that nothing jumps while one reads. */
export function Announcements() {
  const language = useLanguage()
  const { pathname } = usePlace()
  const shown = useMemo(() => ({ pathname, items: knownAnnouncements() }), [pathname]).items
  return shown.map(({ id, kind, title, text }) => (
    <Banner key={id} kind={kind}>
      <strong>{title[language]}</strong> {text[language]}
    </Banner>
  ))
}
