import type { BrowserContext, Page, Request } from '@playwright/test'
import { allPlanted } from './portal/plant.ts'
import { portal } from './portal/portal.ts'

/** What a browser did and said that nobody may see, gathered while a test runs. */
export interface Watch {
  /** Lets a line of the console pass: the browser reports every refusal, also one that the test provokes. */
  expectConsole(pattern: RegExp): void
  /** Everything that was wrong so far, a line each. */
  faults(): string[]
}

const violation = 'securitypolicyviolation:'

/** The browser says so for every answer of 400 and above. */
const refusedLine = /^Failed to load resource: the server responded with a status of \d+/

/** Follows every page of a context from now on. */
export async function watchContext(context: BrowserContext): Promise<Watch> {
  const lines: string[] = []
  const addresses = new Set<string>()
  const expected: RegExp[] = []
  await context.addInitScript((mark) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(mark, event.violatedDirective, event.blockedURI, event.sourceFile, event.lineNumber)
    })
  }, violation)
  const watchPage = (page: Page): void => {
    page.on('framenavigated', (frame) => addresses.add(frame.url()))
  }
  for (const page of context.pages()) watchPage(page)
  context.on('page', watchPage)
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      lines.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => lines.push(`uncaught: ${error.error().message}`))
  context.on('request', (request) => {
    addresses.add(request.url())
    if (isOfThirdParty(request)) lines.push(`third party: ${request.url()}`)
  })
  context.on('response', (response) => {
    // "Busy, ask again later" is an answer of the hashing gate, and the pages know what to do.
    const isBusy = response.status() === 503 && response.headers()['retry-after'] !== undefined
    if (isBusy) expected.push(refusal(503))
    else if (response.status() >= 500) lines.push(`${String(response.status())} from ${response.url()}`)
  })
  return {
    expectConsole: (pattern) => void expected.push(pattern),
    faults: () => [
      ...lines.filter((line) => !expected.some((pattern) => pattern.test(line))),
      ...personalIn(addresses),
    ],
  }
}

/** What the console says of an answer with this status. */
export function refusal(status: number): RegExp {
  return new RegExp(refusedLine.source.slice(1).replace(String.raw`\d+`, String(status)))
}

function isOfThirdParty(request: Request): boolean {
  const { protocol, origin } = new URL(request.url())
  return ['http:', 'https:', 'ws:', 'wss:'].includes(protocol) && origin !== portal().address
}

/** Nothing that anybody typed in this run may stand in an address, asked for or shown. */
function personalIn(addresses: ReadonlySet<string>): string[] {
  const all = [...addresses].map(readable).join('\n').toLowerCase()
  return allPlanted()
    .filter(({ value }) => all.includes(value.toLowerCase()))
    .map(({ kind }) => `personal value in an address: ${kind}`)
}

function readable(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    return address
  }
}
