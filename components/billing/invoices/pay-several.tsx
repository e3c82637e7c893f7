import { CreditCard } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

type PaySeveralProps = {
  /** The payment confirmation page; without it invoices can't be selected. */
  href?: string;
  children: ReactNode;
};

/** A list of selectable invoices with a pay button. A plain GET form, since nothing is paid yet. */
export function PaySeveral({ href, children }: PaySeveralProps) {
  if (href === undefined) return children;
  return (
    <form action={href} aria-label="Pay several invoices">
      {children}
      <p className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-t border-line px-4 py-3">
        <span className="text-sm text-ink-soft">Select invoices to pay.</span>
        <Button type="submit" variant="primary" icon={<CreditCard />}>
          Pay selected
        </Button>
      </p>
    </form>
  );
}
