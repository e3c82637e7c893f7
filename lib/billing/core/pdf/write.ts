import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { Money } from "@/lib/platform/kernel/money";
import { monthName } from "@/lib/platform/kernel/month-name";

/** Documents are the same for every reader: one language, dates in UTC. */
const format = { locale: "en-GB", timeZone: "UTC" };

export const writeMoney = ({ amountMinor, currency }: Money): string =>
  formatMoney(amountMinor, currency, format.locale);

export const writeDate = (iso: string | null): string =>
  iso === null ? "–" : formatDateTime(new Date(iso), "date", format);

/** A month such as 2026-03. */
export const writeMonth = (month: string): string => monthName(month, "long", format.locale);

/** Formats 2100 basis points as 21 %, 550 as 5.5 %. */
export const writeRate = (basisPoints: number): string => `${basisPoints / 100} %`;
