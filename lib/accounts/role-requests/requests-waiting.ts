import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { t } from "@/lib/platform/language/t";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";
import { requestedRole, requestedRoleName } from "./schema";

const waiting = z.object({
  count: z.int(),
  newest: z.array(z.object({ id, name: z.string(), roleName: z.string() })),
});

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    roleRequests: z.infer<typeof waiting>;
  }
}

export const roleRequestsPart = defineDashboardPart({
  name: "roleRequests",
  permission: "people.requests.answer",
  schema: waiting,
  load: requestsWaiting,
});

const SHOWN = 3;

/** Requests that we aren't sure of, and that somebody in charge has to answer. */
async function requestsWaiting({ db, account, realNow: now }: Context<"account">): Promise<z.input<typeof waiting>> {
  const where = { accountId: account.id, status: "waiting", expiresAt: { gt: now } };
  const [count, newest] = await Promise.all([
    db.roleRequest.count({ where }),
    db.roleRequest.findMany({
      where,
      select: { id: true, name: true, role: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: SHOWN,
    }),
  ]);
  return {
    count,
    newest: newest.map(({ role, ...request }) => ({
      ...request,
      roleName: t(requestedRoleName(requestedRole.parse(role))),
    })),
  };
}
