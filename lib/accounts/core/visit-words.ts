import { msg, type Sentence } from "@/lib/platform/language/msg";
import type { VisitReason } from "@/lib/policy/staff-visit";

/** Why staff opened an account's records, as customers read it. */
export const visitReasonNames: Readonly<Record<VisitReason, Sentence>> = {
  ticket: msg("Work on a ticket"),
  support: msg("A request for help"),
  "set-up": msg("Setting up a service"),
  billing: msg("Invoices and payments"),
  security: msg("A security problem"),
  legal: msg("A legal duty"),
  maintenance: msg("Maintenance"),
};

/** Of what no reason was given for: the ticket or the email is it. */
export const deskReasonName = msg("Work on your tickets");
