import type { MailItem } from "@/lib/staff/core/schema";

export const kindLabels: Record<MailItem["kind"], string> = {
  billing: "Billing",
  services: "Services",
  support: "Support",
  people: "People and roles",
  workspace: "Workspace",
  security: "Signing in",
};

export const statusLabels: Record<MailItem["status"], string> = {
  queued: "Waiting",
  kept: "Kept, not sent",
  sent: "Sent",
  failed: "Not delivered",
};
