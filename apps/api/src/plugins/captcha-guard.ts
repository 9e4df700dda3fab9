import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { Captcha } from '../adapters/captcha/captcha.ts'
import type { CaptchaSpend } from '../kernel/captcha-spending.ts'
import { Problem } from '../kernel/problem.ts'
import { onlyWhere } from './only-where.ts'
import './route-contract.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the operation's transaction must spend, so that a solution is good once. */
    captchaSpend: CaptchaSpend | null
    /** Whether the request brought a security check that holds. */
    captchaPassed: boolean
  }
}

/**
 * Looks at the security check of a request, and names what is wrong with it together with every other broken rule
 * (the route sets `attachValidation`). A rule that fails does not spend the solution.
 */
export const captchaGuard = plugin<{ readonly captcha: Captcha }>(
  (app, { captcha }, done) => {
    app.decorateRequest('captchaSpend', null)
    app.decorateRequest('captchaPassed', false)
    app.addHook(
      'preHandler',
      onlyWhere(({ captcha: action }) => action, look),
    )

    async function look(request: FastifyRequest, action: CaptchaAction): Promise<void> {
      const broken = request.validationError as unknown
      const others = broken instanceof Problem ? (broken.options.errors ?? []) : []
      if (broken instanceof Problem && broken.options.errors === undefined) throw broken
      const solution = solutionOf(request)
      const issues: RequestIssue[] = [...others]
      if (typeof solution === 'string' && solution !== '') {
        const verdict = await captcha.verify(solution, action, request.ip)
        request.captchaPassed = verdict.ok
        if (verdict.ok) request.captchaSpend = verdict.spend
        else
          issues.push({
            pointer: '/captcha',
            code: verdict.code,
            ...(verdict.code === 'captcha.other_action' ? { params: { action: action } } : {}),
          })
      }
      if (issues.length > 0) throw new Problem('request.invalid', { errors: issues })
    }
    done()
  },
  { name: 'captcha-guard', dependencies: ['idempotency'] },
)

function solutionOf(request: FastifyRequest): unknown {
  const { body } = request
  return typeof body === 'object' && body !== null && 'captcha' in body ? body.captcha : undefined
}
