import { expect, type Locator, type Page } from '@playwright/test'

/** More than any page has stops. */
const patience = 80

interface Stop {
  /** What has the focus; null where nothing on the page has. */
  readonly html: string | null
  readonly isShown: boolean
  /** Where it stands, in pixels from the top of the page; null outside of the main part, whose head may stay in sight. */
  readonly bottom: number | null
  readonly top: number | null
}

/** A page as somebody without a pointer goes through it. */
export interface Keyboard {
  /** Opens a page by its address and waits for the application. */
  open(path: string): Promise<void>
  /** Presses Tab until the focus is there; throws where that is not further on. Every stop on the way is in sight, and in order. */
  tabTo(wanted: Locator): Promise<void>
  /** The same backwards. */
  backTo(wanted: Locator): Promise<void>
  /** Goes on to a field and types in place of what is there. */
  type(field: Locator, text: string): Promise<void>
  /** Goes on to a control and presses a key there: Enter unless told. */
  press(control: Locator, key?: 'Enter' | 'Space' | 'ArrowDown' | 'ArrowUp'): Promise<void>
  /** Goes on until the foot of the page: nothing on the way holds the focus. */
  leave(): Promise<void>
}

export function keyboardOf(page: Page): Keyboard {
  async function goTo(wanted: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
    await expect(wanted).toBeVisible()
    // What is still to come would push away what has the focus.
    await expect(page.locator('.skeleton')).toHaveCount(0)
    let before: Stop | undefined
    for (let count = 0; count < patience; count += 1) {
      await page.keyboard.press(key)
      const stop = await seen(page)
      if (stop.html === null) throw new Error(`${key} came to the end before ${wanted.toString()}`)
      if (before) expectOrder(before, stop, key)
      before = stop
      if (await wanted.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error(`${key} never came to ${wanted.toString()}`)
  }

  const tabTo = (wanted: Locator): Promise<void> => goTo(wanted, 'Tab')
  return {
    async open(path) {
      await page.goto(path)
      await expect(page.getByRole('main')).toBeVisible()
    },
    tabTo,
    backTo: (wanted) => goTo(wanted, 'Shift+Tab'),
    async type(field, text) {
      await tabTo(field)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
    async press(control, key = 'Enter') {
      await tabTo(control)
      await page.keyboard.press(key)
    },
    leave: () => tabTo(page.getByRole('contentinfo').getByRole('link').last()),
  }
}

/** Where the focus is, once it is in sight: a page that was just opened may still be moving. */
async function seen(page: Page): Promise<Stop> {
  let stop = await page.evaluate(look)
  await expect(async () => {
    stop = await page.evaluate(look)
    expect(stop.html === null || stop.isShown, `the focus cannot be seen: ${String(stop.html)}`).toBe(true)
  }).toPass({ timeout: 3_000 })
  return stop
}

/** No stop of the main part stands above the one before it. */
function expectOrder(before: Stop, stop: Stop, key: 'Tab' | 'Shift+Tab'): void {
  const [upper, lower] = key === 'Tab' ? [before, stop] : [stop, before]
  if (upper.top === null || lower.bottom === null) return
  expect(lower.bottom, `${lower.html ?? ''} stands above ${upper.html ?? ''}`).toBeGreaterThan(upper.top)
}

/** Runs in the page. */
function look(): Stop {
  const { activeElement: element } = document
  if (element === null || element === document.body)
    return { html: null, isShown: false, bottom: null, top: null }
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
  const isOutlined = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  const { top, bottom } = element.getBoundingClientRect()
  const isInMain = element.closest('main') !== null
  return {
    html: element.outerHTML.slice(0, 200),
    isShown: isOutlined && bottom > 0 && top < innerHeight,
    bottom: isInMain ? bottom + scrollY : null,
    top: isInMain ? top + scrollY : null,
  }
}
