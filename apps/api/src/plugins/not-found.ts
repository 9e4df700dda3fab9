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
    // Methods of each address without a variable part.
    const named = new Map<string, string[]>()
    app.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return
      if (!url.includes(':')) named.set(url, [...(named.get(url) ?? []), method].flat())
      const pattern = new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:[^/]+/g, '[^/]+')}$`)
      for (const name of [method].flat()) known.push({ pattern, method: name })
    })
    // The framework wants a content type of this method before it looks where it goes; nothing of ours takes it at all.
    // And what has a name of its own is no id, whichever method the operation beside it takes.
    app.addHook('onRequest', (request, reply, next) => {
      const { url = '' } = request.routeOptions
      const isTakenForId = url.includes(':') && named.has(addressOf(request))
      if (request.method === 'QUERY' || isTakenForId) answer(request, reply)
      else next()
    })
    app.setNotFoundHandler(answer)
    done()

    function answer(request: FastifyRequest, reply: FastifyReply): FastifyReply {
      const address = addressOf(request)
      const methods =
        named.get(address) ?? known.filter(({ pattern }) => pattern.test(address)).map(({ method }) => method)
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

function addressOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '/'
}

/** Problem pages end in a dotted code, so only the ending of a file name counts as a file. */
function lastSegment(address: string): string {
  return address.startsWith('/problems/') ? '' : (address.split('/').at(-1) ?? '')
}
