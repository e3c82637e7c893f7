import type { RolePreset } from "@/lib/accounts/role-requests/schema";
import { msg, type Sentence } from "@/lib/platform/language/msg";

/** What each standard role is for, in customers' words. */
export const roleSays: Record<RolePreset, Sentence> = {
  billing: msg("Invoices, payment methods and billing notifications. No tickets or credentials."),
  support: msg("Tickets and credentials. No access to billing."),
  "billing-support": msg("Both of these. No people management."),
  administrator: msg(
    "Everything the owner can do, including managing people, except ordering and cancelling services.",
  ),
};
