import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ShownItem } from "@/lib/workspace/meetings/schema";

type Props = {
  meetingId: string;
  item: ShownItem;
  first: boolean;
  last: boolean;
  editHref: string;
  move: FormAction;
  remove: FormAction;
};

/** Order, change and remove one item. */
export function ItemActions({ meetingId, item, first, last, editHref, move, remove }: Props) {
  const hidden = { meetingId, itemId: item.id };
  const small = { submitVariant: "ghost", submitSize: "sm" } as const;
  return (
    <>
      {!first && <OperationForm action={move} hidden={{ ...hidden, to: "up" }} submitLabel={t("Move up")} {...small} />}
      {!last && (
        <OperationForm action={move} hidden={{ ...hidden, to: "down" }} submitLabel={t("Move down")} {...small} />
      )}
      <ButtonLink href={editHref} variant="ghost" size="sm">
        {t("Change")}
      </ButtonLink>
      <ConfirmDialog
        id={`remove-${item.id}`}
        action={remove}
        hidden={hidden}
        trigger={t("Remove")}
        triggerProps={{ size: "sm" }}
        title={t("Remove “{title}” from the agenda?", { title: item.title })}
        consequences={[t("Its minutes and papers are removed with it.")]}
        confirmLabel={t("Remove item")}
      />
    </>
  );
}
