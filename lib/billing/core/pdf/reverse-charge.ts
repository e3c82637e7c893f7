import { t } from "@/lib/platform/language/t";

/** The wording EU law requires if the buyer accounts for the tax. */
export const reverseChargeText = ({ vatId }: { readonly vatId?: string | null }): string =>
  vatId
    ? t(
        "No VAT is charged: it is due from the recipient (reverse charge, Article 196 of Directive 2006/112/EC), VAT ID {vatId}.",
        { vatId },
      )
    : t("No VAT is charged: it is due from the recipient (reverse charge, Article 196 of Directive 2006/112/EC).");
