import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { runCommand, type Command, type CommandResult } from './run-command.ts'
import { fromRoot } from './workspace.ts'

/** The scripts of a workspace package, or of the top one (`.`). */
export function packageScripts(folder: string): Readonly<Record<string, string>> {
  const text = readFileSync(fromRoot(folder, 'package.json'), 'utf8')
  return (JSON.parse(text) as { scripts?: Record<string, string> }).scripts ?? {}
}

/** Runs a script of a package as pnpm would: in its folder, with its commands on the PATH, without pnpm's start-up. */
export async function runScript(
  folder: string,
  name: string,
  options: Omit<Command, 'command' | 'arguments' | 'cwd'> = {},
): Promise<CommandResult> {
  const script = packageScripts(folder)[name]
  if (script === undefined) throw new Error(`${folder}/package.json has no script ${name}.`)
  const places = [
    fromRoot(folder, 'node_modules/.bin'),
    fromRoot('node_modules/.bin'),
    process.env['PATH'] ?? '',
  ]
  return runCommand({
    ...options,
    command: '/bin/sh',
    arguments: ['-c', script],
    cwd: fromRoot(folder),
    environment: { PATH: places.join(delimiter), ...options.environment },
  })
}
