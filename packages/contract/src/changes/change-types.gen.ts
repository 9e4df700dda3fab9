// Made by scripts/generate-change-types.ts from the files of types/; change those, not this.
import type { ChangeType } from './change-type.ts'
import { startJob } from './types/start-job.ts'
import { changeEmployer } from './types/change-employer.ts'
import { jobEnds } from './types/job-ends.ts'
import { unemploymentStarts } from './types/unemployment-starts.ts'
import { unemploymentEnds } from './types/unemployment-ends.ts'
import { socialSecurityStarts } from './types/social-security-starts.ts'
import { childSupportStarts } from './types/child-support-starts.ts'
import { otherIncomeChange } from './types/other-income-change.ts'
import { someoneMovesIn } from './types/someone-moves-in.ts'
import { someoneMovesOut } from './types/someone-moves-out.ts'
import { youMove } from './types/you-move.ts'
import { youMarry } from './types/you-marry.ts'
import { youDivorce } from './types/you-divorce.ts'
import { youBecomePregnant } from './types/you-become-pregnant.ts'
import { youGiveBirth } from './types/you-give-birth.ts'
import { treatmentOver30Days } from './types/treatment-over-30-days.ts'
import { inheritance } from './types/inheritance.ts'
import { lawsuitSettlement } from './types/lawsuit-settlement.ts'
import { bankAccount } from './types/bank-account.ts'
import { motorVehicle } from './types/motor-vehicle.ts'
import { school } from './types/school.ts'
import { somethingElse } from './types/something-else.ts'

/** Every kind of change, by group and then by position. */
export const changeTypeList: readonly ChangeType[] = [
  startJob,
  changeEmployer,
  jobEnds,
  unemploymentStarts,
  unemploymentEnds,
  socialSecurityStarts,
  childSupportStarts,
  otherIncomeChange,
  someoneMovesIn,
  someoneMovesOut,
  youMove,
  youMarry,
  youDivorce,
  youBecomePregnant,
  youGiveBirth,
  treatmentOver30Days,
  inheritance,
  lawsuitSettlement,
  bankAccount,
  motorVehicle,
  school,
  somethingElse,
]
