import { z } from "zod";
import { loginOf } from "@/lib/platform/db/login-of";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";
import { mailOwner } from "@/lib/staff/core/mail-owner";
import { refusalOf } from "@/lib/staff/core/owner-login";

/** Emails the owner of an account again, until they have set a password or confirmed their address. */
export const inviteOwner = defineCommand({
  name: "staff.invite-owner",
  permission: "staff.accounts.create",
  scope: "staff",
  summary: "Invite the owner of an account again",
  activity: "invite an account owner",
  once: true,
  input: z.object({ customerId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/accounts/{customerId}/owner-invitation" },
  run: async ({ db, realNow: now }, { customerId }) => {
    const account = await db.account.findUnique({ where: { id: customerId }, select: columns });
    if (account === null) throw notFound("Account not found.");
    if (account.status === "closed") throw new Problem("conflict", "This account is closed.");
    const email = account.owner.person?.email;
    const login = email === undefined ? null : await loginOf(db, email);
    if (email === undefined || login === null) throw notFound("Account not found.");
    const refusal = refusalOf(login);
    if (refusal !== null) throw new Problem("conflict", refusal);
    if (login.verified) throw new Problem("conflict", `${login.name} has already joined.`);
    await mailOwner(db, { ...account, owner: { ...login, email } }, now);
    return {
      output: { id: customerId },
      audit: {
        summary: `Invited the owner, ${login.name}, again`,
        target: { type: "account", id: customerId },
        accountId: customerId,
      },
    };
  },
});

const columns = {
  id: true,
  number: true,
  name: true,
  status: true,
  owner: { select: { person: { select: { email: true } } } },
} as const;
