import { oneLine } from "@/lib/platform/kernel/one-line";
import { invalidField } from "@/lib/platform/kernel/problem";
import { searchText } from "@/lib/platform/kernel/search-text";
import { t } from "@/lib/platform/language/t";

/** Organisations named one on each line, each once, with the form in which they are compared with interests. */
export function organisationsIn(text: string): { key: string; name: string }[] {
  const names = text
    .split("\n")
    .map(oneLine)
    .filter((name) => searchText(name) !== "");
  if (names.length > 50 || names.some((name) => name.length > 120))
    throw invalidField("organisations", t("Name up to 50 organisations, each in up to 120 characters."));
  return [...new Map(names.map((name) => [searchText(name), { key: searchText(name), name }])).values()];
}
