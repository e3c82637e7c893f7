import { cutText } from "@/lib/platform/kernel/cut-text";

/** An item of an agenda template. */
export interface TemplateItem {
  readonly title: string;
  readonly minutesLong: number | null;
  readonly numbered: boolean;
}

const MOST_ITEMS = 50;

/**
 * The items of a template, one a line: "Finance report (15)" takes 15 minutes, and a line that begins with "-" is a break
 * without a number.
 */
export function itemsOfTemplate(agenda: string): TemplateItem[] {
  return agenda
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, MOST_ITEMS)
    .flatMap((line) => {
      const [, dash, title = "", minutes] = /^(-\s*)?(.*?)(?:\s*\((\d{1,3})\))?$/.exec(line) ?? [];
      if (title === "") return [];
      const minutesLong = minutes === undefined ? null : Math.min(Math.max(Number(minutes), 1), 600);
      return [{ title: cutText(title, 200), minutesLong, numbered: dash === undefined }];
    });
}
