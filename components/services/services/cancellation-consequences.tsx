import { Money } from "@/components/ui/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { Cancellation } from "@/lib/services/services/schema";

type Props = { cancellation: Cancellation; format: ViewerFormat };

/** What a cancellation causes, whenever it takes effect, as list items. */
export function CancellationConsequences({ cancellation, format }: Props) {
  const { loginCount, openTicketCount, limitedContacts, openInvoices } = cancellation;
  return (
    <>
      {openInvoices.map(({ id, number, due }) => (
        <li key={id}>
          Invoice {number} has <Money value={due} format={format} /> outstanding. Any part that isn't credited remains
          due.
        </li>
      ))}
      {loginCount > 0 && (
        <li>
          {loginCount === 1
            ? "Its credentials are deleted when it ends."
            : `Its ${loginCount} sets of credentials are deleted when it ends.`}
        </li>
      )}
      {openTicketCount > 0 && (
        <li>{openTicketCount === 1 ? "Its open ticket" : `Its ${openTicketCount} open tickets`} stay open.</li>
      )}
      {limitedContacts.length > 0 && (
        <li>
          {new Intl.ListFormat("en").format(limitedContacts)} {limitedContacts.length === 1 ? "has" : "have"} no access
          to any other service.
        </li>
      )}
      <li>Everyone who gets service notifications is notified.</li>
    </>
  );
}
