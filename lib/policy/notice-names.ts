import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { nameOf, type Permission } from "./permissions";

type Notice = Extract<Permission, `notices.${string}`>;

/** What each kind of notification is called where it is clear that it is received: alone, and within a sentence. */
const names: Readonly<Record<Notice, { alone: Sentence; within: Sentence }>> = {
  "notices.invoices.receive": { alone: msg("Invoices"), within: msg("invoices") },
  "notices.billing.receive": { alone: msg("Billing notifications"), within: msg("billing notifications") },
  "notices.services.receive": { alone: msg("Service notifications"), within: msg("service notifications") },
  "notices.support.receive": { alone: msg("Ticket notifications"), within: msg("ticket notifications") },
  "notices.workspace.receive": { alone: msg("Workspace notifications"), within: msg("workspace notifications") },
};

const isNotice = (permission: string): permission is Notice => Object.hasOwn(names, permission);

/** "Invoices", by the permission to receive them. */
export const noticeName = (permission: string): string =>
  isNotice(permission) ? t(names[permission].alone) : permission;

/** The same by the name of the permission: "Receive invoices". */
export const shortNotice = (name: string, form: "alone" | "within"): string => {
  const notice = Object.keys(names)
    .filter(isNotice)
    .find((one) => nameOf(one) === name);
  return notice ? t(names[notice][form]) : name;
};
