import { z } from "zod";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { isOptionalNotice } from "@/lib/platform/mail/optional-notices";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import { defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { explain } from "@/lib/policy/explain";
import { nameOf, permissionKeys, titleOf } from "@/lib/policy/permissions";
import { viewerOf } from "@/lib/policy/viewer";
import { type AccountNotices, accountNotices } from "./schema";

/** Who gets which notifications and why, and who could but doesn't. */
export const viewNotices = defineQuery({
  name: "settings.view-notices",
  permission: "settings.notices.view",
  scope: "account",
  summary: "View who gets which notification, and why",
  activity: "view who gets notifications",
  input: z.object({}),
  output: accountNotices,
  http: { method: "GET", path: "/accounts/{accountId}/notices" },
  run: async ({ people }) => {
    const everybody = await people();
    return { notices: notices.filter(isOffered).map((permission) => describeNotice(permission, everybody)) };
  },
});

const isNotice = (key: string): key is Notice => key.startsWith("notices.");

type Notice = Parameters<typeof noticeRecipients>[1];

const notices = permissionKeys.filter(isNotice);

function describeNotice(permission: Notice, everybody: readonly AccountMember[]): AccountNotices["notices"][number] {
  const recipients = noticeRecipients(everybody, permission);
  const reached = new Set(recipients);
  const missing = everybody.filter((one) => !reached.has(one) && can(viewerOf(one.subject), permission));
  return {
    permission,
    name: nameOf(permission),
    title: titleOf(permission),
    optional: isOptionalNotice(permission),
    recipients: recipients.map((one) => ({
      ...who(one),
      hasLogin: one.hasLogin,
      why: explain(viewerOf(one.subject), permission).sentence,
    })),
    missing: missing.map((one) => ({ ...who(one), why: one.emailVerified ? "turned-off" : "address-not-verified" })),
    warning: recipients.length > 0 ? null : warningOf(missing.length > 0),
  };
}

const who = ({ contactId, name, email }: AccountMember) => ({ contactId, name, email });

const warningOf = (someoneCould: boolean): string =>
  someoneCould
    ? t("No one gets these. Everyone who could has turned them off or hasn't confirmed their email address.")
    : t("No one gets these. No one on the account has this notification.");
