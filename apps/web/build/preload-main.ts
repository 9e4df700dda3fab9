import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * The page's script is a small one that chooses language and theme and then imports the application. This tells the
 * browser about the application at once, so that it travels beside the small script and not after it.
 */
export function preloadMain(): Plugin {
  return {
    name: 'connect:preload-main',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }): HtmlTagDescriptor[] {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk')
        const main = chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith('/src/main.tsx')))
        if (!main) throw new Error('The build made no chunk of src/main.tsx to preload')
        const known = new Set(
          chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => [chunk.fileName, ...chunk.imports]),
        )
        const files = [main.fileName, ...main.imports].filter((fileName) => !known.has(fileName))
        return files.map((fileName) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head',
        }))
      },
    },
  }
}
