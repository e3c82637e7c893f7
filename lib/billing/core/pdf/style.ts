import type { TextStyle } from "./text/text-style";

export const ink = "#16222b";
export const softInk = "#51606b";
export const hairline = "#d5dce0";

/** Points on A4. The address is placed for a window envelope. */
export const page = { width: 595.28, height: 841.89, top: 44, bottom: 76, side: 56 };
export const contentWidth = page.width - 2 * page.side;

const body: TextStyle = { size: 9, weight: 400, color: ink, lineHeight: 1.45, align: "left", tabular: false };

/** The text styles of a document. */
export const styles = {
  body,
  strong: { ...body, weight: 600 },
  soft: { ...body, color: softInk },
  small: { ...body, size: 7.5, lineHeight: 1.4, color: softInk },
  head: { ...body, size: 7.5, color: softInk },
  sender: { ...body, size: 6.5, color: softInk },
  company: { ...body, size: 15, weight: 600, lineHeight: 1.2 },
  title: { ...body, size: 20, weight: 600, lineHeight: 1.2 },
  slipTitle: { ...body, size: 11, weight: 600 },
  side: { ...body, size: 8 },
  grand: { ...body, size: 11, weight: 600 },
} satisfies Record<string, TextStyle>;

export const toRight = (style: TextStyle): TextStyle => ({ ...style, align: "right" });

/** An amount in a column of amounts. */
export const asFigure = (style: TextStyle): TextStyle => ({ ...style, align: "right", tabular: true });
