import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { Problem } from '../kernel/problem.ts'
import { sendProblem } from './problems.ts'

interface NotFoundOptions {
  /** Whether there is an SPA to serve. */
  readonly hasPages: boolean
}

interface KnownRoute {
  readonly pattern: RegExp
  readonly method: string
}

/** 405 where the address is known and the method is not, 404 elsewhere, the SPA for whoever asks for a page. */
export const notFoundPlugin = plugin<NotFoundOptions>(
  (app, { hasPages }, done) => {
    const known: KnownRoute[] = []
    app.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return
      const pattern = new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:[^/]+/g, '[^/]+')}$`)
      for (const name of [method].flat()) known.push({ pattern, method: name })
    })
    // The framework wants a content type of this method before it looks where it goes; nothing of ours takes it at all.
    app.addHook('onRequest', (request, reply, next) => {
      if (request.method === 'QUERY') answer(request, reply)
      else next()
    })
    app.setNotFoundHandler(answer)
    done()

    function answer(request: FastifyRequest, reply: FastifyReply): FastifyReply {
      const [address = '/'] = request.url.split('?')
      const methods = known.filter(({ pattern }) => pattern.test(address)).map(({ method }) => method)
      if (methods.length > 0) {
        return sendProblem(
          request,
          reply,
          new Problem('request.method_not_allowed', { headers: { allow: methods.join(', ') } }),
        )
      }
      const wantsPage = request.method === 'GET' || request.method === 'HEAD'
      if (
        hasPages &&
        wantsPage &&
        !address.startsWith('/api/') &&
        !/\.[a-z0-9]+$/.test(lastSegment(address))
      ) {
        return reply.sendFile('index.html')
      }
      return sendProblem(request, reply, new Problem('resource.not_found'))
    }
  },
  { name: 'not-found' },
)

/** Problem pages end in a dotted code, so only the ending of a file name counts as a file. */
function lastSegment(address: string): string {
  return address.startsWith('/problems/') ? '' : (address.split('/').at(-1) ?? '')
}
