import { env } from "@/lib/platform/config/env";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { t } from "@/lib/platform/language/t";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import { can } from "@/lib/policy/evaluate";
import type { RecordFor } from "@/lib/policy/needs";
import { ActionNotice } from "./mail/action-notice";

export type WhyNotice = "assigned" | "resent" | "comment" | "before" | "due" | "overdue";

export interface Comment {
  readonly id: string;
  readonly text: string;
}

interface Sent {
  readonly action: RecordFor<"actions.view"> & {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly dueOn: string | null;
  };
  readonly to: readonly AccountMember[];
  readonly because: WhyNotice;
  /** Who assigned, reminded or commented. */
  readonly by?: string;
  readonly comment?: Comment | undefined;
}

/** Sends the mail about an action and puts it behind the bell. */
export async function sendActionNotice(
  { db, account }: { readonly db: ScopedDb; readonly account: { readonly id: string; readonly name: string } },
  { action, to, because, by = "", comment }: Sent,
): Promise<void> {
  if (to.length === 0) return;
  const { number, title } = action;
  await sendNotice(db, {
    accountId: account.id,
    kind: "workspace",
    notice: "notices.workspace.receive",
    to,
    subject: () => subjectOf(because, { number, title }),
    template: "action-notice",
    about: comment
      ? { kind: "action-comment", ids: [action.id, comment.id] }
      : { kind: "action-assigned", ids: [action.id] },
    body: () =>
      ActionNotice({
        heading: headingOf(because, by),
        action,
        accountName: account.name,
        text: comment?.text,
        href: `${env().PORTAL_URL}/a/${account.id}/actions/${action.id}`,
        footer: footerOf(because, account.name),
      }),
    bell: {
      kind: because === "assigned" ? "action-assigned" : because === "comment" ? "action-comment" : "action-reminder",
      about: { actionId: action.id },
      sees: (viewer) => can(viewer, "actions.view", action),
    },
  });
}

function subjectOf(because: WhyNotice, values: { readonly number: number; readonly title: string }): string {
  switch (because) {
    case "assigned":
      return t("Action #{number} assigned to you: {title}", values);
    case "comment":
      return t("New comment on action #{number}: {title}", values);
    case "overdue":
      return t("Action #{number} is overdue: {title}", values);
    case "due":
      return t("Action #{number} is due today: {title}", values);
    default:
      return t("Reminder of action #{number}: {title}", values);
  }
}

function headingOf(because: WhyNotice, name: string): string {
  switch (because) {
    case "assigned":
      return t("{name} assigned an action to you", { name });
    case "comment":
      return t("{name} commented on an action", { name });
    case "resent":
      return t("{name} reminds you of an action", { name });
    case "overdue":
      return t("This action is overdue");
    case "due":
      return t("This action is due today");
    case "before":
      return t("This action is due soon");
  }
}

const footerOf = (because: WhyNotice, account: string): string =>
  because === "comment"
    ? t("You're receiving this because you are assigned to this action or created it, at {name}.", { name: account })
    : t("You're receiving this because you are assigned to this action at {name}.", { name: account });
