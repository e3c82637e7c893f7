import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MergePreview as Preview } from "@/lib/support/merging/schema";

export type MergePreviewProps = {
  ticket: Preview["ticket"];
  preview: NonNullable<Preview["preview"]>;
  action: FormAction;
  cancelHref: string;
};

/** What a merge does and who sees only a part of it, and the button that does it. */
export function MergePreview({ ticket, preview, action, cancelHref }: MergePreviewProps) {
  const { into, reopens, seeOnlyTheOther, seeOnlyTheMerged } = preview;
  return (
    <OperationForm
      action={action}
      hidden={{ ticketId: ticket.id, into: into.number }}
      label={t("Merge")}
      submitLabel={t("Merge into #{number}", { number: into.number })}
      cancelHref={cancelHref}
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        <dt className="text-ink-soft">{t("Merged@@ticket")}</dt>
        <dd className="wrap-anywhere">{`#${ticket.number} ${ticket.subject}`}</dd>
        <dt className="text-ink-soft">{t("Stays@@ticket")}</dt>
        <dd className="wrap-anywhere">{`#${into.number} ${into.subject}`}</dd>
      </dl>
      <p>
        {t(
          "Both numbers keep working. #{into} shows the messages of both, and a reply to #{number} continues there. You can unmerge them at any time.",
          { into: into.number, number: ticket.number },
        )}
      </p>
      {reopens && <p>{t("#{into} is closed and will be reopened.", { into: into.number })}</p>}
      <p>{t("Nobody of the account will see more than before.")}</p>
      {seeOnlyTheOther.names.length > 0 && (
        <Callout
          title={t("They still see #{into} without the messages of #{number}:", {
            into: into.number,
            number: ticket.number,
          })}
        >
          {inWords(seeOnlyTheOther)}
        </Callout>
      )}
      {seeOnlyTheMerged.names.length > 0 && (
        <Callout title={t("They still see #{number} alone:", { number: ticket.number })}>
          {inWords(seeOnlyTheMerged)}
        </Callout>
      )}
    </OperationForm>
  );
}

const inWords = ({ names, more }: MergePreviewProps["preview"]["seeOnlyTheOther"]): string =>
  more === 0 ? names.join(", ") : t("{names} and {count} more", { names: names.join(", "), count: more });
