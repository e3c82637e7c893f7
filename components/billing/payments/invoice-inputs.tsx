/** The invoices that a form is about, sent along unseen. */
export function InvoiceInputs({ ids }: { ids: readonly string[] }) {
  return ids.map((id) => <input key={id} type="hidden" name="invoiceIds" value={id} />);
}
