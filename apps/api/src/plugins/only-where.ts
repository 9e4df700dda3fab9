import type { FastifyContextConfig, FastifyReply, FastifyRequest } from 'fastify'

type Hook = (request: FastifyRequest, reply: FastifyReply, next: (error?: Error) => void) => void

/**
 * A hook for the routes whose literal asks for it; the work is given what the literal says. All others go on at once: a
 * promise for each hook that has nothing to do costs more than a short answer does.
 */
export function onlyWhere<Part>(
  partOf: (config: FastifyContextConfig) => Part | false | undefined,
  work: (request: FastifyRequest, part: Part, reply: FastifyReply) => Promise<void>,
): Hook {
  return (request, reply, next) => {
    const part = partOf(request.routeOptions.config)
    if (part === undefined || part === false) next()
    else work(request, part, reply).then(() => next(), next)
  }
}
