import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

type MoveButtonsProps = {
  field: "folderId" | "documentId";
  id: string;
  name: string;
  /** The forms around the list: one for each direction. */
  forms: { up: string; down: string };
};

/** Puts a row one place up or down. */
export function MoveButtons({ field, id, name, forms }: MoveButtonsProps) {
  const common = { type: "submit", name: field, value: id } as const;
  return (
    <span className="flex gap-1">
      <button {...common} form={forms.up} aria-label={t("Move {name} up", { name })} className={icon}>
        <Icon name="chevron-down" className="rotate-180" />
      </button>
      <button {...common} form={forms.down} aria-label={t("Move {name} down", { name })} className={icon}>
        <Icon name="chevron-down" />
      </button>
    </span>
  );
}

const icon = cx(buttonClass("ghost", "sm", "icon"));
