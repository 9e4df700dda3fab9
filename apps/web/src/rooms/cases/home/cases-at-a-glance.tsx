import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { HeldCase } from '../../../lib/own-pages/held-case.tsx'
import { casePaths } from '../../../lib/paths.ts'
import { ReportChangeButton } from '../report-change-button.tsx'
import { AssociateFirst } from './associate-first.tsx'
import { CaseAtAGlance } from './case-at-a-glance.tsx'
import { myAccountCopy } from './my-account-copy.ts'
import type { MyAccount } from './my-account.queries.ts'
import { NoCaseNow } from './no-case-now.tsx'
import { ReportsTile } from './reports-tile.tsx'

/** Every case of whoever is signed in, each so that it can be understood in seconds; or how to come to one. */
export function CasesAtAGlance({ links, cases, unreadMessages, reports }: MyAccount) {
  const translate = useCopy(myAccountCopy)
  if (links.length === 0) return <AssociateFirst />
  const held = links.filter((link) => link.held)
  const nameless = links.filter((link) => !link.held && link.caseId === null)
  const isOnly = cases.length + held.length + nameless.length === 1
  return (
    <>
      {(cases.length > 0 || held.length > 0) && <ReportChangeButton />}
      {held.map(({ id }) => (
        <HeldCase key={id} to={casePaths.confirm(id)} />
      ))}
      {cases.map(({ own, answer }) => (
        <section key={own.id} className="glance">
          {!isOnly && (
            <h2>
              {own.name === undefined
                ? translate('my_account.case')
                : translate('my_account.case_of', { name: own.name })}
            </h2>
          )}
          <CaseAtAGlance
            own={own}
            first={answer}
            level={isOnly ? 2 : 3}
            {...(isOnly && { unreadMessages })}
          />
        </section>
      ))}
      {nameless.map(({ id }) => (
        <NoCaseNow key={id} />
      ))}
      {reports && <ReportsTile reports={reports} />}
    </>
  )
}
