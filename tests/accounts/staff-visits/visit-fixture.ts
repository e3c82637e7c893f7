import { listVisits } from "@/lib/accounts/staff-visits/list-visits";
import { startVisit } from "@/lib/accounts/staff-visits/start-visit";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import type { TestPortal } from "@/tests/fixtures/portal";

export const OWNER = "owner@northwind.example";
export const ADMINISTRATOR = "administrator@northwind.example";
export const AGENT = "staff-support@portcullis.example";
export const ACCOUNTING = "staff-accounting@portcullis.example";
export const MANAGER = "staff-manager@portcullis.example";

/** Northwind before any of our staff has said why. */
export async function visitFixture(portal: TestPortal) {
  const { id: accountId } = portal.demo.northwind;
  const callers = new Map<string, Caller>();
  const as = async (email: string) => {
    const caller = callers.get(email) ?? (await portal.as(email));
    callers.set(email, caller);
    return caller;
  };
  const ask = async <Op extends AnyOperation>(
    email: string,
    operation: Op,
    input: InputOf<Op>,
  ): Promise<OutputOf<Op>> => execute(await as(email), accountId, operation, input);
  return {
    accountId,
    ask,
    as,
    /** Nobody has access, and nothing has been opened. */
    async afresh() {
      await portal.owner.staffRead.deleteMany();
      await portal.owner.staffVisit.deleteMany();
      await portal.owner.contactLook.updateMany({ where: { endedAt: null }, data: { endedAt: new Date() } });
      await portal.owner.account.update({ where: { id: accountId }, data: { staffApproval: "off" } });
    },
    start: (email: string, more: Partial<InputOf<typeof startVisit>> = {}) =>
      ask(email, startVisit, { reason: "billing", note: "You called about an invoice.", ...more }),
    now: async () => (await ask(OWNER, listVisits, {})).items,
    lines: () => portal.owner.staffRead.findMany({ where: { accountId }, orderBy: { operation: "asc" } }),
    forget: (email: string) => callers.delete(email),
  };
}

export type VisitFixture = Awaited<ReturnType<typeof visitFixture>>;
