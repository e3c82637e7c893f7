import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

type PaySeveralProps = {
  /** The payment confirmation page; without it invoices can't be selected. */
  href?: string;
  children: ReactNode;
};

/** The id of the form that the checkboxes of the list belong to; they are outside it. */
export const PAY_SEVERAL = "pay-several";

/**
 * A list of selectable invoices with a pay button. A plain GET form, since nothing is paid yet. The form follows the
 * list, which has a sort form of its own: HTML allows no form inside a form.
 */
export function PaySeveral({ href, children }: PaySeveralProps) {
  if (href === undefined) return children;
  return (
    <>
      {children}
      <form
        id={PAY_SEVERAL}
        action={href}
        aria-label={t("Pay several invoices")}
        className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-t border-line px-4 py-3"
      >
        <span className="text-sm text-ink-soft">{t("Select invoices to pay.")}</span>
        <Button type="submit" variant="primary" icon={<Icon name="credit-card" />}>
          {t("Pay selected")}
        </Button>
      </form>
    </>
  );
}
