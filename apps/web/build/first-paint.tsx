import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Plugin } from 'vite'
import { Icon, type IconName } from '../src/ui/icon.tsx'
import { paths } from '../src/lib/paths.ts'
import { languages, wordsOf, type Read } from './words.ts'

const place = '<!-- first-paint -->'
const folders = [
  'src/lib/copy',
  'src/rooms/content/copy/home',
  'src/wizard/copy',
  'src/rooms/account/copy',
  'src/rooms/session/copy',
]

/**
 * Writes into the page, in every language, how the pages begin where most people arrive, so that there is
 * something to read and to press before the application has come. `boot.ts` marks the document with page and language
 * before anything is painted, and the style sheet shows the one that fits. The application then takes their place; they
 * are laid out as its pages are, by the same style sheet.
 */
export function firstPaint(): Plugin {
  return {
    name: 'connect:first-paint',
    transformIndexHtml: (html) => html.replace(place, () => renderToStaticMarkup(<FirstPaint />)),
  }
}

function FirstPaint() {
  return languages.map((language) => {
    const read = wordsOf(folders, language)
    return (
      <div key={language} className="first-paint" lang={language}>
        <Beginning page="home">
          <Home read={read} />
        </Beginning>
        <Beginning page="create-account-name">
          <CreateAccount read={read} />
        </Beginning>
        <Beginning page="sign-in">
          <SignIn read={read} />
        </Beginning>
      </div>
    )
  })
}

/** `page` is the `help` of its route. */
function Beginning({ page, children }: { readonly page: string; readonly children: ReactNode }) {
  return (
    <div className="main" data-page={page}>
      {children}
    </div>
  )
}

function Home({ read }: { readonly read: Read }) {
  return (
    <div className="home">
      <div className="home-hero">
        <div className="page">
          <div>
            <h1>{read('home.heading')}</h1>
            <p>{read('home.lead')}</p>
          </div>
          <div className="home-doors">
            <Door
              to={paths.signIn}
              icon="sign-in"
              title={read('home.sign_in')}
              text={read('home.sign_in_text')}
            />
            <Door
              to={paths.createAccount.name}
              icon="user-plus"
              title={read('home.create')}
              text={read('home.create_text')}
            />
          </div>
        </div>
      </div>
      <div className="page">
        <section>
          <h2>{read('home.programs')}</h2>
          <p className="measure">{read('home.programs_text')}</p>
        </section>
      </div>
    </div>
  )
}

interface DoorProps {
  readonly to: string
  readonly icon: IconName
  readonly title: string
  readonly text: string
}

function Door({ to, icon, title, text }: DoorProps) {
  return (
    <a className="home-door" href={to}>
      <span className="home-tile">
        <Icon name={icon} size={28} />
      </span>
      <span>
        <strong>{title}</strong>
        <small>{text}</small>
      </span>
      <Icon name="arrow-right" />
    </a>
  )
}

function CreateAccount({ read }: { readonly read: Read }) {
  const steps = 5
  return (
    <div className="page">
      <div className="measure">
        <a className="back-link" href={paths.home}>
          <Icon name="arrow-left" size={20} />
          {read('wizard.home')}
        </a>
        <div className="progress">
          <p>{read('progress', { step: 1, steps })}</p>
          <div className="progress-bar">
            {Array.from({ length: steps }, (_, index) => (
              <span key={index} data-done={index === 0} />
            ))}
          </div>
        </div>
        <h1>{read('account.name.heading')}</h1>
        <p>{read('account.name.intro')}</p>
        <p>
          {read('account.name.have_account')} <a href={paths.signIn}>{read('account.name.sign_in')}</a>
        </p>
      </div>
    </div>
  )
}

function SignIn({ read }: { readonly read: Read }) {
  return (
    <div className="page">
      <div className="measure">
        <h1>{read('session.sign_in.heading')}</h1>
        <p>
          {read('session.sign_in.new_here')}{' '}
          <a href={paths.createAccount.name}>{read('session.sign_in.create')}</a>
        </p>
      </div>
    </div>
  )
}
