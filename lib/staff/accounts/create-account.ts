import { z } from "zod";
import { checkAddress } from "@/lib/platform/kernel/address/check-address";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { mailOwner } from "@/lib/staff/core/mail-owner";
import { newAccountFields } from "@/lib/staff/core/new-account";
import { openAccount } from "@/lib/staff/core/open-account";

/** Creates a customer account with its owner, who is invited by email and may have a login already. */
export const createAccount = defineCommand({
  name: "staff.create-account",
  permission: "staff.accounts.create",
  scope: "staff",
  summary: "Create a customer account and invite its owner",
  activity: "create a customer account",
  once: true,
  input: z.object(newAccountFields).superRefine(checkAddress),
  output: z.object({ id, number: z.string() }),
  http: { method: "POST", path: "/staff/accounts", status: 201 },
  run: async ({ db, realNow: now }, given) => {
    const account = await openAccount(db, given);
    await mailOwner(db, account, { now });
    const { id: accountId, number, name, owner } = account;
    return {
      output: { id: accountId, number },
      audit: {
        summary: say("Created the account {name} ({number}) and invited its owner, {owner}", {
          name,
          number,
          owner: owner.name,
        }),
        target: { type: "account", id: accountId },
        details: { number, owner: owner.email },
        accountId,
      },
    };
  },
});
