import { Callout } from "@/components/ui/callout";
import { t } from "@/lib/platform/language/t";

/** Why a document has no tax, and who must account for it. */
export function ReverseChargeNote({ vatId }: { vatId?: string | null }) {
  return (
    <Callout className="mb-5" title={t("Reverse charge")}>
      {vatId
        ? t(
            "No VAT is charged. It is due from the recipient (Article 196 of Directive 2006/112/EC), under VAT ID {vatId}.",
            { vatId },
          )
        : t("No VAT is charged. It is due from the recipient (Article 196 of Directive 2006/112/EC).")}
    </Callout>
  );
}
