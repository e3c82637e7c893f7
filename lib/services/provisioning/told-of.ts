import { z } from "zod";
import { chosenOption } from "@/lib/billing/core/pricing/next-plan";
import type { ProvisioningEvent } from "./provisioning-event";

const told = z.object({
  status: z.string(),
  product: z.string(),
  term: z.string(),
  options: z.array(z.string()),
});

type Told = z.infer<typeof told>;

interface Service {
  readonly status: string;
  readonly interval: string;
  readonly options: unknown;
  readonly product: { readonly slug: string };
}

/** What a message tells of a service that can change later. */
export const toldOf = ({ status, interval, options, product }: Service): Told => ({
  status,
  product: product.slug,
  term: interval,
  options: chosenOption
    .array()
    .parse(options)
    .map(({ option, choice }) => `${option}: ${choice}`)
    .sort(),
});

/** What has to be told of a service as it is now, given what was told last; null if that is the same. */
export function eventAfter(last: unknown, now: Told): ProvisioningEvent | null {
  const before = told.safeParse(last).data;
  if (now.status !== (before?.status ?? "active")) {
    if (now.status === "cancelled") return "service.cancelled";
    if (now.status === "suspended") return "service.suspended";
    if (now.status === "active") return "service.unsuspended";
  }
  const isSame = before === undefined || JSON.stringify({ ...before, status: now.status }) === JSON.stringify(now);
  return isSame ? null : "service.changed";
}
