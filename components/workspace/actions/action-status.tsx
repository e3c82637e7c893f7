import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { t } from "@/lib/platform/language/t";
import { statusNames, type ActionStatus as Value } from "@/lib/workspace/actions/schema";

const tones: Readonly<Record<Value, Tone>> = {
  notStarted: "neutral",
  onHold: "warning",
  inProgress: "accent",
  complete: "success",
  closed: "neutral",
};

export const ActionStatus = ({ status }: { status: Value }) => (
  <Status tone={tones[status]}>{t(statusNames[status])}</Status>
);
