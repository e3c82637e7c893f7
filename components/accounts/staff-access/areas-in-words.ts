import { currentCode } from "@/lib/platform/language/t";
import { areaName } from "@/lib/policy/areas";
import type { Area } from "@/lib/policy/permissions";

/** "Meetings, Documents and Links" in the reader's language. */
export const areasInWords = (areas: readonly Area[]): string =>
  new Intl.ListFormat(currentCode()).format(areas.map(areaName));
