import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { MailItem } from "@/lib/staff/core/schema";
import { statusLabels } from "./mail-words";

const tones: Record<MailItem["status"], Tone> = {
  queued: "accent",
  kept: "neutral",
  sent: "success",
  failed: "danger",
};

export function MailStatusMark({ status }: { status: MailItem["status"] }) {
  return <Status tone={tones[status]}>{statusLabels[status]}</Status>;
}
