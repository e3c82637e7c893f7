import { type Said, say } from "@/lib/platform/language/say";

/** "Billing, Support, and 2 more" for the activity log, which is read in several languages. */
export function saidList(items: readonly Said[]): Said {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? { text: "" };
  const values = { names: saidRow(items.slice(0, -1)), last };
  return items.length === 2 ? say("{names} and {last}", values) : say("{names}, and {last}", values);
}

/** The same with commas only. */
export const saidRow = (items: readonly Said[]): Said => ({
  text: items.map((_, index) => `{part${index}}`).join(", "),
  values: Object.fromEntries(items.map((item, index) => [`part${index}`, item])),
});
