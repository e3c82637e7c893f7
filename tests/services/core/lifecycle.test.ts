import { expect, it } from "vitest";
import {
  type ServiceEvent,
  type ServiceStatus,
  serviceStatuses,
  statusAfter,
  statusesBefore,
} from "@/lib/services/core/lifecycle";

const table: Record<ServiceEvent, Record<ServiceStatus, ServiceStatus | null>> = {
  begin: { pending: "active", active: null, suspended: null, cancelled: null },
  suspend: { pending: null, active: "suspended", suspended: null, cancelled: null },
  restore: { pending: null, active: null, suspended: "active", cancelled: null },
  cancel: { pending: "cancelled", active: "cancelled", suspended: "cancelled", cancelled: null },
};

it.each(Object.entries(table))("%s happens where it can, and nowhere else", (event, after) => {
  for (const status of serviceStatuses) expect(statusAfter(status, event as ServiceEvent)).toBe(after[status]);
  const possible = serviceStatuses.filter((status) => after[status] !== null);
  expect(statusesBefore(event as ServiceEvent)).toEqual(possible);
});
