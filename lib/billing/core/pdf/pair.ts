import type { Sheet, Strip } from "./sheet";
import type { TextStyle } from "./text/text-style";

interface Pair {
  readonly label: string;
  readonly labelStyle: TextStyle;
  readonly value: string;
  readonly valueStyle: TextStyle;
  readonly width: number;
  /** Space above and below. */
  readonly padding: number;
}

const GAP = 8;

/** A label and its value at opposite ends of a line; each wraps in its own half if both are long. */
export async function pair(
  sheet: Sheet,
  { label, labelStyle, value, valueStyle, width, padding }: Pair,
): Promise<Strip[]> {
  const wanted = await sheet.widthOf(value, valueStyle);
  const forLabel = Math.max(width - wanted - GAP, width / 2);
  const labels = await sheet.text(label, Math.min(forLabel, width - GAP), labelStyle);
  const taken = Math.min(await sheet.widthOf(label, labelStyle), forLabel);
  const values = await sheet.text(value, width - taken - GAP, valueStyle);
  const count = Math.max(labels.length, values.length);
  return Array.from({ length: count }, (_, index) => {
    const [left, right] = [labels[index], values[index]];
    const [above, below] = [index === 0 ? padding : 0, index === count - 1 ? padding : 0];
    return {
      height: Math.max(left?.height ?? 0, right?.height ?? 0) + above + below,
      draw: (x, y) => {
        left?.draw(x, y + above);
        right?.draw(x + taken + GAP, y + above);
      },
    };
  });
}
