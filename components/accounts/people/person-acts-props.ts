import type { PersonDetail } from "@/lib/accounts/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";

type Act = PersonDetail["acts"][number];

export type PersonActsProps = {
  person: PersonDetail;
  actions: Record<Exclude<Act, "change-access" | "offer-ownership">, FormAction>;
  /** Where ownership is offered to them. */
  offerHref: string;
  /** The end as a day of the viewer's zone; "" for none. */
  term: string;
  today: string;
  /** One a rendering, for what must not happen twice. */
  idempotencyKey: string;
};
