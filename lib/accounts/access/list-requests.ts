import { z } from "zod";
import { changeInWords } from "@/lib/accounts/core/change-in-words";
import { withPermission } from "@/lib/accounts/core/grantors";
import { namesOfRecords } from "@/lib/accounts/core/requested-record";
import { permissionRequest, requestStatus } from "@/lib/accounts/core/schema";
import { RequestStatus } from "@/lib/platform/db/enum-values";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
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
  input: z.object({ status: requestStatus.optional(), ...cursorInput, ...sortInput(orders, "status", "asc") }),
  output: cursorPageOf(permissionRequest),
  http: { method: "GET", path: "/accounts/{accountId}/permission-requests" },
  run: async (context, asked) => {
    const { status } = asked;
    const where = { accountId: context.account.id, ...(status ? { status } : {}) };
    const byStatus = (sort: Direction) => [
      ...orders.status(sort),
      { createdAt: status === "open" ? ("asc" as const) : ("desc" as const) },
    ];
    const list = keysetList("people.list-requests", { ...orders, status: byStatus }, asked, { status: RequestStatus });
    const select = list.select(requestColumns);
    const [found, total] = await Promise.all([
      list.read((part) =>
        context.db.permissionRequest.findMany({ ...part, where: { AND: [where, part.where] }, select }),
      ),
      context.db.permissionRequest.count({ where, ...countedBy({ createdAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    const open = page.items.filter((one) => one.status === "open").map(({ contactId }) => contactId);
    const people = open.length > 0 ? await context.members({ ids: [...new Set(open)] }) : [];
    const names = await namesOfRecords(context, page.items.flatMap(recordOf));
    const items = page.items.map((one) =>
      presentRequest(one, one.status === "open" ? grantingOf(context, one, people, names) : null, names),
    );
    return { ...page, items };
  },
});

interface Asked {
  readonly contactId: string;
  readonly permission: string;
  readonly recordId: string | null;
  readonly hours: number | null;
}

const recordOf = ({ permission, recordId }: Asked) =>
  isPermission(permission) && recordId !== null ? [{ permission, recordId }] : [];

/** What granting it as asked would do, by the same rules as granting: why the viewer can't, until when, and on what condition. */
function grantingOf(
  { viewer, realNow: now }: Context,
  { contactId, permission, recordId, hours }: Asked,
  people: readonly AccountMember[],
  names: ReadonlyMap<string, string>,
): Granting {
  const wouldEndAt = endOfHours(hours, now);
  const asker = people.find((one) => one.contactId === contactId);
  if (!asker || !isPermission(permission))
    return { locked: t("This request can no longer be granted."), wouldEndAt, condition: null };
  if (recordId !== null && !names.has(recordId))
    return {
      locked: t("What this request is about isn't on this account, or you can't see it."),
      wouldEndAt,
      condition: null,
    };
  const next = withPermission(asker.subject, { permission, recordId }, wouldEndAt);
  const verdict = roleChange(viewer, asker, next);
  if (!verdict.ok) return { locked: verdict.sentence, wouldEndAt, condition: null };
  if (recordId !== null) return { locked: null, wouldEndAt, condition: null };
  const gained = changeInWords(verdict, asker.subject, next, now).flatMap(({ items }) => items);
  const condition = gained.find((one) => one.permission === permission)?.condition ?? null;
  return { locked: null, wouldEndAt, condition };
}
