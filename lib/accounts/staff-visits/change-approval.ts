import { z } from "zod";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { staffApprovals } from "@/lib/policy/staff-visit";

/** It counts from the next request of staff on: visits that nobody has approved open nothing more. */
export const changeApproval = defineCommand({
  name: "staff-visits.change-approval",
  permission: "settings.staff-access.change",
  scope: "account",
  lockAccount: true,
  summary: "Choose what the provider's staff need the owner's approval for",
  activity: "change what staff need an approval for",
  input: z.object({ approval: z.enum(staffApprovals) }),
  output: z.object({ approval: z.enum(staffApprovals) }),
  http: { method: "PUT", path: "/accounts/{accountId}/staff-approval" },
  run: async ({ db, account }, { approval }) => {
    const before = await db.account.findUniqueOrThrow({ where: { id: account.id }, select: { staffApproval: true } });
    await db.account.updateMany({ where: { id: account.id }, data: { staffApproval: approval } });
    return {
      output: { approval },
      audit: { summary: summaryOf[approval], details: { before: before.staffApproval, after: approval } },
    };
  },
});

const summaryOf = {
  off: say("Let staff open this account's records without an approval"),
  "login-details": say("Made staff ask for an approval before they change login details"),
  everything: say("Made staff ask for an approval before they open anything"),
};
