import type { HtmlTagDescriptor, IndexHtmlTransformResult, Plugin } from 'vite'

/**
 * The page's script is a small one that chooses language and theme and then imports the application. This tells the
 * browser about the application at once, so that it travels beside the small script and not after it; and lets the
 * first paint wait for the small script, so that nobody sees another language or look than their own. The application
 * comes after what the first paint needs.
 */
export function preloadMain(): Plugin {
  return {
    name: 'connect:preload-main',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }): IndexHtmlTransformResult {
        const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk')
        const main = chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith('/src/main.tsx')))
        if (!main) throw new Error('The build made no chunk of src/main.tsx to preload')
        const known = new Set(
          chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => [chunk.fileName, ...chunk.imports]),
        )
        const files = [main.fileName, ...main.imports].filter((fileName) => !known.has(fileName))
        const tags = files.map((fileName): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', fetchpriority: 'low', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head',
        }))
        return { html: html.replace('<script type="module"', '$& blocking="render"'), tags }
      },
    },
  }
}
