import type { MailItem } from "@/lib/staff/core/schema";

export const kindLabels: Record<MailItem["kind"], string> = {
  billing: "Billing",
  services: "Services",
  support: "Support",
  people: "People and roles",
  workspace: "Workspace",
  security: "Security",
};

export const statusLabels: Record<MailItem["status"], string> = {
  queued: "Queued",
  kept: "Stored (email is off)",
  sent: "Sent",
  failed: "Failed",
};
