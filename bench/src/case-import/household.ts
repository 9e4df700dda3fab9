import type { FedCase } from '@connect/contract/rooms/case-feed'
import { aFedCase, aFedChild, aFedMember, aFedPayment, aFedProgram } from '@connect/households/fed-case'

/** Two adults and two children with food, cash and medical help, and payments of two years. */
export function aHousehold(): FedCase {
  const [head, partner] = [aFedMember(), aFedMember()]
  const children = [aFedChild(), aFedChild()]
  const everybody = [head, partner, ...children].map(({ memberId }) => memberId)
  const covered = [head.memberId, ...everybody.slice(1)] as const
  return aFedCase({
    members: [head, partner, ...children],
    programs: [
      aFedProgram([...covered], { renewalDueOn: '2099-01-31', periodicReportDueOn: '2098-12-31' }),
      aFedProgram([...covered], { program: 'TFA' }),
      aFedProgram([...covered], { program: 'HUSKY_A', renewalDueOn: '2099-03-31' }),
    ],
    payments: Array.from({ length: 24 }, (_, month) =>
      aFedPayment({
        paidOn: `${String(2025 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-01`,
      }),
    ),
  })
}
