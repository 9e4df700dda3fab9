import path from 'node:path'
import type { Locale } from '@connect/contract/shared/text'
import { browserArguments, findHeadlessBrowser } from '@connect/tooling/browser'
import {
  defineConfig,
  type PlaywrightTestOptions,
  type PlaywrightWorkerOptions,
  type Project,
} from '@playwright/test'
import type { PortalOptions } from './fixtures.ts'

const results = (name: string): string => path.join(import.meta.dirname, '../test-results', name)

const browser = findHeadlessBrowser()
const launchOptions = {
  ...(browser === null ? {} : { executablePath: browser }),
  args: [...browserArguments],
}

const screens = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 800 } },
} as const

/**
 * Journeys that hardly depend on screen and language (`@twice`) see each of both once; what looks at both languages by
 * itself, or at no screen, is looked at once.
 */
function notHere(screen: keyof typeof screens, language: Locale): RegExp[] {
  if (screen === 'phone' && language === 'es') return []
  return screen === 'desktop' && language === 'en' ? [/@once/] : [/@once/, /@twice/]
}

/** Everybody's way through the pages, on one kind of screen and in one language. */
const journeys = (
  screen: keyof typeof screens,
  language: Locale,
): Project<PlaywrightTestOptions & PortalOptions, PlaywrightWorkerOptions> => ({
  name: `${screen}-${language}`,
  testDir: 'journeys',
  use: {
    ...screens[screen],
    launchOptions,
    language,
    locale: `${language}-US`,
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    // What was done and asked, in order; pictures of every step cost a sixth of the whole run (`--trace on` takes them).
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
  },
  grepInvert: notHere(screen, language),
  dependencies: ['portal'],
})

/**
 * One journey: `pnpm --filter @connect/e2e test create-account --project phone-es`. `--no-deps` leaves out the check
 * of the portal before, and the storms and the canary after. Reports go where the test command looks for them.
 */
export default defineConfig<PortalOptions>({
  outputDir: results('journeys'),
  globalSetup: './portal/start-portal.ts',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  // A journey that passes at its second try only has not passed.
  retries: 0,
  workers: 2,
  // A busy machine is slow, not wrong. Nothing waits for these while it passes.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: results('journeys.json') }]],
  projects: [
    { name: 'portal', testDir: 'portal', testMatch: 'ready.spec.ts', teardown: 'last' },
    { name: 'integrator', testDir: 'integrator', dependencies: ['portal'] },
    journeys('phone', 'en'),
    journeys('phone', 'es'),
    journeys('desktop', 'en'),
    journeys('desktop', 'es'),
    // Last of all, whatever failed: storms, which would make others wait, and the canary, which looks for everything
    // that anybody typed in this run in all places where it may not be.
    { name: 'last', testDir: 'last', use: { ...screens.desktop, launchOptions } },
  ],
})
