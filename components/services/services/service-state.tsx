import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { ServiceStatus } from "@/lib/services/core/schema";

export const statusLabels: Record<ServiceStatus, Sentence> = {
  pending: msg("Ordered"),
  active: msg("Active"),
  suspended: msg("Suspended"),
  cancelled: msg("Cancelled@@service"),
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
    <Status tone="accent">{t("Setting up")}</Status>
  ) : (
    <Status tone={tones[status]}>{t(statusLabels[status])}</Status>
  );
