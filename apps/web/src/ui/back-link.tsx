import { useCopy } from '../lib/copy/use-copy.tsx'
import { Link, type LinkProps } from '../lib/navigation/link.tsx'
import { Icon } from './icon.tsx'

interface BackLinkProps {
  readonly to: LinkProps['to']
  /** Where it leads, when “Back” alone would not say. */
  readonly children?: string
}

/** The way back, above the heading. */
export function BackLink({ to, children }: BackLinkProps) {
  const translate = useCopy()
  return (
    <Link className="back-link" to={to}>
      <Icon name="arrow-left" size={20} />
      {children ?? translate('back')}
    </Link>
  )
}
