import { readdirSync, writeFileSync } from 'node:fs'
import { changeGroups } from '../src/changes/change-groups.ts'
import type { ChangeType } from '../src/changes/change-type.ts'

/** One kind of change with the file and the name under which it stands. */
interface Declared {
  readonly file: string
  readonly name: string
  readonly type: ChangeType
}

const changes = new URL('../src/changes/', import.meta.url)

async function declaredIn(file: string): Promise<Declared> {
  const found = Object.entries((await import(new URL(`types/${file}`, changes).href)) as object)
  const [only, ...others] = found as [string, ChangeType][]
  if (only === undefined || others.length > 0)
    throw new Error(`types/${file} has to export one kind of change.`)
  return { file, name: only[0], type: only[1] }
}

function byPlace({ type: one }: Declared, { type: other }: Declared): number {
  return changeGroups.indexOf(one.group) - changeGroups.indexOf(other.group) || one.position - other.position
}

const files = readdirSync(new URL('types/', changes)).filter((file) => file.endsWith('.ts'))
const inOrder = (await Promise.all(files.map(declaredIn))).sort(byPlace)
const source = `// Made by scripts/generate-change-types.ts from the files of types/; change those, not this.
import type { ChangeType } from './change-type.ts'
${inOrder.map(({ file, name }) => `import { ${name} } from './types/${file}'`).join('\n')}

/** Every kind of change, by group and then by position. */
export const changeTypeList: readonly ChangeType[] = [
${inOrder.map(({ name }) => `  ${name},`).join('\n')}
]
`
writeFileSync(new URL('change-types.gen.ts', changes), source)
