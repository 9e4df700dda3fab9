import type { ReportChannel } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../copy/use-copy.tsx'
import { ownPagesCopy } from './own-pages-copy.ts'

/** How something reached the Department, as a pair of a list of facts: reports and receipts say it in the same words. */
export function WayOfArrival({ channel }: { readonly channel: ReportChannel }) {
  const translate = useCopy(ownPagesCopy)
  return (
    <>
      <dt>{translate('own.way')}</dt>
      <dd>{translate(`own.way.${channel}`)}</dd>
    </>
  )
}
