import type { FormState } from "@/lib/platform/kernel/form-state";
import type { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** The text fields of a form. `$ACTION_…` fields belong to the framework. */
export const textFields = (form: FormData): [string, string][] =>
  [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string" && !pair[0].startsWith("$"));

/** The chosen files of a form, as the schema takes them: in base64. A file field left empty is not sent. */
export async function fileFields(form: FormData): Promise<[string, string][]> {
  const chosen = [...form].filter((pair): pair is [string, File] => pair[1] instanceof File && pair[1].size > 0);
  return Promise.all(
    chosen.map(
      async ([name, file]): Promise<[string, string]> => [
        name,
        Buffer.from(await file.arrayBuffer()).toString("base64"),
      ],
    ),
  );
}

/** A Problem as form state: messages at their fields, input kept, secrets never sent back. */
export function failedForm({ code, detail, extra }: Problem, fields: readonly [string, string][]): FormState {
  if (code === "refused" && extra.permission !== undefined) {
    return { status: "refused", message: detail, permission: extra.permission };
  }
  const messages = Object.entries(extra.fields ?? {}).map(([name, lines]): [string, string[]] => [name, [...lines]]);
  // The detail names a field as the API does; the form lists each message with a link to its field.
  const message = messages.length > 0 ? t("Nothing was saved. Check the following:") : detail;
  return {
    status: "invalid",
    message,
    fields: Object.fromEntries(messages),
    values: typedValues(fields),
    ...(extra.seen && { seen: extra.seen }),
    ...((code === "confirmation-needed" || extra.fields?.confirmationSecret) && { confirm: true }),
  };
}

/** What was typed, to be shown again. Secrets are never sent back. */
export function typedValues(fields: readonly [string, string][]): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of fields) {
    if (/password|secret|passkey$|token$/i.test(name)) continue;
    const before = values[name];
    values[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return values;
}
