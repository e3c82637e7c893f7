import { Callout } from "@/components/ui/callout";

/** Why a document has no tax, and who must account for it. */
export function ReverseChargeNote({ vatId }: { vatId?: string | null }) {
  return (
    <Callout className="mb-5" title="Reverse charge">
      No VAT is charged. It is due from the recipient (Article 196 of Directive 2006/112/EC)
      {vatId && <>, under VAT ID {vatId}</>}.
    </Callout>
  );
}
