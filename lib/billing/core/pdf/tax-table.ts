import type { Money } from "@/lib/platform/kernel/money";
import { t } from "@/lib/platform/language/t";
import { cells } from "./cells";
import { heightOf, type Sheet, type Strip } from "./sheet";
import { asFigure, styles } from "./style";
import { writeMoney, writeRate } from "./write";

type Taxes = readonly { readonly basisPoints: number; readonly net: Money; readonly tax: Money }[];

const WIDTH = 210;
const figure = { width: 72, style: asFigure(styles.side) };
const columns = [{ style: styles.side }, figure, figure];
const heads = [{ style: styles.head }, ...[72, 72].map((width) => ({ width, style: asFigure(styles.head) }))];

/** Net and tax per rate, as tax authorities require. */
export async function taxTable(sheet: Sheet, taxes: Taxes): Promise<Strip[]> {
  const rows = [await cells(sheet, heads, [t("VAT rate"), t("Net"), t("VAT")], WIDTH)];
  for (const { basisPoints, net, tax } of taxes) {
    rows.push(await cells(sheet, columns, [writeRate(basisPoints), writeMoney(net), writeMoney(tax)], WIDTH));
  }
  return rows.map((row) => ({
    height: heightOf(row) + 4,
    draw: (x, y) => {
      for (const column of row) {
        let at = y + 2;
        for (const strip of column.strips) {
          strip.draw(x + column.x, at);
          at += strip.height;
        }
      }
    },
  }));
}
