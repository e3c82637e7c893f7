import { Money } from "@/components/ui/money";
import { listed } from "@/lib/platform/kernel/listed";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { Cancellation } from "@/lib/services/services/schema";

type Props = { cancellation: Cancellation; format: ViewerFormat };

/** What a cancellation causes, whenever it takes effect, as list items. */
export function CancellationConsequences({ cancellation, format }: Props) {
  const { loginCount, openTicketCount, limitedContacts, openInvoices } = cancellation;
  return (
    <>
      {openInvoices.map(({ id, number, due }) => (
        <li key={id}>
          {rich("Invoice {number} has {amount} outstanding. Any part that isn't credited remains due.", {
            number,
            amount: <Money value={due} format={format} />,
          })}
        </li>
      ))}
      {loginCount > 0 && (
        <li>
          {t(
            "{count, plural, one {Its credentials are deleted when it ends.} other {Its # sets of credentials are deleted when it ends.}}",
            { count: loginCount },
          )}
        </li>
      )}
      {openTicketCount > 0 && (
        <li>
          {t("{count, plural, one {Its open ticket stays open.} other {Its # open tickets stay open.}}", {
            count: openTicketCount,
          })}
        </li>
      )}
      {limitedContacts.length > 0 && (
        <li>
          {t("{names} {count, plural, one {has} other {have}} no access to any other service.", {
            names: listed(limitedContacts),
            count: limitedContacts.length,
          })}
        </li>
      )}
      <li>{t("Everyone who gets service notifications is notified.")}</li>
    </>
  );
}
