import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { flowCopy } from '../flow-copy.ts'

/** Where the Secretary of the State takes applications to register to vote. */
const onlineRegistration = 'https://voterregistration.ct.gov/'

/** Whoever wants to register to vote is told how; whoever does not want to, or did not say, is told nothing. */
export function VoterRegistration({ report: { changes } }: { readonly report: Report }) {
  const translate = useCopy(flowCopy)
  const isWanted = changes.some(({ details }) => details['voterRegistration'] === 'yes')
  if (!isWanted) return null
  return (
    <>
      <h2>{translate('changes.voter.heading')}</h2>
      <p>
        {translate('changes.voter.online')} <a href={onlineRegistration}>{translate('changes.voter.link')}</a>
      </p>
      <p>{translate('changes.voter.paper')}</p>
    </>
  )
}
