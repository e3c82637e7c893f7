import { formatDateTime } from "@/lib/kernel/format-date-time";
import { formatMoney } from "@/lib/kernel/format-money";
import type { Money } from "@/lib/kernel/money";

/** An invoice reads the same for everybody who gets it: one language, dates as they are in UTC. */
const format = { locale: "en-GB", timeZone: "UTC" };

export const writeMoney = ({ amountMinor, currency }: Money): string =>
  formatMoney(amountMinor, currency, format.locale);

export const writeDate = (iso: string | null): string =>
  iso === null ? "–" : formatDateTime(new Date(iso), "date", format);

/** 2100 basis points are written 21 %, 550 are 5.5 %. */
export const writeRate = (basisPoints: number): string => `${basisPoints / 100} %`;
