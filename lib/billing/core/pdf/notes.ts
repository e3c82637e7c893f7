import type { Sheet } from "./sheet";
import { styles } from "./style";

const WIDTH = 400;

/** Paragraphs below a table, with an optional heading. */
export async function notes(sheet: Sheet, heading: string | null, texts: readonly string[]): Promise<void> {
  const strips = heading === null ? [] : await sheet.text(heading, WIDTH, styles.strong);
  for (const text of texts) strips.push(...(await sheet.text(text, WIDTH, styles.body)));
  sheet.add({ columns: [{ x: 0, strips }], above: 18 });
}
