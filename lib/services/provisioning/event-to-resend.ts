import type { DeliveryStatus } from "@/lib/platform/db/generated/client";
import type { ProvisioningEvent } from "./provisioning-event";

/** What is asked of a service's messages to know what can be sent again. */
export const lastOnly = {
  select: { status: true, event: true },
  orderBy: { number: "desc" },
  take: 1,
} as const;

interface Last {
  readonly status: DeliveryStatus;
  readonly event: string;
}

/** What staff can send again: the set-up as long as it isn't done, and a change that the system didn't accept. */
export function eventToResend(settingUp: boolean, last: Last | undefined): ProvisioningEvent | null {
  if (last?.status === "queued") return null;
  if (settingUp) return "service.set-up";
  const isLost = last?.status === "failed" && last.event !== "service.set-up";
  return isLost ? (last.event as ProvisioningEvent) : null;
}
