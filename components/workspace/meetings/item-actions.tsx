import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ShownItem } from "@/lib/workspace/meetings/agenda/schema";

type Props = {
  meetingId: string;
  item: ShownItem;
  first: boolean;
  last: boolean;
  /** Null for those who may not change the agenda. */
  edit: { href: string; move: FormAction; remove: FormAction } | null;
  /** Where an action is added to it; null for those who may not. */
  actionHref: string | null;
  attachHref: string | null;
};

/** Order, change and remove one item, and add an action to it. */
export const ItemActions = ({ edit, actionHref, attachHref, ...rest }: Props) => (
  <>
    {actionHref && (
      <ButtonLink href={actionHref} variant="ghost" size="sm">
        {t("Add action")}
      </ButtonLink>
    )}
    {attachHref && (
      <ButtonLink href={attachHref} variant="ghost" size="sm">
        {t("Attach document")}
      </ButtonLink>
    )}
    {edit && <Editing {...edit} {...rest} />}
  </>
);

type EditingProps = Omit<Props, "edit" | "actionHref" | "attachHref"> & NonNullable<Props["edit"]>;

function Editing({ meetingId, item, first, last, href, move, remove }: EditingProps) {
  const hidden = { meetingId, itemId: item.id };
  return (
    <>
      {!first && <Move to="up" action={move} hidden={hidden} />}
      {!last && <Move to="down" action={move} hidden={hidden} />}
      <ButtonLink href={href} variant="ghost" size="sm">
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

type MoveProps = { to: "up" | "down"; action: FormAction; hidden: { meetingId: string; itemId: string } };

/** Without words: beside the other buttons of an item there would be no room for them on a phone. */
function Move({ to, action, hidden }: MoveProps) {
  const label = to === "up" ? t("Move up") : t("Move down");
  return (
    <OperationForm action={action} hidden={{ ...hidden, to }}>
      <button type="submit" aria-label={label} title={label} className={buttonClass("ghost", "sm", "icon")}>
        <Icon name="chevron-down" className={to === "up" ? "rotate-180" : ""} />
      </button>
    </OperationForm>
  );
}
