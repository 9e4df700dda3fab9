import { expect, test } from '../fixtures.ts'
import { watchContext } from '../watch.ts'

test(
  'the watch sees a broken policy, an error, and a personal value in an address',
  { tag: '@once' },
  async ({ browser, baseURL, person }) => {
    const context = await browser.newContext()
    const watch = await watchContext(context)
    const page = await context.newPage()
    await page.goto(`${baseURL ?? ''}/about?name=${person.lastName}`)
    await page.evaluate(() => {
      const violated = new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', resolve)
      })
      new Image().src = 'https://example.org/picture.png'
      console.error('something went wrong')
      return violated
    })
    const faults = watch.faults().join('\n')
    expect(faults).toContain('securitypolicyviolation:')
    expect(faults).toContain('something went wrong')
    expect(faults).toContain('personal value in an address: name')
    expect(watch.faults().length).toBeGreaterThan(3)
    watch.expectConsole(/./)
    expect(watch.faults(), 'what is expected is forgiven, what is personal is not').toEqual([
      'personal value in an address: name',
    ])
    await context.close()
  },
)
