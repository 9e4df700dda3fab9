import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { sourceFiles } from './source-files.ts'
import { cacheFile, fromRoot } from './workspace.ts'

export interface Product {
  name: string
  /** Files and folders, named from the top folder, that the product is made from. */
  madeFrom: readonly string[]
  /** A file that is there when the product is there. */
  result: string
  make: () => Promise<void>
}

/** What a tool said when it could not make something; the message holds all of it. */
export class MakeFault extends Error {
  override readonly name = 'MakeFault'
}

/** One hash over the names and bytes of everything below the given paths. */
function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    if (!existsSync(fromRoot(path))) continue
    const files = statSync(fromRoot(path)).isDirectory() ? sourceFiles(path) : [path]
    for (const file of files)
      hash
        .update(`${file}\0`)
        .update(readFileSync(fromRoot(file)))
        .update('\0')
  }
  return hash.digest('hex')
}

/**
 * Makes a product only when what it is made from has changed since it was last made here. It goes by content, not by
 * time, because a checkout gives every file a new time. Answers whether it was made.
 */
export async function bringUpToDate(product: Product): Promise<boolean> {
  const stamp = cacheFile(`${product.name}.sha256`)
  const now = fingerprint(product.madeFrom)
  if (existsSync(fromRoot(product.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now)
    return false
  // Taken away first: when making it breaks off in the middle, the next run must not take the half for the whole.
  rmSync(stamp, { force: true })
  await product.make()
  writeFileSync(stamp, now)
  return true
}
