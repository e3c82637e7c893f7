import { address, nothing } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

/** Of a colleague who isn't among those that try the operations. */
const visit = async ({ portal, accountId }: Arrangement, more: object = {}) => {
  const { id: personId } = await portal.owner.person.create({ data: { name: "Ines Costa", email: address() } });
  const { id: visitId } = await portal.owner.staffVisit.create({
    data: {
      ...{ accountId, personId, staffName: "Ines Costa", reason: "support", note: "You called us.", hours: 4 },
      startedAt: new Date(Date.now() - 60_000),
      endsAt: new Date(Date.now() + 3_600_000),
      ...more,
    },
  });
  return { visitId };
};

const waiting = (at: Arrangement) => visit(at, { approval: "waiting" });
const emergency = (at: Arrangement) => visit(at, { approval: "waiting", needsApproval: true, emergency: true });

const why = { reason: "support", note: "You called us." };

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                         own adm bil sup b+s cus age acc man
  "staff-visits.answer":            { may: " +   -   -   -   -   -   -   -   - ", sample: async (at) => ({ ...(await waiting(at)), answer: "approve", hours: 2 }) },
  "staff-visits.change-approval":   { may: " +   -   -   -   -   -   -   -   - ", sample: () => ({ approval: "off" }) },
  "staff-visits.confirm-emergency": { may: " -   -   -   -   -   -   -   -   + ", sample: emergency },
  "staff-visits.end":               { may: " +   -   -   -   -   -   -   -   - ", sample: (at) => visit(at) },
  "staff-visits.leave":             { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "staff-visits.list":              { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "staff-visits.list-own":          { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
  "staff-visits.start":             { may: " -   -   -   -   -   -   +   +   + ", sample: () => why },
  "staff-visits.start-emergency":   { may: " -   -   -   -   -   -   -   -   + ", sample: () => why },
  "staff-visits.view-approval":     { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "staff-visits.view-own":          { may: " -   -   -   -   -   -   +   +   + ", sample: nothing },
};
