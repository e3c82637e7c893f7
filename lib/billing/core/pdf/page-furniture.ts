import { linesForReader } from "@/lib/platform/kernel/address/lines-for-reader";
import { t } from "@/lib/platform/language/t";
import type { Seller } from "./party";
import type { Sheet, Strip } from "./sheet";
import { contentWidth, page, styles, toRight } from "./style";

interface Furniture {
  readonly title: string;
  readonly seller: Seller;
  /** Printed before the page number. */
  readonly reference: string;
}

/** Maximum height of the footer; longer text is cut so it never runs off the page. */
const MOST_LINES = 4;

/**
 * Printed on every page: the seller's legal details, the document reference and the page number. From the second page
 * the title is repeated at the top, so a lost page can still be identified.
 */
export async function pageFurniture(
  sheet: Sheet,
  { title, seller, reference }: Furniture,
  [number, of]: readonly [number: number, of: number],
): Promise<void> {
  if (number > 1) {
    const head = await sheet.text(
      t("{name}  ·  {title}, continued", { name: seller.name, title }),
      contentWidth,
      styles.head,
    );
    head[0]?.draw(page.side, 24);
  }
  const legal = [
    seller.vatId && t("VAT ID {vatId}", { vatId: seller.vatId }),
    seller.registration,
    seller.email,
    seller.phone,
  ];
  const small = [
    ...(await sheet.text([seller.name, ...linesForReader(seller)].join(", "), contentWidth, styles.small)),
    ...(await sheet.text(legal.filter(Boolean).join("  ·  "), contentWidth, styles.small)),
  ].slice(0, MOST_LINES);
  // On its own line, so it can't overlap a long one.
  const count = await sheet.text(
    t("{reference}  ·  Page {number} of {of}", { reference, number, of }),
    contentWidth,
    toRight(styles.head),
  );
  stack([...count.slice(-1), ...small]);
}

function stack(strips: readonly Strip[]): void {
  let y = Math.max(page.height - page.bottom + 10, page.height - 30 - heightOf(strips));
  for (const strip of strips) {
    strip.draw(page.side, y);
    y += strip.height;
  }
}

const heightOf = (strips: readonly Strip[]): number => strips.reduce((sum, { height }) => sum + height, 0);
