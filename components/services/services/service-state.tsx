import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { ServiceStatus } from "@/lib/services/core/schema";

export const statusLabels: Record<ServiceStatus, string> = {
  pending: "Ordered",
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

/** A service that is billed but not set up yet is not shown as active: nobody can use it. */
export const ServiceState = ({ status, settingUp }: { status: ServiceStatus; settingUp: boolean }) =>
  settingUp && status === "active" ? (
    <Status tone="accent">Setting up</Status>
  ) : (
    <Status tone={tones[status]}>{statusLabels[status]}</Status>
  );
