import { Status } from "@/components/ui/status";
import { t } from "@/lib/platform/language/t";
import type { InboundMailItem } from "@/lib/support/inbound-mail/schema";
import { outcomeLabels, outcomeTones } from "./inbound-words";

export function OutcomeMark({ outcome }: { outcome: InboundMailItem["outcome"] }) {
  return <Status tone={outcomeTones[outcome]}>{t(outcomeLabels[outcome])}</Status>;
}
