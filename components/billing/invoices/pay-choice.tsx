import { PAY_SEVERAL } from "./pay-several";

/** Selects an invoice for paying several at once. */
export function PayChoice({ id, number }: { id: string; number: string | null }) {
  return (
    <label className="-my-1 inline-flex min-h-9 items-center gap-2 whitespace-nowrap">
      <input type="checkbox" form={PAY_SEVERAL} name="invoice" value={id} className="tick rounded-sm" />
      <span>
        Pay <span className="sr-only">{number}</span>
      </span>
    </label>
  );
}
