import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/platform/language/t";

export type PriceBoxProps = {
  /** Read out when it changes. */
  status: ReactNode;
  children: ReactNode;
};

/** The price of what is currently chosen, inside a live form. Without scripts a button updates it. */
export function PriceBox({ status, children }: PriceBoxProps) {
  return (
    <section aria-label={t("Price")} className="rounded-lg border border-line bg-sunken px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="py-1 font-semibold text-ink">{t("Price")}</h2>
        <noscript>
          <Button type="submit" size="sm">
            {t("Update price")}
          </Button>
        </noscript>
      </div>
      {children}
      <p role="status" className="sr-only">
        {status}
      </p>
    </section>
  );
}
