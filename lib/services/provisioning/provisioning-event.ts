/** What a provisioning system is told about a service. */
export type ProvisioningEvent =
  | "service.set-up"
  | "service.suspended"
  | "service.unsuspended"
  | "service.changed"
  | "service.cancelled";
