import { readFileSync } from 'node:fs'
import { sourceFiles } from './source-files.ts'
import { fromRoot } from './workspace.ts'

const exemptions = [
  /(?:es|ox|style)lint-(?:dis|en)able/,
  /(?:biome|prettier|knip)-ignore|(?:istanbul|v8|c8) ignore/,
  /@ts-(?:ignore|expect-error|nocheck)/,
  /\.(?:only|skip|todo|fixme|skipIf|runIf|fails)\(/,
  /\b(?:xit|xdescribe|fdescribe|fit)\(/,
]

const isCode = /\.(?:[cm]?[jt]sx?|s?css)$/
const holdsThePatterns = /tooling\/src\/exemptions(?:\.test)?\.ts$/

/** Whether a line switches off a check or leaves out a test. */
export const isExemption = (line: string): boolean => exemptions.some((exemption) => exemption.test(line))

/**
 * One line for each exemption in the tree. The list of allowed ones is empty and stays so: a rule that has to be
 * broken is a wrong rule, and is changed for everybody. (`any` is refused by the linter.)
 */
export function findExemptions(): string[] {
  return sourceFiles()
    .filter((file) => isCode.test(file) && !holdsThePatterns.test(file))
    .flatMap((file) =>
      readFileSync(fromRoot(file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (isExemption(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    )
}
