// `pnpm build`: the SPA, the only part that is built.
import { rmSync } from 'node:fs'
import { bringUpToDate, MakeFault } from './freshness.ts'
import { runScript } from './package-script.ts'
import { fromRoot } from './workspace.ts'

async function buildWeb(): Promise<void> {
  // A build that fails must not leave the old pages standing for the new ones.
  rmSync(fromRoot('apps/web/dist'), { recursive: true, force: true })
  const { exitCode, output } = await runScript('apps/web', 'build', {
    environment: { NODE_ENV: 'production' },
  })
  if (exitCode !== 0) throw new MakeFault(`The pages could not be built.\n${output.trimEnd()}`)
}

/** Builds the SPA when it, or what it is made from, has changed since the last time. Answers whether it was built. */
export async function build(): Promise<boolean> {
  return bringUpToDate({
    name: 'web',
    madeFrom: ['apps/web', 'packages/contract', 'packages/client', 'pnpm-lock.yaml', 'tsconfig.base.json'],
    result: 'apps/web/dist/index.html',
    make: buildWeb,
  })
}

if (import.meta.main) console.log((await build()) ? 'The pages are built.' : 'The pages are up to date.')
