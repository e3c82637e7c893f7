import type { Money } from "@/lib/platform/kernel/money";
import { pair } from "./pair";
import type { Sheet, Strip } from "./sheet";
import { asFigure, contentWidth, ink, page, styles } from "./style";
import { writeMoney } from "./write";

const WIDTH = 226;

/** Position of the totals column, at the right. */
export const sumsAt = contentWidth - WIDTH;

interface Sum {
  readonly label: string;
  readonly value: Money;
  /** Shown as a deduction. */
  readonly less?: boolean;
  /** Printed with a line above. */
  readonly grand?: boolean;
}

/** The totals below a table of amounts. */
export async function sums(sheet: Sheet, lines: readonly Sum[]): Promise<Strip[]> {
  const strips: Strip[] = [];
  for (const { label, value, less, grand } of lines) {
    const shown = less ? { ...value, amountMinor: -value.amountMinor } : value;
    const style = grand ? styles.grand : styles.body;
    if (grand) strips.push(ruled(sheet));
    strips.push(
      ...(await pair(sheet, {
        label,
        labelStyle: grand ? styles.grand : styles.soft,
        value: writeMoney(shown),
        valueStyle: asFigure(style),
        width: WIDTH,
        padding: 2,
      })),
    );
  }
  return strips;
}

const ruled = ({ pdf }: Sheet): Strip => ({
  height: 7,
  draw: (x, y) => {
    pdf.save().lineWidth(1).strokeColor(ink);
    pdf
      .moveTo(x, y + 4)
      .lineTo(page.width - page.side, y + 4)
      .stroke()
      .restore();
  },
});
