import { msg, type Sentence } from "@/lib/platform/language/msg";
import type { MailItem } from "@/lib/staff/core/schema";

export const kindLabels: Record<MailItem["kind"], Sentence> = {
  billing: msg("Billing"),
  services: msg("Services"),
  support: msg("Support"),
  people: msg("People and roles"),
  workspace: msg("Workspace"),
  security: msg("Security"),
};

export const statusLabels: Record<MailItem["status"], Sentence> = {
  queued: msg("Queued"),
  kept: msg("Stored (email is off)"),
  sent: msg("Sent"),
  failed: msg("Failed"),
  unwanted: msg("No longer wanted"),
};
