import fastifyStatic from '@fastify/static'
import plugin from 'fastify-plugin'

/** The built SPA. Files under /assets carry a hash of their content in the name and never change. */
export const webFiles = plugin<{ readonly root: string }>(
  async (app, { root }) => {
    await app.register(fastifyStatic, {
      root,
      wildcard: true,
      index: ['index.html'],
      preCompressed: true,
      cacheControl: false,
      // Nobody resumes files as small as these, and each refusal would need an answer of its own.
      acceptRanges: false,
      // Build reports are nobody's business.
      allowedPath: (name) => !name.startsWith('/.vite'),
      setHeaders: (reply, file) => {
        reply.header(
          'cache-control',
          file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  },
  { name: 'web-files' },
)
