import type { DemoHouseholds } from '@connect/contract/rooms/demo'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Link } from '../../lib/navigation/link.tsx'
import { LoadedView } from '../../lib/own-pages/loaded-view.tsx'
import { paths } from '../../lib/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { demoCopy } from './demo-copy.ts'
import { fetchDemoHouseholds } from './demo.queries.ts'
import { DemoHousehold } from './demo-household.tsx'
import './demo.css'

/** Made-up households, with what one types to associate their cases. */
export function DemoPage() {
  const translate = useCopy(demoCopy)
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('demo.heading')}</PageHeading>
        <LoadedView
          fetch={fetchDemoHouseholds}
          instead={(code) => (code === 'resource.not_found' ? <NoDemonstration /> : undefined)}
        >
          {({ items }) => <Households items={items} />}
        </LoadedView>
      </div>
    </div>
  )
}

function NoDemonstration() {
  const translate = useCopy(demoCopy)
  return (
    <Alert kind="information">
      <p>{translate('demo.absent')}</p>
      <p>
        <Link to={paths.home}>{translate('demo.to_home')}</Link>
      </p>
    </Alert>
  )
}

function Households({ items }: DemoHouseholds) {
  const translate = useCopy(demoCopy)
  return (
    <>
      <Alert kind="warning" title={translate('demo.fictional')}>
        <p>{translate('demo.fictional_text')}</p>
      </Alert>
      <h2>{translate('demo.how')}</h2>
      <ol>
        <li>
          <Link to={paths.createAccount.name}>{translate('demo.create')}</Link>{' '}
          {translate('demo.create_text')} <Link to={paths.signIn}>{translate('demo.sign_in')}</Link>
        </li>
        <li>{translate('demo.choose')}</li>
        <li>
          <Link to={paths.associateCase}>{translate('demo.associate')}</Link>{' '}
          {translate('demo.associate_text')}
        </li>
      </ol>
      <p>{translate('demo.taken')}</p>
      <p>
        {translate('demo.mails')} <Link to={paths.outbox}>{translate('demo.outbox')}</Link>
      </p>
      {items.map((household) => (
        <DemoHousehold key={household.key} household={household} />
      ))}
    </>
  )
}
