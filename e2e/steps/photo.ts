import type { Page } from '@playwright/test'

/** A file as Playwright hands it to a page. */
interface Photo {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A photo as a phone takes it: a JPEG, here of a sheet of paper in a light that is not even. */
export async function aJpegPhoto(page: Page, name: string): Promise<Photo> {
  const encoded = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    const [width, height] = [1512, 2016]
    Object.assign(canvas, { width, height })
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('there is no canvas')
    const light = context.createLinearGradient(0, 0, width, height)
    light.addColorStop(0, '#d8cfc0')
    light.addColorStop(1, '#6d675c')
    context.fillStyle = light
    context.fillRect(0, 0, width, height)
    context.fillStyle = '#222'
    for (let line = 160; line < height - 160; line += 48)
      context.fillRect(120, line, 400 + ((line * 37) % 840), 18)
    return canvas.toDataURL('image/jpeg', 0.9)
  })
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(encoded.split(',')[1] ?? '', 'base64') }
}
