import { linesForReader } from "@/lib/platform/kernel/address/lines-for-reader";
import type { PaperBrand } from "@/lib/platform/kernel/paper-brand";
import { t } from "@/lib/platform/language/t";
import { pair } from "./pair";
import type { Party, Seller } from "./party";
import type { Sheet, Strip } from "./sheet";
import { contentWidth, styles, toRight } from "./style";

interface LetterheadProps {
  readonly brand: PaperBrand;
  readonly title: string;
  readonly seller: Seller;
  readonly buyer: Party;
  /** Label and value; the first is the document's reference. */
  readonly facts: readonly (readonly [label: string, value: string])[];
}

const ADDRESS = 250;
const FACTS = 205;
const TITLE = 250;
/** The logo stands for the name of the company, which is in the sender's line and in the footer as well. */
const LOGO = { width: 200, height: 36 };

/** Sender, recipient and reference data. */
export async function letterhead(sheet: Sheet, { brand, title, seller, buyer, facts }: LetterheadProps): Promise<void> {
  const company = brand.logo
    ? [sheet.picture(brand.logo, LOGO)]
    : await sheet.text(seller.name, contentWidth - TITLE - 12, { ...styles.company, color: brand.accent });
  const titles = await sheet.text(title, TITLE, toRight(styles.title));
  sheet.add({
    columns: [
      { x: 0, strips: company },
      { x: contentWidth - TITLE, strips: titles },
    ],
    below: 8,
  });
  sheet.line(undefined, 2, brand.accent);
  sheet.space(22);
  const right: Strip[] = [];
  for (const [index, [label, value]] of facts.entries()) {
    const valueStyle = toRight(index === 0 ? styles.strong : styles.body);
    right.push(
      ...(await pair(sheet, { label, labelStyle: styles.soft, value, valueStyle, width: FACTS, padding: 1.5 })),
    );
  }
  sheet.add({
    columns: [
      { x: 0, strips: await addressed(sheet, seller, buyer) },
      { x: contentWidth - FACTS, strips: right },
    ],
    below: 20,
  });
}

async function addressed(sheet: Sheet, seller: Seller, buyer: Party): Promise<Strip[]> {
  const gap = (height: number): Strip => ({ height, draw: () => undefined });
  return [
    ...(await sheet.text([seller.name, ...linesForReader(seller)].join("  ·  "), ADDRESS, styles.sender)),
    gap(6),
    ...(await sheet.text(buyer.name, ADDRESS, styles.strong)),
    ...(await sheet.text(linesForReader(buyer).join("\n"), ADDRESS, styles.body)),
    ...(buyer.vatId
      ? [gap(4), ...(await sheet.text(t("VAT ID {vatId}", { vatId: buyer.vatId }), ADDRESS, styles.soft))]
      : []),
  ];
}
