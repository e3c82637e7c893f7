import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { unknownFields } from "./merge-fields";
import { fieldList } from "./schema";

/** Throws `invalid` at `body` if it names a field that doesn't exist. */
export function checkFields(body: string): void {
  const unknown = unknownFields(body);
  if (unknown.length === 0) return;
  throw invalidField(
    "body",
    t("{field} is not a field. The fields are {fields}.", { field: unknown.slice(0, 3).join(", "), fields: fieldList }),
  );
}

export const titleTaken = () => invalidField("title", t("There is already a canned reply with this title."));
