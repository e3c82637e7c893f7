import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { SidePanel } from "@/components/ui/side-panel";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { TicketDetail } from "@/lib/support/tickets/schema";

export type MergePanelProps = {
  ticket: TicketDetail;
  /** The path of the account's tickets. */
  list: string;
  unmerge: FormAction;
};

/** For staff: what was merged into a ticket, and the ways to merge and to split it. */
export function MergePanel({ ticket, list, unmerge }: MergePanelProps) {
  const { id, number, allowed, merged, mergedInto, messages } = ticket;
  return (
    <SidePanel title={t("Merge and split")}>
      <div className="flex flex-col gap-4">
        {allowed.unmerge && <Unmerge ticketId={id} number={number} into={mergedInto?.id} action={unmerge} />}
        {merged.map((one) => (
          <div key={one.id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              {rich("Contains {ticket}", {
                ticket: <TextLink href={`${list}/${one.id}`}>{`#${one.number}`}</TextLink>,
              })}
            </span>
            <Unmerge ticketId={one.id} number={one.number} into={id} action={unmerge} />
          </div>
        ))}
        {allowed.assign && (
          <div className="flex flex-wrap gap-2">
            {merged.length === 0 && (
              <ButtonLink href={`${list}/${id}/merge`}>{t("Merge into another ticket")}</ButtonLink>
            )}
            {messages.total > 1 && <ButtonLink href={`${list}/${id}/split`}>{t("Split off messages")}</ButtonLink>}
          </div>
        )}
      </div>
    </SidePanel>
  );
}

interface UnmergeProps {
  ticketId: string;
  number: number;
  into: string | undefined;
  action: FormAction;
}

const Unmerge = ({ ticketId, number, into, action }: UnmergeProps) => (
  <OperationForm
    action={action}
    hidden={{ ticketId, into }}
    label={t("Unmerge #{number}", { number })}
    submitLabel={t("Unmerge #{number}", { number })}
    submitVariant="secondary"
    submitSize="sm"
  />
);
