import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { t } from "@/lib/platform/language/t";
import type { MailItem } from "@/lib/staff/core/schema";
import { statusLabels } from "./mail-words";

const tones: Record<MailItem["status"], Tone> = {
  queued: "accent",
  kept: "neutral",
  sent: "success",
  failed: "danger",
  unwanted: "neutral",
};

export function MailStatusMark({ status }: { status: MailItem["status"] }) {
  return <Status tone={tones[status]}>{t(statusLabels[status])}</Status>;
}
