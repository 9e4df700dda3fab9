import { useMemo } from 'react'
import { knownAnnouncements } from '../lib/announcements.ts'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { useLanguage } from '../lib/copy/use-language.ts'
import { usePlace } from '../lib/navigation/navigation.tsx'
import { Banner } from './alert.tsx'

/** What the agency wants everybody to know. Looked up once a page, so that nothing jumps while one reads. */
export function Announcements() {
  const translate = useCopy()
  const language = useLanguage()
  const { pathname } = usePlace()
  const { items } = useMemo(() => ({ pathname, items: knownAnnouncements() }), [pathname])
  if (items.length === 0) return null
  return (
    <section aria-label={translate('announcements')}>
      {items.map(({ id, kind, title, text }) => (
        <Banner key={id} kind={kind}>
          <strong>{title[language]}</strong> {text[language]}
        </Banner>
      ))}
    </section>
  )
}
