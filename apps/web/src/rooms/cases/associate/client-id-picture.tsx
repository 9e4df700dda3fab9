import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { associateCopy } from './associate-copy.ts'

/** Lines of writing that nobody has to read: where each begins, and how long it is. */
const lines = [
  [96, 178],
  [110, 268],
  [124, 252],
] as const

/** Shows where the client ID stands on a letter. The words below say it too. */
export function ClientIdPicture() {
  const translate = useCopy(associateCopy)
  return (
    <figure className="letter-picture">
      <svg viewBox="0 0 320 148" aria-hidden="true" focusable="false">
        <path className="letter-paper" d="M6 6h286l22 22v136H6Z" />
        <path className="letter-fold" d="M292 6v22h22" />
        <text className="letter-sender" x="20" y="32">
          {translate('associate.picture.sender')}
        </text>
        <rect className="letter-ring" x="12" y="44" width="186" height="38" rx="8" />
        <text x="22" y="68">
          {translate('associate.picture.client_id')}
          <tspan className="letter-number" dx="8">
            123 456 789
          </tspan>
        </text>
        {lines.map(([top, length]) => (
          <path key={top} className="letter-line" d={`M20 ${String(top)}h${String(length)}`} />
        ))}
      </svg>
      <figcaption>{translate('associate.picture.caption')}</figcaption>
    </figure>
  )
}
