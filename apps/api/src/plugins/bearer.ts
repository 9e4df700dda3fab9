import type { Scope } from '@connect/contract/rooms/integrations'
import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { IntegratorActor, RequestContext } from '../kernel/actor.ts'
import '../kernel/request-context.ts'
import { onlyWhere } from './only-where.ts'
import './route-contract.ts'

/**
 * Whose a token is. Throws `token.required` for none and for one that is not in force, `token.scope_missing` for one that
 * lacks the scope, and `limit.rate` for an address that shows too many such.
 */
type IdentifyToken = (
  token: string | undefined,
  scope: Scope,
  context: Pick<RequestContext, 'requestId' | 'address'>,
) => Promise<IntegratorActor>

/** The scheme's name in any case, the token as it is (RFC 9110, section 11.1; RFC 6750, section 2.1). */
const bearerPattern = /^bearer +(\S+)$/i

/**
 * Holds the operations of integrators to a token in the header: no cookie and no address opens them. Everywhere else a
 * token means nothing.
 */
export const bearerPlugin = plugin<{ readonly identifyToken: IdentifyToken }>(
  (app, { identifyToken }, done) => {
    app.addHook(
      'onRequest',
      onlyWhere(({ scope }) => scope, requireToken),
    )

    async function requireToken(request: FastifyRequest, scope: Scope): Promise<void> {
      const [, token] = bearerPattern.exec(request.headers.authorization ?? '') ?? []
      request.actor = await identifyToken(token, scope, { requestId: request.id, address: request.ip })
    }
    done()
  },
  { name: 'bearer', dependencies: ['session'] },
)
