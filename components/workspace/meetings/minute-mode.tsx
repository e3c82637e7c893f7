import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ShownItem } from "@/lib/workspace/meetings/schema";
import { ItemTimer } from "./item-timer";
import { MinuteKeeper } from "./minute-keeper";
import { RecusalNotes } from "./recusal-notes";

export type MinuteModeProps = {
  meetingId: string;
  item: ShownItem;
  place: number;
  total: number;
  previousHref?: string;
  nextHref?: string;
  doneHref: string;
  write: FormAction;
  saveUrl: string;
  /** The actions of the item, and the form for another one. */
  actions: ReactNode;
};

/** One item of the agenda at a time, and nothing else: what to read, and where to write. */
export function MinuteMode(props: MinuteModeProps) {
  const { meetingId, item, place, total, previousHref, nextHref, doneHref, write, saveUrl, actions } = props;
  return (
    <section
      aria-label={t("Taking minutes")}
      className="mx-auto flex min-h-[calc(100dvh-10rem)] max-w-3xl flex-col gap-4"
    >
      <header className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-ink-soft tabular-nums">{t("Item {place} of {total}", { place, total })}</p>
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
          className="flex-1"
        >
          <Field name="minutes" label={t("Minutes")} hint={t("Saved as you type. Markdown works.")}>
            <Textarea autoFocus rows={12} className="min-h-64 text-md" defaultValue={item.minutes ?? ""} />
          </Field>
          <MinuteKeeper url={saveUrl} version={item.minutesVersion} />
        </OperationForm>
      )}
      {!item.hidden && actions}
      <nav aria-label={t("Agenda items")} className="flex flex-wrap justify-between gap-2 border-t border-line pt-4">
        {previousHref ? (
          <ButtonLink href={previousHref} variant="secondary" icon={<Icon name="chevron-left" />}>
            {t("Previous item")}
          </ButtonLink>
        ) : (
          <span />
        )}
        {nextHref ? (
          <ButtonLink href={nextHref} variant="primary">
            {t("Next item")}
          </ButtonLink>
        ) : (
          <ButtonLink href={doneHref} variant="primary">
            {t("To the minutes")}
          </ButtonLink>
        )}
      </nav>
    </section>
  );
}
