import { rich } from "@/lib/platform/language/rich";
import { PAY_SEVERAL } from "./pay-several";

/** Selects an invoice for paying several at once. */
export function PayChoice({ id, number }: { id: string; number: string | null }) {
  return (
    <label className="row-choice">
      <input type="checkbox" form={PAY_SEVERAL} name="invoice" value={id} className="tick rounded-sm" />
      <span>
        {rich("Pay <hidden>{number}</hidden>", { number, hidden: (text) => <span className="sr-only">{text}</span> })}
      </span>
    </label>
  );
}
