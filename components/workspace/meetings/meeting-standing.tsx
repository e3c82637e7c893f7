import { Status } from "@/components/ui/status";
import { t } from "@/lib/platform/language/t";
import type { MeetingListItem } from "@/lib/workspace/meetings/schema";
import { standingOf } from "./meeting-words";

type Props = { meeting: Pick<MeetingListItem, "status" | "minutesStatus" | "endsAt">; now: Date };

export function MeetingStanding({ meeting, now }: Props) {
  const { tone, label } = standingOf(meeting, now);
  return <Status tone={tone}>{t(label)}</Status>;
}
