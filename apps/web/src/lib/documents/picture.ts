/**
 * A photo as a small JPEG that a page may show: a `data:` address, since the page's policy knows no others of its own
 * making. At most `side` CSS pixels long and wide; undefined where this browser cannot open it, as with HEIC outside
 * of Safari.
 */
export async function pictureOf(content: Blob, side: number): Promise<string | undefined> {
  if (content.type === 'application/pdf') return undefined
  try {
    const whole = await createImageBitmap(content, { imageOrientation: 'from-image' })
    const scale = Math.min(1, side / Math.max(whole.width, whole.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(whole.width * scale))
    canvas.height = Math.max(1, Math.round(whole.height * scale))
    const context = canvas.getContext('2d')
    if (!context) return undefined
    // What is transparent would turn black.
    context.fillStyle = 'white'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(whole, 0, 0, canvas.width, canvas.height)
    whole.close()
    return canvas.toDataURL('image/jpeg', 0.82)
  } catch {
    return undefined
  }
}

const thumbnails = new WeakMap<File, Promise<string | undefined>>()

/** The side, in pixels, of the picture beside a file's name, sharp on phones. */
const thumbnailSide = 192

/** The small picture of a file; made once. */
export function thumbnailOf(file: File): Promise<string | undefined> {
  const known = thumbnails.get(file)
  if (known) return known
  const making = pictureOf(file, thumbnailSide)
  thumbnails.set(file, making)
  return making
}
