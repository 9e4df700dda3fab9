import { useCallback, useState } from 'react'
import type { Answer } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { LoadFailed } from '../../../lib/own-pages/load-failed.tsx'
import { casePaths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/button.tsx'
import type { OwnCase } from '../../../lib/own-cases.ts'
import { BenefitsTile } from './benefits-tile.tsx'
import { DeadlinesTile, isPressing } from './deadlines-tile.tsx'
import { myAccountCopy } from './my-account-copy.ts'
import { fetchGlance, type Glance } from './my-account.queries.ts'
import { NewsTile } from './news-tile.tsx'
import { NextPaymentTile } from './next-payment-tile.tsx'

interface CaseAtAGlanceProps {
  readonly own: OwnCase
  /** What the page learned when it opened. */
  readonly first: Answer<Glance>
  readonly level: 2 | 3
  /** Told here where there is no other case. */
  readonly unreadMessages?: number | undefined
}

/** A case, and how to try again where it could not be had. */
export function CaseAtAGlance({ own, first, ...rest }: CaseAtAGlanceProps) {
  const [again, setAgain] = useState(false)
  const fetchAgain = useCallback(() => fetchGlance(own.id), [own.id])
  if (again)
    return <LoadedView fetch={fetchAgain}>{(glance) => <Tiles own={own} {...glance} {...rest} />}</LoadedView>
  if (!first.refusal) return <Tiles own={own} {...first.data} {...rest} />
  return (
    <LoadFailed
      code={first.refusal.code}
      onRetry={() => {
        setAgain(true)
      }}
    />
  )
}

type TilesProps = Glance & Omit<CaseAtAGlanceProps, 'first'>

function Tiles({ own, facts, letters, level, unreadMessages }: TilesProps) {
  const translate = useCopy(myAccountCopy)
  const pressing = isPressing(facts)
  return (
    <>
      <div className="tiles">
        {/* On a phone what presses would otherwise stand below the fold. */}
        {pressing && <DeadlinesTile facts={facts} letters={letters} level={level} />}
        <BenefitsTile facts={facts} level={level} />
        <NextPaymentTile facts={facts} level={level} />
        {!pressing && <DeadlinesTile facts={facts} letters={letters} level={level} />}
        <NewsTile caseId={own.id} letters={letters} level={level} unreadMessages={unreadMessages} />
      </div>
      <LinkButton
        to={casePaths.overview(own.id)}
        icon="arrow-right"
        variant={level === 2 ? 'primary' : 'secondary'}
      >
        {translate('my_account.open_case')}
        {level === 3 && own.name !== undefined && <span className="visually-hidden">: {own.name}</span>}
      </LinkButton>
    </>
  )
}
