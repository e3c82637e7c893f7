import { currentCode } from "@/lib/platform/language/t";

/** "240", or "1,000+" where counting stopped. */
export const countInWords = (count: number, isExact: boolean): string =>
  isExact ? String(count) : `${count.toLocaleString(currentCode())}+`;
