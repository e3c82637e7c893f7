import { DateTime } from "@/components/ui/date-time";
import { Dotted } from "@/components/ui/dotted";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { ActionDetail } from "@/lib/workspace/actions/schema";

type Props = { action: ActionDetail; base: string; format: ViewerFormat };

/** The meeting an action was agreed in; no more than that there was one for those who may not see it. */
export function ActionOrigin({ action: { meeting, itemTitle }, base, format }: Props) {
  if (meeting === null) return t("Agreed in a meeting that you weren't invited to");
  return (
    <>
      <TextLink href={`${base}/meetings/${meeting.id}`}>{meeting.title}</TextLink>
      <Dotted className="text-sm text-ink-soft">
        <DateTime value={meeting.startsAt} format={format} />
        {itemTitle}
      </Dotted>
    </>
  );
}
