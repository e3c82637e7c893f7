import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

/** The dates of an invoice are calendar days, the same for every reader and as they are printed: not moved by zones. */
export const legalDates = ({ locale }: Pick<ViewerFormat, "locale">): ViewerFormat => ({ locale, timeZone: "UTC" });
