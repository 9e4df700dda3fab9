import { timeOrderedId } from '../../kernel/ids.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** Whoever feeds the cases of a demonstration; made when it is absent. */
export async function ensureDemoIntegrator(tx: Transaction, name: string): Promise<string> {
  const { id } = await tx.integrator.upsert({
    where: { name },
    create: { id: timeOrderedId(), name },
    update: {},
    select: { id: true },
  })
  return id
}
