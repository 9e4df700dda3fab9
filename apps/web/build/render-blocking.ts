import type { Plugin } from 'vite'

/**
 * Lets the first paint wait for the page's script, a small one that chooses language and theme, so that nobody sees
 * another language or look than their own.
 */
export function renderBlocking(): Plugin {
  return {
    name: 'connect:render-blocking',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('<script type="module"', '$& blocking="render"'),
    },
  }
}
