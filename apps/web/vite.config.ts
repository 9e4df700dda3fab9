import { createRequire } from 'node:module'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { chunks } from './build/chunks.ts'
import { compileCopy } from './build/compile-copy.ts'
import { compress } from './build/compress.ts'
import { firstPaint } from './build/first-paint.tsx'
import { renderBlocking } from './build/render-blocking.ts'
import { withoutApplication } from './build/without-application.ts'

// Found through the package, so that it does not matter which folder the command was started in.
const require = createRequire(import.meta.url)
const uswdsStyles = join(require.resolve('@uswds/uswds'), '../../../packages')

export default defineConfig({
  plugins: [compileCopy(), react(), firstPaint(), withoutApplication(), renderBlocking(), compress()],
  css: { preprocessorOptions: { scss: { loadPaths: [uswdsStyles] } } },
  build: {
    manifest: true,
    // One style sheet, known to the page from its first byte: nothing is ever painted unstyled.
    cssCodeSplit: false,
    // The polyfill is inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    // Workers and pictures are files of their own: the policy takes scripts from our origin only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The application names every script that is fetched later, and they one another: a hash alone has to do.
        chunkFileNames: ({ name }) => (name === 'shared' ? 'assets/[name]-[hash].js' : 'assets/[hash].js'),
        codeSplitting: { includeDependenciesRecursively: false, groups: [chunks()] },
      },
    },
  },
})
