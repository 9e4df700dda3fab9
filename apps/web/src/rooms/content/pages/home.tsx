import { RichText, useCopy } from '../../../lib/copy/use-copy.tsx'
import { useContactLines } from '../../../lib/contact/use-contact-lines.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { paths } from '../../../lib/paths.ts'
import { Announcements } from '../../../ui/announcements.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Card, CardGrid } from '../../../ui/card.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { PhoneLink } from '../../../ui/text.tsx'
import { homeCopy } from '../home.copy.ts'
import { HomeContact } from './home-contact.tsx'
import './home.css'

/** The front door of the portal: MyAccount first, then what the Department can do for a person. */
export function HomePage() {
  return (
    <div className="home">
      <Hero />
      <Announcements />
      <div className="page">
        <Programs />
        <AboutMyAccount />
        <MoreHelp />
        <HomeContact />
      </div>
    </div>
  )
}

/** Welcome, and the two doors that most people come for. */
function Hero() {
  const translate = useCopy(homeCopy)
  return (
    <div className="home-hero">
      <HeroRings />
      <div className="page">
        <div>
          <PageHeading title={translate('home.title')}>{translate('home.heading')}</PageHeading>
          <p>{translate('home.lead')}</p>
        </div>
        <nav className="home-doors" aria-label={translate('home.doors')}>
          <Door to={paths.signIn} icon="sign-in" title={translate('home.sign_in')}>
            {translate('home.sign_in_text')}
          </Door>
          <Door to={paths.createAccount.name} icon="user-plus" title={translate('home.create')}>
            {translate('home.create_text')}
          </Door>
        </nav>
      </div>
    </div>
  )
}

interface DoorProps {
  readonly to: string
  readonly icon: IconName
  readonly title: string
  readonly children: string
}

function Door({ to, icon, title, children }: DoorProps) {
  return (
    <Link className="home-door" to={to}>
      <IconTile name={icon} />
      <span>
        <strong>{title}</strong>
        <small>{children}</small>
      </span>
      <Icon name="arrow-right" />
    </Link>
  )
}

function IconTile({ name }: { readonly name: IconName }) {
  return (
    <span className="home-tile">
      <Icon name={name} size={28} />
    </span>
  )
}

/** The person of our mark, and rings that go out from there like light from a window. */
function HeroRings() {
  return (
    <svg className="home-rings" viewBox="0 0 800 800" aria-hidden="true" focusable="false">
      <circle cx="400" cy="400" r="90" />
      <circle cx="400" cy="400" r="180" />
      <circle cx="400" cy="400" r="280" />
      <circle cx="400" cy="400" r="390" />
      <circle className="home-light" cx="400" cy="400" r="18" />
    </svg>
  )
}

/** What the programs give, and the ways to them. */
function Programs() {
  const translate = useCopy(homeCopy)
  return (
    <section aria-labelledby="programs">
      <h2 id="programs">{translate('home.programs')}</h2>
      <p className="measure">{translate('home.programs_text')}</p>
      <ul className="home-programs">
        <Program icon="food" name={translate('home.snap')} text={translate('home.snap_text')} />
        <Program icon="cash" name={translate('home.cash')} text={translate('home.cash_text')} />
        <Program icon="medical" name={translate('home.medical')} text={translate('home.medical_text')} />
      </ul>
      <div className="button-row">
        <LinkButton to={paths.amIEligible} variant="secondary">
          {translate('home.eligible')}
        </LinkButton>
        <LinkButton to={paths.apply} variant="secondary">
          {translate('home.apply')}
        </LinkButton>
      </div>
    </section>
  )
}

function Program({
  icon,
  name,
  text,
}: {
  readonly icon: IconName
  readonly name: string
  readonly text: string
}) {
  return (
    <li>
      <IconTile name={icon} />
      <span>
        <strong>{name}</strong>
        {text}
      </span>
    </li>
  )
}

/** What an account is good for today, what will come, and what to do until then. Promises only what is so. */
function AboutMyAccount() {
  const translate = useCopy(homeCopy)
  const line = useContactLines().items.find(({ id }) => id === 'client-information')
  const now = ['home.account_now_1', 'home.account_now_2'] as const
  const next = ['home.account_next_1', 'home.account_next_2', 'home.account_next_3'] as const
  return (
    <section aria-labelledby="account">
      <h2 id="account">{translate('home.account')}</h2>
      <div className="home-account">
        <div>
          <h3>{translate('home.account_now')}</h3>
          <ul className="list-plain">
            {now.map((id) => (
              <li key={id}>
                <Icon name="check-circle" />
                {translate(id)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{translate('home.account_next')}</h3>
          <ul className="list-plain">
            {next.map((id) => (
              <li key={id}>
                <Icon name="circle" />
                {translate(id)}
              </li>
            ))}
          </ul>
          <p>
            <RichText
              copy={homeCopy}
              id="home.account_until"
              components={{ phone: <PhoneLink number={line?.phone ?? ''} /> }}
            />
          </p>
        </div>
      </div>
    </section>
  )
}

/** The rest of the site, as cards to choose from. */
function MoreHelp() {
  const translate = useCopy(homeCopy)
  return (
    <section aria-labelledby="more">
      <h2 id="more">{translate('home.more')}</h2>
      <CardGrid>
        <Card to={paths.forms} icon="form" title={translate('home.forms')}>
          {translate('home.forms_text')}
        </Card>
        <Card to={paths.questions} icon="question" title={translate('home.questions')}>
          {translate('home.questions_text')}
        </Card>
        <Card to={paths.offices} icon="pin" title={translate('home.offices')}>
          {translate('home.offices_text')}
        </Card>
        <Card to={paths.about} icon="information" title={translate('home.about')}>
          {translate('home.about_text')}
        </Card>
      </CardGrid>
    </section>
  )
}
