import { routeAt, wholeAddress } from './app/routes.ts'
import { fetchAnnouncements } from './lib/announcements.ts'
import { activateLanguage, firstLanguage } from './lib/copy/language.ts'
import { openRoute } from './lib/room-route.ts'
import { chosenTheme, showTheme } from './lib/theme.ts'
import './ui/styles/index.scss'

/** How long, in milliseconds, the first page waits for announcements once everything else is there. */
const announcementsPatience = 150

/** How long, in milliseconds, the application waits for the first paint. */
const paintPatience = 1000

const whole = wholeAddress(location.pathname)
if (whole !== undefined) history.replaceState(null, '', whole + location.search + location.hash)

const language = firstLanguage()
const route = routeAt(location.pathname)

// Before the first paint, which waits for this script: how the page looks, speaks, and begins (build/first-paint.tsx).
showTheme(chosenTheme())
document.documentElement.lang = language
if (route) document.documentElement.dataset['page'] = route.help

boot().catch(showWithoutService)

/**
 * The application, its words, the page that was asked for and the announcements travel side by side; none waits for
 * another. Of a page that does not arrive the error page tells when it is drawn.
 * Announcements that are late show on the next page: put in later, they would push away what is being read.
 *
 * A function and not an `await` of the module: pages import what this file imports, and would wait for their own end.
 */
async function boot(): Promise<void> {
  if (beginsAtOnce()) await painted()
  const announcements = fetchAnnouncements()
  const page = route && openRoute(route, language).catch(() => undefined)
  const [main] = await Promise.all([import('./main.tsx'), activateLanguage(language), page])
  await Promise.race([announcements, new Promise((resolve) => setTimeout(resolve, announcementsPatience))])
  main.start()
  delete document.documentElement.dataset['page']
}

/** Whether the page has something to show before the application is there (build/first-paint.tsx). */
function beginsAtOnce(): boolean {
  return route !== undefined && document.querySelector(`.first-paint > [data-page='${route.help}']`) !== null
}

/** Resolves when something has been painted: the application must not compete with it for a slow line. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    // A page in the background is never painted.
    setTimeout(resolve, paintPatience)
    requestAnimationFrame(() => setTimeout(resolve))
  })
}

/** When the application itself does not arrive: what to do and whom to call, written in the page from the start. */
function showWithoutService(): void {
  delete document.documentElement.dataset['page']
  const text = document.querySelector<HTMLTemplateElement>('#without-service')
  if (text) document.querySelector('#root')?.append(text.content.cloneNode(true))
}
