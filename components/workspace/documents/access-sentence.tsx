import { t } from "@/lib/platform/language/t";
import type { FolderAccessSummary } from "@/lib/workspace/documents/schema";

/** Who has access to a folder, and from where that comes: "Inherited from Board: 5 people". */
export function accessSentence({ kind, from, people, viewOnly }: FolderAccessSummary): string {
  const who =
    kind === "own"
      ? t("Own list: {count, plural, =0 {owner and administrators only} one {# person} other {# people}}", {
          count: people,
        })
      : t(
          "Inherited from {folder}: {count, plural, =0 {owner and administrators only} one {# person} other {# people}}",
          { folder: from.name, count: people },
        );
  return viewOnly ? t("{who}, view only", { who }) : who;
}
