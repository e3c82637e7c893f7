import { z } from "zod";
import { type OwnAccount, ownAccountSchema } from "@/lib/identity/core/schema";
import type { Membership } from "@/lib/platform/db/load-memberships";
import { iso } from "@/lib/platform/kernel/dates";
import { listed } from "@/lib/platform/kernel/listed";
import { pageInput, pageOf, pageOfAll } from "@/lib/platform/kernel/page";
import { t } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { roles } from "@/lib/policy/roles";
import { isOver } from "@/lib/policy/subject";

/** The accounts the person belongs to, accessible ones first. */
export const listAccounts = defineQuery({
  name: "profile.list-accounts",
  permission: "profile.manage",
  scope: "self",
  summary: "List the accounts you belong to",
  activity: "view own accounts",
  input: z.object(pageInput),
  output: pageOf(ownAccountSchema),
  http: { method: "GET", path: "/me/accounts" },
  run: async ({ memberships }, { page }) => {
    const accounts = (await memberships()).map(toOwnAccount);
    return pageOfAll(
      accounts.sort((a, b) => usefulness[a.standing] - usefulness[b.standing]),
      page,
    );
  },
});

const usefulness = { open: 0, closed: 1, suspended: 2, ended: 3 };

function toOwnAccount({ account, contactId, since, subject }: Membership): OwnAccount {
  const held = subject.roles
    .filter(({ endsAt }) => !isOver(endsAt, subject.now))
    .map(({ role }) => t(roles[role].name));
  return {
    id: account.id,
    number: account.number,
    name: account.name,
    contactId,
    since: iso(since),
    standing: standingOf({ account, subject }),
    roles: held,
    rolesInWords: held.length > 0 ? listed(held) : t("Custom"),
  };
}

function standingOf({ account, subject }: Pick<Membership, "account" | "subject">): OwnAccount["standing"] {
  if (subject.gates.contactSuspended) return "suspended";
  if (isOver(subject.gates.contactEndsAt, subject.now)) return "ended";
  return account.closed ? "closed" : "open";
}
