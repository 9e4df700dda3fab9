import { Link } from '../../lib/navigation/link.tsx'
import { useContactLines } from '../../lib/contact/use-contact-lines.ts'
import { PhoneLink } from '../../ui/text.tsx'
import { parseProse, type Block, type Inline } from './prose.ts'

/** Shows a message of the content copy: paragraphs, lists, links and phone lines. */
export function Prose({ children }: { readonly children: string }) {
  return (
    <div className="prose">
      {parseProse(children).map((block, index) => (
        <ProseBlock key={index} block={block} />
      ))}
    </div>
  )
}

function ProseBlock({ block }: { readonly block: Block }) {
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Inlines parts={block.content} />
      </p>
    )
  }
  const List = block.kind === 'bullets' ? 'ul' : 'ol'
  return (
    <List>
      {block.entries.map((entry, index) => (
        <li key={index}>
          <Inlines parts={entry} />
        </li>
      ))}
    </List>
  )
}

function Inlines({ parts }: { readonly parts: readonly Inline[] }) {
  return parts.map((part, index) => <InlinePart key={index} part={part} />)
}

function InlinePart({ part }: { readonly part: Inline }) {
  if (part.kind === 'text') return part.text
  if (part.kind === 'strong') return <strong>{part.text}</strong>
  if (part.target.startsWith('line:'))
    return <LineName id={part.target.slice('line:'.length)} name={part.text} />
  if (part.target.startsWith('/')) return <Link to={part.target}>{part.text}</Link>
  return <a href={part.target}>{part.text}</a>
}

/** A phone line by its name, with the number that it has now. */
function LineName({ id, name }: { readonly id: string; readonly name: string }) {
  const line = useContactLines().items.find((item) => item.id === id)
  return (
    <>
      {name}
      {line?.phone && (
        <>
          {' ('}
          <PhoneLink number={line.phone} />)
        </>
      )}
    </>
  )
}
