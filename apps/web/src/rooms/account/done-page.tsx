import { usePlace } from '../../lib/navigation/navigation.tsx'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { dateInWords } from '../../lib/dates.ts'
import { paths } from '../../lib/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { accountCopy } from './account-copy.ts'
import './account.css'

/** What the wizard hands over, in the history entry: it outlives a reload and is no part of the URL. */
export interface CreatedState {
  readonly userId: string
  readonly createdAt: string
}

/** The confirmation, once the server has said so: what was made, what comes next, and how to keep it safe. */
export function DonePage() {
  const translate = useCopy(accountCopy)
  const language = useLanguage()
  const created = readCreated(usePlace().state)
  if (!created) return <NothingCreated />
  return (
    <div className="page">
      <div className="measure">
        <p className="done-mark">
          <Icon name="check-circle" size={44} />
        </p>
        <PageHeading>{translate('account.done.heading')}</PageHeading>
        <p>{translate('account.done.lead', { date: dateInWords(created.createdAt, language) })}</p>
        <div className="receipt">
          <p>{translate('account.done.user_id')}</p>
          <p className="receipt-number">{created.userId}</p>
          <p>{translate('account.done.keep')}</p>
        </div>
        <h2>{translate('account.done.next')}</h2>
        <ol>
          <li>{translate('account.done.next_sign_in')}</li>
          <li>{translate('account.done.next_case')}</li>
        </ol>
        <h2>{translate('account.done.reminders')}</h2>
        <ul>
          <li>{translate('account.done.reminder_safe')}</li>
          <li>{translate('account.done.reminder_nobody')}</li>
          <li>{translate('account.done.reminder_change')}</li>
        </ul>
        <div className="button-row">
          <LinkButton to={paths.signIn} icon="sign-in">
            {translate('account.done.sign_in')}
          </LinkButton>
          <PrintButton />
        </div>
        <PhoneHelp />
      </div>
    </div>
  )
}

/** Somebody has come here by the address alone. */
function NothingCreated() {
  const translate = useCopy(accountCopy)
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('account.title')}</PageHeading>
        <Alert kind="information">
          <p>{translate('account.done.missing')}</p>
        </Alert>
        <div className="button-row">
          <LinkButton to={paths.createAccount.name}>{translate('account.title')}</LinkButton>
          <LinkButton to={paths.signIn} variant="secondary">
            {translate('account.done.sign_in')}
          </LinkButton>
        </div>
      </div>
    </div>
  )
}

function readCreated(state: unknown): CreatedState | undefined {
  if (typeof state !== 'object' || state === null || !('userId' in state) || !('createdAt' in state))
    return undefined
  const { userId, createdAt } = state
  return typeof userId === 'string' && typeof createdAt === 'string' ? { userId, createdAt } : undefined
}
