import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

/** Invoice dates are calendar days: shown as printed, and not shifted to the viewer's time zone. */
export const legalDates = ({ locale }: Pick<ViewerFormat, "locale">): ViewerFormat => ({ locale, timeZone: "UTC" });
