import { useId, type ReactNode } from 'react'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Prose } from './prose.tsx'
import './content.css'

interface InformationPageProps {
  readonly title: string
  /** One or two sentences under the heading that say what the page gives. */
  readonly lead: string
  readonly children?: ReactNode
}

/** A page to read: a heading, what it is about, and sections. */
export function InformationPage({ title, lead, children }: InformationPageProps) {
  return (
    <div className="page">
      <PageHeading>{title}</PageHeading>
      <div className="lead">
        <Prose>{lead}</Prose>
      </div>
      {children}
    </div>
  )
}

interface InformationSectionProps {
  readonly title: string
  /** In the markup of the content copy. */
  readonly text?: string
  readonly id?: string
  /** The level of its title among the page's headings. */
  readonly level?: 2 | 3
  readonly children?: ReactNode
}

/** A section of such a page. */
export function InformationSection({ title, text, id, level = 2, children }: InformationSectionProps) {
  const Heading = `h${level}` as const
  const titleId = useId()
  return (
    <section className="information" id={id} aria-labelledby={titleId}>
      <Heading id={titleId}>{title}</Heading>
      {text !== undefined && <Prose>{text}</Prose>}
      {children}
    </section>
  )
}
