import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { Money } from "@/lib/platform/kernel/money";
import { monthName } from "@/lib/platform/kernel/month-name";
import { currentLocale } from "@/lib/platform/language/with-language";

/** Documents have the language and format of their reader, but the same days for all. */
const format = () => ({ locale: currentLocale(), timeZone: "UTC" });

export const writeMoney = ({ amountMinor, currency }: Money): string =>
  formatMoney(amountMinor, currency, currentLocale());

export const writeDate = (iso: string | null): string =>
  iso === null ? "–" : formatDateTime(new Date(iso), "date", format());

/** A month such as 2026-03. */
export const writeMonth = (month: string): string => monthName(month, "long", currentLocale());

/** Formats 2100 basis points as 21 %, 550 as 5.5 %. */
export const writeRate = (basisPoints: number): string => `${(basisPoints / 100).toLocaleString(currentLocale())} %`;
