// `pnpm check`: formatting, lint, types, the law of imports, dead code, versions, file length, no exemptions.
import { check } from './checks.ts'
import { stopWithLaunchers } from './launchers.ts'

stopWithLaunchers()
const { passed, failed } = await check()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
