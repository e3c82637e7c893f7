import { Status } from "@/components/ui/status";
import { t } from "@/lib/platform/language/t";
import type { DecisionState } from "@/lib/workspace/decisions/schema";
import { stateTones, stateWords } from "./decision-words";

export function DecisionStatus({ state }: { state: DecisionState }) {
  return <Status tone={stateTones[state]}>{t(stateWords[state])}</Status>;
}
