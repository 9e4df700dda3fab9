import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileCopy } from './build/compile-copy.ts'
import { contactWithoutScript } from './build/contact-without-script.ts'
import { preloadMain } from './build/preload-main.ts'

export default defineConfig({
  plugins: [compileCopy(), react(), contactWithoutScript(), preloadMain()],
  css: { preprocessorOptions: { scss: { loadPaths: ['node_modules/@uswds/uswds/packages'] } } },
  build: {
    manifest: true,
    // One style sheet, known to the page from its first byte: nothing is ever painted unstyled.
    cssCodeSplit: false,
    // The polyfill is inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    // Workers and pictures are files of their own: the policy takes scripts from our origin only.
    assetsInlineLimit: 0,
  },
})
