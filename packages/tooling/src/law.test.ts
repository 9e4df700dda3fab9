import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lawBreakers, legalImports, otherHalf, targets } from './law-cases.ts'
import { runCommand } from './run-command.ts'
import { workspaceFolders } from './workspace-folders.ts'
import { fromRoot, rootBinary } from './workspace.ts'

interface Cruise {
  modules: { source: string; dependencies: { module: string }[] }[]
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[]
    ruleSetUsed: { forbidden: { name: string }[] }
  }
}

const npmPackages = ['zod', 'fastify', '@fastify/cookie', 'pg', 'react', '@prisma/client']

/** A tree of our shape, with our own package.json files, in which every file is seeded with imports. */
function plantTree(tree: string): void {
  const write = (file: string, text: string): void => {
    mkdirSync(join(tree, dirname(file)), { recursive: true })
    writeFileSync(join(tree, file), text)
  }
  copyFileSync(fromRoot('tsconfig.base.json'), join(tree, 'tsconfig.base.json'))
  mkdirSync(join(tree, 'node_modules/@connect'), { recursive: true })
  for (const folder of workspaceFolders()) {
    const description = readFileSync(fromRoot(folder, 'package.json'), 'utf8')
    const { name } = JSON.parse(description) as { name: string }
    write(`${folder}/package.json`, description)
    // Every package can see every other one, as if somebody had added it to the dependencies.
    symlinkSync(join(tree, folder), join(tree, 'node_modules', name))
  }
  for (const name of npmPackages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'export const value = 1\n')
  }
  for (const target of targets) write(target, 'export const value = 1\nexport type Value = number\n')
  const files = Map.groupBy([...lawBreakers, ...legalImports, otherHalf], ({ from }) => from)
  for (const [from, imports] of files) write(from, imports.map(({ text }) => text).join('\n'))
}

/** The same rule set, read from the same file by the same command as in `pnpm check`. */
async function cruise(tree: string): Promise<Cruise> {
  const { output } = await runCommand({
    command: rootBinary('depcruise'),
    arguments: [
      ...[
        '--config',
        fromRoot('.dependency-cruiser.js'),
        '--output-type',
        'json',
        '--output-to',
        'cruise.json',
      ],
      ...['apps', 'packages', 'prisma', 'e2e', 'bench'],
    ],
    cwd: tree,
  })
  try {
    return JSON.parse(readFileSync(join(tree, 'cruise.json'), 'utf8')) as Cruise
  } catch {
    throw new Error(output)
  }
}

const tree = realpathSync(mkdtempSync(join(tmpdir(), 'connect-law-')))
let found: Cruise

beforeAll(async () => {
  plantTree(tree)
  found = await cruise(tree)
}, 60_000)

afterAll(() => {
  rmSync(tree, { recursive: true, force: true })
})

describe('the law of imports', () => {
  test.each(lawBreakers)('$rule refuses $text in $from', ({ from, rule }) => {
    const rules = found.summary.violations
      .filter((violation) => violation.from === from)
      .map(({ rule: { name } }) => name)
    expect(rules).toContain(rule)
  })

  test.each(legalImports)('accepts $text in $from', ({ from, to }) => {
    const dependencies = found.modules.find(({ source }) => source === from)?.dependencies ?? []
    expect(dependencies.length).toBeGreaterThan(0)
    const broken = found.summary.violations.filter(
      (violation) => violation.from === from && violation.to.includes(to),
    )
    expect(broken).toEqual([])
  })

  test('has at least one seeded import for each of its rules', () => {
    const rules = found.summary.ruleSetUsed.forbidden.map(({ name }) => name)
    expect(rules.filter((rule) => !lawBreakers.some((breaker) => breaker.rule === rule))).toEqual([])
  })
})
