import { z } from "zod";
import { loginOf } from "@/lib/platform/db/login-of";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
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
    if (account === null) throw notFound(t("Account not found."));
    if (account.status === "closed") throw new Problem("conflict", t("This account is closed."));
    const email = account.owner.person?.email;
    const login = email === undefined ? null : await loginOf(db, email);
    if (email === undefined || login === null) throw notFound(t("Account not found."));
    const refusal = refusalOf(login);
    if (refusal !== null) throw new Problem("conflict", refusal);
    if (login.verified) throw new Problem("conflict", t("{name} has already joined.", { name: login.name }));
    await mailOwner(db, { ...account, owner: { ...login, email } }, { now });
    return {
      output: { id: customerId },
      audit: {
        summary: say("Invited the owner, {name}, again", { name: login.name }),
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
