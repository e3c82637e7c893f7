/** Hidden inputs with the invoices a form is for. */
export function InvoiceInputs({ ids }: { ids: readonly string[] }) {
  return ids.map((id) => <input key={id} type="hidden" name="invoiceIds" value={id} />);
}
