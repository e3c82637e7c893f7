import type { PersonDetail } from "@/lib/accounts/core/schema";
import type { RemovalPreview } from "@/lib/accounts/people/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";

type Act = PersonDetail["acts"][number];

export type PersonActsProps = {
  person: PersonDetail;
  actions: Record<Exclude<Act, "change-access" | "offer-ownership">, FormAction>;
  /** What their removal ends in the workspace; absent if the viewer can't remove them. */
  leaving?: RemovalPreview | undefined;
  /** The page that transfers ownership to them. */
  offerHref: string;
  /** The end date in the viewer's time zone; "" for none. */
  term: string;
  today: string;
  /** New on every render, for actions that must not run twice. */
  idempotencyKey: string;
};
