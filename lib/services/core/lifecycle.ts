export const serviceStatuses = ["pending", "active", "suspended", "cancelled"] as const;

export type ServiceStatus = (typeof serviceStatuses)[number];

/** What can happen to a service: begun once its order is paid, stopped for a while and restored, cancelled for good. */
export type ServiceEvent = "begin" | "suspend" | "restore" | "cancel";

const transitions: Record<ServiceStatus, Partial<Record<ServiceEvent, ServiceStatus>>> = {
  pending: { begin: "active", cancel: "cancelled" },
  active: { suspend: "suspended", cancel: "cancelled" },
  suspended: { restore: "active", cancel: "cancelled" },
  cancelled: {},
};

/** The status after an event, or null where the event cannot happen in this one. */
export const statusAfter = (status: ServiceStatus, event: ServiceEvent): ServiceStatus | null =>
  transitions[status][event] ?? null;

/** The statuses in which an event can happen, for the `where` of the update that brings it about. */
export const statusesBefore = (event: ServiceEvent): ServiceStatus[] =>
  serviceStatuses.filter((status) => statusAfter(status, event) !== null);
