import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Dotted } from "@/components/ui/dotted";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { t } from "@/lib/platform/language/t";
import type { ShownItem } from "@/lib/workspace/meetings/agenda/schema";
import { RecusalNotes } from "./recusal-notes";

type Props = {
  items: ShownItem[];
  /** Buttons of an item. */
  actions?: (item: ShownItem, index: number) => ReactNode;
  papers?: (item: ShownItem) => ReactNode;
  agreed?: (item: ShownItem) => ReactNode;
};

/** The items of an agenda in their order. A confidential one shows its neutral title to those who see no more of it. */
export const AgendaList = ({ items, actions, papers, agreed }: Props) => (
  <ol className="divide-y divide-line">
    {items.map((item, index) => (
      <li key={item.id} className="flex gap-3 px-4 py-3">
        <span className="w-6 shrink-0 pt-0.5 text-end text-ink-soft tabular-nums">
          {item.number === null ? "" : `${item.number}.`}
        </span>
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className={item.number === null ? "text-ink-soft wrap-anywhere" : "font-medium text-ink wrap-anywhere"}>
              {item.title}
            </h3>
            {item.confidential && (
              <Badge tone="warning" icon={<Icon name="lock" className="size-3" />}>
                {t("Confidential")}
              </Badge>
            )}
          </div>
          <Facts item={item} />
          <RecusalNotes item={item} />
          {item.notes !== "" && <Markdown text={item.notes} className="mt-1 text-ink-soft" />}
          {papers?.(item)}
          {agreed?.(item)}
          {actions && !item.hidden && <div className="mt-2 flex flex-wrap gap-2">{actions(item, index)}</div>}
        </div>
      </li>
    ))}
  </ol>
);

function Facts({ item: { minutesLong, presenter } }: { item: ShownItem }) {
  const facts = [
    minutesLong !== null && t("{count, plural, one {# minute} other {# minutes}}", { count: minutesLong }),
    presenter?.name,
  ].filter(Boolean);
  return facts.length > 0 ? <Dotted className="text-sm text-ink-soft">{facts}</Dotted> : null;
}
