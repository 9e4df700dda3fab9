import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { findExemptions } from './exemptions.ts'
import { findLongFiles } from './file-length.ts'
import { generate } from './generate.ts'
import { packageScripts, runScript } from './package-script.ts'
import { runCommand, type CommandResult } from './run-command.ts'
import type { Counts } from './test-counts.ts'
import { cacheFile, fromRoot, rootBinary } from './workspace.ts'
import { workspaceFolders } from './workspace-folders.ts'

interface Finding {
  ok: boolean
  output: string
}

interface Check {
  name: string
  run: () => Promise<Finding>
}

const finding = ({ exitCode, output }: CommandResult): Finding => ({ ok: exitCode === 0, output })

const inspection = (name: string, find: () => string[]): Check => ({
  name,
  run: () => {
    const found = find()
    return Promise.resolve({ ok: found.length === 0, output: found.join('\n') })
  },
})

/** The scripts of the top package.json whose names begin with `check:`; each can be run by itself, too. */
const scripts = (): Check[] =>
  Object.keys(packageScripts('.'))
    .filter((name) => name.startsWith('check:'))
    .map((name) => ({
      name: name.slice('check:'.length).replaceAll('-', ' '),
      run: async () => finding(await runScript('.', name)),
    }))

const types = (project: string): Check => ({
  name: `types ${project}`,
  run: async () => {
    const memory = cacheFile(`${project.replaceAll('/', '-')}.tsbuildinfo`)
    const rest = ['-p', project, '--incremental', '--tsBuildInfoFile', memory]
    return finding(await runCommand({ command: rootBinary('tsc'), arguments: rest }))
  },
})

/** A package can have several projects: what runs in a browser and what builds it see different globals. */
const projects = (folder: string): string[] =>
  readdirSync(fromRoot(folder))
    .filter((file) => /^tsconfig(?!\.base\b).*\.json$/.test(file))
    .map((file) => join(folder, file))

/** The slowest come first, so that none of them is left over for the end. */
const allChecks = (): Check[] => [
  ...scripts(),
  ...['.', ...workspaceFolders()].flatMap(projects).map(types),
  inspection('file length', findLongFiles),
  inspection('no exemptions', findExemptions),
]

/** Runs every check, as many at once as there are cores; one line for each that passes, all of it for one that fails. */
export async function check(): Promise<Counts> {
  await generate()
  const waiting = allChecks()
  const counts: Counts = { passed: 0, failed: 0 }
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const started = performance.now()
      const { ok, output } = await next.run()
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(
        ok ? `ok    ${next.name} (${seconds} s)` : `FAIL  ${next.name} (${seconds} s)\n${output.trimEnd()}\n`,
      )
      if (ok) counts.passed += 1
      else counts.failed += 1
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker))
  return counts
}
