import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { Availability, StaffProduct } from "@/lib/services/catalogue/schema";

const sentences: Record<Availability, Sentence> = {
  listed: msg("Customers see it and can order it."),
  hidden: msg("Customers don't see it. It can still be ordered by those who have its address."),
  archived: msg("It can't be ordered. Services that customers already have continue and renew."),
};

const buttons: Record<Availability, Sentence> = {
  listed: msg("List@@product"),
  hidden: msg("Hide"),
  archived: msg("Archive"),
};

/** Whether a product can be ordered, and the other possibilities. */
export function AvailabilityPanel({ product, action }: { product: StaffProduct; action: FormAction }) {
  const { id, availability } = product;
  const others = (["listed", "hidden", "archived"] as const).filter((one) => one !== availability);
  return (
    <Callout
      className="mb-4"
      title={t(sentences[availability])}
      actions={others.map((wanted) => (
        <OperationForm
          key={wanted}
          action={action}
          hidden={{ productId: id, availability: wanted }}
          layout="inline"
          label={t(buttons[wanted])}
          submitLabel={availability === "archived" && wanted === "hidden" ? t("Restore, hidden") : t(buttons[wanted])}
          submitSize="sm"
          submitVariant="secondary"
          doneMessage={t("Saved.")}
        />
      ))}
    />
  );
}
