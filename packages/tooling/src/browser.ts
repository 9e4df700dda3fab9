import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCommand } from './run-command.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The same pages in the same engine, without the windows around them that nobody sees: two thirds of the work. */
const windowless = 'chromium-headless-shell'

/** What keeps a browser quiet on a machine without a network, and lets it run as root. */
export const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser named by CHROMIUM_PATH, or the first known one on the PATH; null when there is none. */
function findBrowser(): string | null {
  return find(names)
}

/** The same, with one that opens no windows before all others. */
export function findHeadlessBrowser(): string | null {
  return find([windowless, ...names])
}

function find(wanted: readonly string[]): string | null {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  if (CHROMIUM_PATH !== undefined && CHROMIUM_PATH !== '') {
    if (!existsSync(CHROMIUM_PATH))
      throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, and nothing is there.`)
    return CHROMIUM_PATH
  }
  const folders = PATH.split(delimiter)
  const places = wanted.flatMap((name) => folders.map((folder) => join(folder, name)))
  return places.find((place) => existsSync(place)) ?? null
}

const howToGetOne = 'Install Chromium (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one.'

/**
 * The path of a Chromium. Where there is none and this is root on Debian, it is installed. Throws one line that says
 * what to do where neither is possible.
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser()
  if (found !== null) return found
  if (!mayInstall()) throw new Error(`No Chromium was found. ${howToGetOne}`)
  console.log('No Chromium was found; installing the one of this system.')
  const output = await install('chromium')
  const installed = findBrowser()
  if (installed === null)
    throw new Error(`Chromium could not be installed. ${howToGetOne}\n${output.trimEnd()}`)
  return installed
}

/** The same, with one that opens no windows before all others; any other does where that cannot be had. */
export async function ensureHeadlessBrowser(): Promise<string> {
  const { CHROMIUM_PATH = '' } = process.env
  if (CHROMIUM_PATH === '' && find([windowless]) === null && mayInstall()) {
    console.log('Installing the Chromium of this system that opens no windows.')
    await install(windowless)
  }
  return findHeadlessBrowser() ?? ensureBrowser()
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Answers what was said about it, whether it could be or not. */
async function install(name: string): Promise<string> {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand({ command: 'apt-get', arguments: ['update', '-qq'], environment })
  const { output } = await runCommand({
    command: 'apt-get',
    arguments: ['install', '-y', '-qq', '--no-install-recommends', name],
    environment,
  })
  return output
}
