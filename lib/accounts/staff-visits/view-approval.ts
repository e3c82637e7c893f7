import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { staffApprovals } from "@/lib/policy/staff-visit";

/** What staff need the owner's approval for. */
export const viewApproval = defineQuery({
  name: "staff-visits.view-approval",
  permission: "settings.staff-access.view",
  scope: "account",
  summary: "View what the provider's staff need the owner's approval for",
  activity: "view what staff need an approval for",
  input: z.object({}),
  output: z.object({ approval: z.enum(staffApprovals) }),
  http: { method: "GET", path: "/accounts/{accountId}/staff-approval" },
  run: async ({ db, account }) => {
    const { staffApproval } = await db.account.findUniqueOrThrow({
      where: { id: account.id },
      select: { staffApproval: true },
    });
    return { approval: staffApproval as (typeof staffApprovals)[number] };
  },
});
