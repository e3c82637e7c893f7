import { CreditCard } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

type PaySeveralProps = {
  /** Where paying is confirmed; without it the list is only a list. */
  href?: string;
  children: ReactNode;
};

/** The form that the boxes of the list belong to: they stand outside of it. */
export const PAY_SEVERAL = "pay-several";

/**
 * A list in which invoices can be chosen, with the way to pay them. A plain GET form: nothing is decided yet. It stands
 * behind the list, which has a form of its own to sort it by, and HTML knows no form within a form.
 */
export function PaySeveral({ href, children }: PaySeveralProps) {
  if (href === undefined) return children;
  return (
    <>
      {children}
      <form
        id={PAY_SEVERAL}
        action={href}
        aria-label="Pay several invoices"
        className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-t border-line px-4 py-3"
      >
        <span className="text-sm text-ink-soft">Choose what to pay in the list.</span>
        <Button type="submit" variant="primary" icon={<CreditCard />}>
          Pay what is chosen
        </Button>
      </form>
    </>
  );
}
