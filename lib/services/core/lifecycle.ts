export const serviceStatuses = ["pending", "active", "suspended", "cancelled"] as const;

export type ServiceStatus = (typeof serviceStatuses)[number];

/** The events of a service: activated once its order is paid, suspended and restored, cancelled for good. */
export type ServiceEvent = "begin" | "suspend" | "restore" | "cancel";

const transitions: Record<ServiceStatus, Partial<Record<ServiceEvent, ServiceStatus>>> = {
  pending: { begin: "active", cancel: "cancelled" },
  active: { suspend: "suspended", cancel: "cancelled" },
  suspended: { restore: "active", cancel: "cancelled" },
  cancelled: {},
};

/** The status after an event, or null if the event can't happen in this one. */
export const statusAfter = (status: ServiceStatus, event: ServiceEvent): ServiceStatus | null =>
  transitions[status][event] ?? null;

/** The statuses in which an event can happen, for the `where` of the update that applies it. */
export const statusesBefore = (event: ServiceEvent): ServiceStatus[] =>
  serviceStatuses.filter((status) => statusAfter(status, event) !== null);
