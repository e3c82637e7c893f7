import { Markdown } from "@/components/ui/markdown";
import { t } from "@/lib/platform/language/t";
import type { ShownItem } from "@/lib/workspace/meetings/agenda/schema";
import { AgreedActions } from "./agreed-actions";
import { RecusalNotes } from "./recusal-notes";

/** The minutes written so far, item by item. */
export const DraftMinutes = ({ items, locale, base }: { items: ShownItem[]; locale: string; base: string }) => (
  <ol className="divide-y divide-line">
    {items.map((item) => (
      <li key={item.id} className="px-4 py-3">
        <h3 className="font-medium text-ink wrap-anywhere">
          {item.number !== null && <span className="text-ink-soft tabular-nums">{item.number}. </span>}
          {item.title}
        </h3>
        <RecusalNotes item={item} />
        {item.recused ? null : item.hidden ? (
          <p className="text-ink-soft">{t("These minutes are confidential.")}</p>
        ) : (
          <>
            <Markdown text={item.minutes ?? ""} className="mt-1" />
            <AgreedActions actions={item.actions} locale={locale} base={base} />
          </>
        )}
      </li>
    ))}
  </ol>
);
