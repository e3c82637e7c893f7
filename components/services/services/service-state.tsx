import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { ServiceStatus } from "@/lib/services/core/schema";

export const statusLabels: Record<ServiceStatus, string> = {
  pending: "Being set up",
  active: "Active",
  suspended: "Suspended",
  cancelled: "Cancelled",
};

const tones: Record<ServiceStatus, Tone> = {
  pending: "accent",
  active: "success",
  suspended: "warning",
  cancelled: "neutral",
};

export const ServiceState = ({ status }: { status: ServiceStatus }) => (
  <Status tone={tones[status]}>{statusLabels[status]}</Status>
);
