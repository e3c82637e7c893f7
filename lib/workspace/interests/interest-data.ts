import { invalidField } from "@/lib/platform/kernel/problem";
import { searchText } from "@/lib/platform/kernel/search-text";
import { t } from "@/lib/platform/language/t";

interface Typed {
  readonly organisation: string;
  readonly nature: string;
  readonly from: string;
  readonly to: string | null;
}

/** An interest as it is stored. Throws `invalid` if it ends before it begins. */
export function interestData({ organisation, nature, from, to }: Typed) {
  if (to !== null && to < from) throw invalidField("to", t("Choose a last day that isn't before the first."));
  const dayOf = (day: string) => new Date(`${day}T00:00:00Z`);
  return { organisation, key: searchText(organisation), nature, fromDay: dayOf(from), toDay: to && dayOf(to) };
}
