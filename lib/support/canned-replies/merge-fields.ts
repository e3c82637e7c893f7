import { oneLine } from "@/lib/platform/kernel/one-line";
import { type MergeField, mergeFields } from "./schema";

export type MergeValues = Readonly<Record<MergeField, string>>;

const FIELD = /\{\{([^{}]*)\}\}/g;

/** The fields of a text that don't exist, and braces that make no field, as they are written. */
export function unknownFields(text: string): string[] {
  const named = [...text.matchAll(FIELD)].filter(([, name = ""]) => !isField(name.trim())).map(([whole]) => whole);
  const rest = text.replace(FIELD, "");
  return [...new Set([...named, ...(rest.match(/\{\{|\}\}/g) ?? [])])];
}

/** The text with its fields filled in. Values are data: what they contain is no markup and no further field. */
export const fillFields = (text: string, values: MergeValues): string =>
  text.replace(FIELD, (whole, name: string) => {
    const field = name.trim();
    return isField(field) ? escapeMarkdown(oneLine(values[field])) : whole;
  });

const isField = (name: string): name is MergeField => (mergeFields as readonly string[]).includes(name);

/** Only what would begin something within a line: a host name stays readable. */
const escapeMarkdown = (value: string): string => value.replace(/[\\`*_[\]<>~|]/g, "\\$&");
