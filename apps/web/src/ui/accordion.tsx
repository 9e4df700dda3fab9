import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

interface AccordionProps {
  readonly title: ReactNode
  readonly children: ReactNode
  /** The level of its title among the page's headings. */
  readonly level?: 2 | 3
  readonly id?: string
}

/** A title that opens its text; works without script and is found by the browser's search. */
export function Accordion({ title, children, level = 2, id }: AccordionProps) {
  const Heading = `h${level}` as const
  return (
    <details className="accordion" id={id}>
      <summary>
        <Icon name="chevron-right" size={20} />
        <Heading>{title}</Heading>
      </summary>
      <div className="accordion-body">{children}</div>
    </details>
  )
}
