import type { Seller } from "./party";
import type { Sheet, Strip } from "./sheet";
import { contentWidth, page, styles, toRight } from "./style";

interface Furniture {
  readonly title: string;
  readonly seller: Seller;
  /** Stands before the page number. */
  readonly reference: string;
}

/** How much of a page its foot may take: what is longer is cut, so that it never runs off the page. */
const MOST_LINES = 4;

/**
 * On every page: who the seller is by law, which document this is, and where in it one is. From the second page on, what
 * it is stands at the top as well, so that a page that got lost still says where it belongs.
 */
export async function pageFurniture(
  sheet: Sheet,
  { title, seller, reference }: Furniture,
  [number, of]: readonly [number: number, of: number],
): Promise<void> {
  if (number > 1) {
    const head = await sheet.text(`${seller.name}  ·  ${title}, continued`, contentWidth, styles.head);
    head[0]?.draw(page.side, 24);
  }
  const legal = [seller.vatId && `VAT ID ${seller.vatId}`, seller.registration, seller.email, seller.phone];
  const small = [
    ...(await sheet.text([seller.name, ...seller.lines].join(", "), contentWidth, styles.small)),
    ...(await sheet.text(legal.filter(Boolean).join("  ·  "), contentWidth, styles.small)),
  ].slice(0, MOST_LINES);
  // On a line of its own: beside the others it would run into a long one.
  const count = await sheet.text(`${reference}  ·  Page ${number} of ${of}`, contentWidth, toRight(styles.head));
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
