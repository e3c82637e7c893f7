import { invalidField } from "@/lib/platform/kernel/problem";
import { searchText } from "@/lib/platform/kernel/search-text";
import { t } from "@/lib/platform/language/t";

interface Typed {
  readonly options: readonly string[];
  readonly abstention: string;
}

/** The options as they are voted on. Throws `invalid` unless they are two to five, each different. */
export function optionsOf({ options, abstention }: Typed) {
  const choices = options.filter((text) => text !== "");
  const all = [...choices, ...(abstention === "" ? [] : [abstention])];
  if (choices.length < 2 || all.length > 5)
    throw invalidField("options", t("Enter two to five options, an abstention included."));
  if (new Set(all.map(searchText)).size < all.length)
    throw invalidField("options", t("Each option must be different."));
  return all.map((text, at) => ({ position: at + 1, text, abstains: at === choices.length }));
}
