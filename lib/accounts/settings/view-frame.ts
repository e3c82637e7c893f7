import { z } from "zod";
import { listed } from "@/lib/platform/kernel/listed";
import { t } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { roles } from "@/lib/policy/roles";
import { isOver, type Subject } from "@/lib/policy/subject";
import { accountFrame } from "./schema";

/** The account, and the viewer's roles on it. */
export const viewFrame = defineQuery({
  name: "account.view",
  permission: "account.view",
  scope: "account",
  unlisted: "known-from-search",
  summary: "View the account and your access to it",
  activity: "view the account",
  input: z.object({}),
  output: accountFrame,
  http: { method: "GET", path: "/accounts/{accountId}" },
  run: async ({ account, actor, viewer }) => ({
    id: account.id,
    number: account.number,
    name: account.name,
    closed: account.closed,
    you: { name: actor.name, isStaff: actor.isStaff, rolesInWords: rolesInWords(viewer.subject) },
  }),
});

function rolesInWords({ contactId, roles: held, staffRoles, now }: Subject): string {
  if (contactId === null) return t("Staff: {roles}", { roles: listed(staffRoles.map((role) => t(roles[role].name))) });
  const live = held.filter(({ endsAt }) => !isOver(endsAt, now)).map(({ role }) => t(roles[role].name));
  return live.length > 0 ? listed(live) : t("Custom");
}
