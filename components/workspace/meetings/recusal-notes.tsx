import { t } from "@/lib/platform/language/t";
import type { ShownItem } from "@/lib/workspace/meetings/agenda/schema";

type Props = { item: Pick<ShownItem, "recused" | "recusals"> };

/** Why the reader is recused from an agenda item; or who is, for those who see it. */
export const RecusalNotes = ({ item: { recused, recusals } }: Props) =>
  recusals.map(({ name, reason, decidedByName }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two people can share a name, and the list never changes in place
    <p key={index} className="text-sm text-ink-soft wrap-anywhere">
      {recused
        ? t("You are recused from this item because: {reason} (decided by {name})", { reason, name: decidedByName })
        : t("{name} is recused from this item: {reason}", { name, reason })}
    </p>
  ));
