import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import { countInWords } from "./count-in-words";

/** Of a count that stops at `COUNT_LIMIT`: "240", or "1,000+" where it stopped. */
export const asFarAsCounted = (count: number): string =>
  countInWords(Math.min(count, COUNT_LIMIT - 1), count < COUNT_LIMIT);
