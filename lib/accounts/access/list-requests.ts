import { z } from "zod";
import { changeInWords } from "@/lib/accounts/core/change-in-words";
import { withPermission } from "@/lib/accounts/core/grantors";
import { permissionRequest, requestStatus } from "@/lib/accounts/core/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { t } from "@/lib/platform/language/t";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { isPermission } from "@/lib/policy/permissions";
import { roleChange } from "@/lib/policy/role-change";
import { endOfHours } from "./end-of-hours";
import { type Granting, presentRequest, requestColumns } from "./present-request";

const orders = {
  status: (sort) => [{ status: sort }],
  asked: (sort) => [{ createdAt: sort }],
  person: (sort) => [{ contact: { nameSearch: sort } }, { createdAt: "desc" }],
  permission: (sort) => [{ permission: sort }, { createdAt: "desc" }],
} satisfies Record<string, (sort: Direction) => Prisma.PermissionRequestOrderByWithRelationInput[]>;

/** Access requests; of pending ones the oldest first. */
export const listRequests = defineQuery({
  name: "people.list-requests",
  permission: "people.requests.answer",
  scope: "account",
  summary: "List access requests",
  activity: "view access requests",
  input: z.object({ status: requestStatus.optional(), ...pageInput, ...sortInput(orders, "status", "asc") }),
  output: pageOf(permissionRequest),
  http: { method: "GET", path: "/accounts/{accountId}/permission-requests" },
  run: async (context, { status, page, sort, direction }) => {
    const where = { accountId: context.account.id, ...(status ? { status } : {}) };
    const requests = context.db.permissionRequest.findMany({
      where,
      select: requestColumns,
      orderBy: [
        ...orders[sort](direction),
        ...(sort === "status" ? [{ createdAt: status === "open" ? ("asc" as const) : ("desc" as const) }] : []),
        { id: direction },
      ],
      ...pageSlice(page),
    });
    const [found, total] = await Promise.all([
      requests,
      context.db.permissionRequest.count({ where, ...countedBy({ createdAt: "desc" }) }),
    ]);
    const open = found.filter((one) => one.status === "open").map(({ contactId }) => contactId);
    const people = open.length > 0 ? await context.members({ ids: [...new Set(open)] }) : [];
    const items = found.map((one) =>
      presentRequest(one, one.status === "open" ? grantingOf(context, one, people) : null),
    );
    return pageResult(items, total, page);
  },
});

/** What granting it as asked would do, by the same rules as granting: why the viewer can't, until when, and on what condition. */
function grantingOf(
  { viewer, realNow: now }: Context,
  { contactId, permission, hours }: { contactId: string; permission: string; hours: number | null },
  people: readonly AccountMember[],
): Granting {
  const wouldEndAt = endOfHours(hours, now);
  const asker = people.find((one) => one.contactId === contactId);
  if (!asker || !isPermission(permission))
    return { locked: t("This request can no longer be granted."), wouldEndAt, condition: null };
  const next = withPermission(asker.subject, permission, wouldEndAt);
  const verdict = roleChange(viewer, asker, next);
  if (!verdict.ok) return { locked: verdict.sentence, wouldEndAt, condition: null };
  const gained = changeInWords(verdict, asker.subject, next, now).flatMap(({ items }) => items);
  const condition = gained.find((one) => one.permission === permission)?.condition ?? null;
  return { locked: null, wouldEndAt, condition };
}
