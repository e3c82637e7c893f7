import { z } from "zod";
import { accessRecord } from "@/lib/accounts/core/access-of";
import { askToVerify } from "@/lib/accounts/core/ask-to-verify";
import { createContact } from "@/lib/accounts/core/create-contact";
import { giverOf } from "@/lib/accounts/core/giver-of";
import { noticeKeys } from "@/lib/accounts/core/notice-keys";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { saidRow } from "@/lib/accounts/core/said-list";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { id } from "@/lib/platform/kernel/ids";
import { personName } from "@/lib/platform/kernel/person-name";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { nothingPlanned } from "@/lib/policy/access-plan";
import { entryOf } from "@/lib/policy/permissions";
import { roleChange } from "@/lib/policy/role-change";

/** Adds a contact who gets notifications but has no login. */
export const addNonMember = defineCommand({
  name: "people.add-non-member",
  permission: "people.non-members.add",
  scope: "account",
  summary: "Add a notification-only contact",
  activity: "add a notification-only contact",
  lockAccount: true,
  once: true,
  input: z.object({
    name: personName,
    email: emailAddress,
    notices: z.array(z.enum(noticeKeys)).min(1, issue("Choose at least one notification.")).max(noticeKeys.length),
  }),
  output: z.object({ contactId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/non-members", status: 201 },
  run: async (context, { name, email, notices }) => {
    const { db, account, actor, viewer, realNow: now } = context;
    const chosen = [...new Set(notices)];
    const next = {
      ...nothingPlanned,
      overrides: chosen.map((permission) => ({ permission, effect: "on" as const, endsAt: null })),
    };
    const verdict = roleChange(viewer, null, next);
    if (!verdict.ok) throw refusedChange(verdict);
    const by = giverOf(context);
    const plan = { kind: "nonMember", status: "active", name, email, next, by } as const;
    const contactId = await createContact(context, plan);
    const notice = { account, contactId, name, email, addedBy: actor.name, notices: chosen, now };
    await askToVerify(db, notice);
    return {
      output: { contactId },
      audit: {
        summary: say("Added {name} as a notification-only contact: {notices}", {
          name,
          notices: saidRow(chosen.map((notice) => say(entryOf(notice).name))),
        }),
        target: { type: "contact", id: contactId },
        details: { email, after: accessRecord(next) },
      },
    };
  },
});
