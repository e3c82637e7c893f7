import { Money } from "@/components/ui/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { Cancellation } from "@/lib/services/core/schema";

type Props = { cancellation: Cancellation; format: ViewerFormat };

/** What a cancellation brings about whenever it takes effect, as items of a list. */
export function CancellationConsequences({ cancellation, format }: Props) {
  const { loginCount, openTicketCount, limitedContacts, openInvoices } = cancellation;
  return (
    <>
      {openInvoices.map(({ id, number, due }) => (
        <li key={id}>
          Invoice {number} is open, with <Money value={due} format={format} /> to pay; what is not credited of it stays
          due.
        </li>
      ))}
      {loginCount > 0 && (
        <li>
          {loginCount === 1
            ? "When it ends, its login details are deleted."
            : `When it ends, its ${loginCount} sets of login details are deleted.`}
        </li>
      )}
      {openTicketCount > 0 && (
        <li>
          {openTicketCount === 1 ? "The open ticket" : `The ${openTicketCount} open tickets`} about it can still be read
          and answered.
        </li>
      )}
      {limitedContacts.length > 0 && (
        <li>
          {new Intl.ListFormat("en").format(limitedContacts)} {limitedContacts.length === 1 ? "has" : "have"} access to
          no other service.
        </li>
      )}
      <li>Everybody who gets service notices is told.</li>
    </>
  );
}
