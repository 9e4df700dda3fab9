import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourceFiles } from './copy-files.ts'
import { hardCodedText } from './hard-coded-text.ts'

test('all words that people read come from the copy of their language', () => {
  const components = sourceFiles().filter((file) => file.endsWith('.tsx'))
  expect(components.length).toBeGreaterThan(20)
  expect(components.flatMap((file) => hardCodedText(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('words in a component are found wherever they stand', () => {
  const source = `
    const page = (
      <main aria-label="Main" className="main">
        Hello
        {open ? 'Close' : translate('open')}
        {\`\${count} things\`}
        <input placeholder={'Type here'} name="typed" />
      </main>
    )`
  expect(hardCodedText('page.tsx', source).map((line) => line.replace(/^page\.tsx:\d+ /, ''))).toEqual([
    'Main',
    'Hello',
    'Close',
    'things',
    'Type here',
  ])
})
