import { routeAt } from './app/routes.ts'
import { activateLanguage, firstLanguage } from './lib/copy/language.ts'
import { openRoute } from './lib/room-route.ts'
import { chosenTheme, showTheme } from './lib/theme.ts'
import './ui/styles/index.scss'

// The application, its words and the page that was asked for travel side by side, none waits for another. A page
// that does not arrive is fetched again when it is drawn, and the error page tells of it then.
showTheme(chosenTheme())
const language = firstLanguage()
const route = routeAt(location.pathname)
const page = route && openRoute(route, language).catch(() => undefined)
const [main] = await Promise.all([import('./main.tsx'), activateLanguage(language), page])
main.start()
