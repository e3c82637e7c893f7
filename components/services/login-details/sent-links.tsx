import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Status } from "@/components/ui/status";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { EnteredLogins } from "@/lib/services/login-details/schema";

type Link = EnteredLogins["links"][number];

const marks = {
  open: { tone: "accent", label: msg("Not used yet") },
  used: { tone: "success", label: msg("Used") },
  expired: { tone: "neutral", label: msg("Expired") },
  replaced: { tone: "neutral", label: msg("Ended") },
} as const;

/** Who was sent a link to a service's login details, and how it stands. */
export function SentLinks({ links, format }: { links: Link[]; format: ViewerFormat }) {
  const columns: Column<Link>[] = [
    { key: "person", header: t("Person"), grow: true, cell: ({ contactName }) => contactName },
    {
      key: "sent",
      header: t("Sent"),
      cell: ({ sentAt }) => <DateTime value={sentAt} style="dateTime" format={format} />,
    },
    { key: "expires", header: t("Expires"), cell: ({ expiresAt }) => <DateTime value={expiresAt} format={format} /> },
    {
      key: "state",
      header: t("Status"),
      phone: "state",
      cell: ({ state }) => <Status tone={marks[state].tone}>{t(marks[state].label)}</Status>,
    },
  ];
  return <DataTable caption={t("Links sent")} columns={columns} rows={links} rowKey={({ id }) => id} />;
}
