import { readFileSync } from 'node:fs'
import { sourceFiles } from './source-files.ts'
import { fromRoot } from './workspace.ts'

/** Houses of this kind rot by their longest files, which only ever grow. */
const mostLines = 300

const isCode = /\.(?:[cm]?[jt]sx?|s?css)$/

/** One line for each written file of code that is too long to be read in one go. */
export function findLongFiles(): string[] {
  return sourceFiles()
    .filter((file) => isCode.test(file) && !file.endsWith('.gen.ts'))
    .map((file) => ({ file, lines: readFileSync(fromRoot(file), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ file, lines }) => `${file}: ${lines} lines, ${mostLines} at most`)
}
