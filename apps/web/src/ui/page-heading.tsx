import { useEffect, useRef, type ReactNode } from 'react'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { usePlace } from '../lib/navigation/navigation.tsx'

/** The visit whose heading was shown last; none before the first page. */
let lastVisit: string | undefined

interface PageHeadingProps {
  readonly children: string
  /** A short line above: the thing that this page is a part of. */
  readonly kicker?: ReactNode
  /** The window's title, when the heading would not do; `Error: …` after a failed try. */
  readonly title?: string
}

/**
 * The page's one `h1`. Names the window after it, and takes focus when one has come here from another page of ours,
 * so that a screen reader says where one is and the keyboard goes on from the top.
 */
export function PageHeading({ children, kicker, title = children }: PageHeadingProps) {
  const translate = useCopy()
  const heading = useRef<HTMLHeadingElement>(null)
  const { key } = usePlace()
  const windowTitle = translate('window_title', { title })
  useEffect(() => {
    document.title = windowTitle
  }, [windowTitle])
  useEffect(() => {
    if (lastVisit !== undefined && lastVisit !== key) heading.current?.focus({ preventScroll: true })
    lastVisit = key
  }, [key])
  return (
    <>
      {kicker !== undefined && <p className="kicker">{kicker}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  )
}
