import { t } from "@/lib/platform/language/t";

/** "4 hours", "2 days". */
export const hoursInWords = (hours: number): string =>
  hours < 48
    ? t("{count, plural, one {# hour} other {# hours}}", { count: hours })
    : t("{count, plural, one {# day} other {# days}}", { count: Math.round(hours / 24) });

export const hourOptions = (hours: readonly number[]) =>
  hours.map((one) => ({ value: String(one), label: hoursInWords(one) }));
