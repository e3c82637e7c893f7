import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { OperationForm } from "@/components/ui/operation-form";
import { PageLink } from "@/components/ui/page-link";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ShownItem } from "@/lib/workspace/meetings/agenda/schema";
import { ItemTimer } from "./item-timer";
import { MinuteKeeper } from "./minute-keeper";
import { MinuteKeys } from "./minute-keys";
import { RecusalNotes } from "./recusal-notes";

type Listed = Pick<ShownItem, "id" | "number" | "title"> & { href: string };

export type MinuteModeProps = {
  meetingId: string;
  item: ShownItem;
  place: number;
  items: readonly Listed[];
  previousHref: string | undefined;
  nextHref: string | undefined;
  doneHref: string;
  write: FormAction;
  saveUrl: string;
  /** Not while something else is open above it: it would be scrolled out of sight. */
  focused: boolean;
  /** The actions of the item, and the form for another one. */
  actions: ReactNode;
};

/** One item of the agenda at a time, and nothing else: what to read, and where to write. */
export function MinuteMode(props: MinuteModeProps) {
  const { meetingId, item, place, items, write, saveUrl, focused, actions } = props;
  return (
    <section aria-label={t("Taking minutes")} className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <ItemList items={items} at={item.id} place={place} />
        {item.minutesLong !== null && <ItemTimer key={item.id} planned={item.minutesLong} />}
      </header>
      <h2 className="text-xl font-semibold text-ink wrap-anywhere">
        {item.number !== null && <span className="text-ink-soft tabular-nums">{item.number}. </span>}
        {item.title}
      </h2>
      {item.presenter && <p className="text-ink-soft">{item.presenter.name}</p>}
      {item.notes !== "" && <Markdown text={item.notes} className="text-ink-soft" />}
      <RecusalNotes item={item} />
      {item.recused ? null : item.hidden ? (
        <p className="text-ink-soft">{t("This item is confidential. Someone who can see it takes its minutes.")}</p>
      ) : (
        <OperationForm
          key={item.id}
          action={write}
          hidden={{ meetingId, itemId: item.id }}
          submitLabel={t("Save")}
          submitVariant="secondary"
          doneMessage={t("Saved.")}
        >
          <Field name="minutes" label={t("Minutes")} hint={t("Saved as you type. Markdown works.")}>
            <Textarea autoFocus={focused} rows={12} className="min-h-64 text-md" defaultValue={item.minutes ?? ""} />
          </Field>
          <MinuteKeeper url={saveUrl} version={item.minutesVersion} minutes={item.minutes ?? ""} />
        </OperationForm>
      )}
      {!item.hidden && actions}
      <Steps {...props} />
    </section>
  );
}

/** All items, on demand: to go back to one, or to skip some. */
const ItemList = ({ items, at, place }: { items: readonly Listed[]; at: string; place: number }) => (
  <details className="relative text-sm">
    <summary className="fold flex min-h-9 items-center gap-1 text-ink-soft tabular-nums pointer-coarse:min-h-11">
      {t("Item {place} of {total}", { place, total: items.length })}
      <Icon name="chevron-down" className="size-4" />
    </summary>
    <ol className="absolute z-10 mt-1 max-h-96 w-80 max-w-[85vw] overflow-y-auto rounded-lg border border-line bg-surface py-1 shadow-lg">
      {items.map(({ id, number, title, href }) => (
        <li key={id}>
          <PageLink
            href={href}
            aria-current={id === at ? "step" : undefined}
            className="block px-3 py-2 text-ink wrap-anywhere hover:bg-sunken aria-[current]:font-semibold"
          >
            {number !== null && <span className="text-ink-soft tabular-nums">{number}. </span>}
            {title}
          </PageLink>
        </li>
      ))}
    </ol>
  </details>
);

const Steps = ({ previousHref, nextHref, doneHref }: MinuteModeProps) => (
  <nav aria-label={t("Agenda items")} className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
    {previousHref && (
      <ButtonLink href={previousHref} variant="secondary" icon={<Icon name="chevron-left" />}>
        {t("Previous item")}
      </ButtonLink>
    )}
    <p className="needs-script hidden flex-1 text-center text-sm text-ink-soft sm:pointer-fine:block">
      {t("Ctrl + Enter: next item. Ctrl + Shift + Enter: previous item.")}
    </p>
    <ButtonLink href={nextHref ?? doneHref} variant="primary" className="ms-auto">
      {nextHref ? t("Next item") : t("To the minutes")}
    </ButtonLink>
    <MinuteKeys previousHref={previousHref} nextHref={nextHref ?? doneHref} />
  </nav>
);
