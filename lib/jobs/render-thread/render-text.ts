import { cells, type TableColumn } from "@/lib/billing/core/pdf/cells";
import { Sheet, type Strip } from "@/lib/billing/core/pdf/sheet";
import { contentWidth, page, styles, toRight } from "@/lib/billing/core/pdf/style";
import type { TextStyle } from "@/lib/billing/core/pdf/text/text-style";
import type { PaperBrand } from "@/lib/platform/kernel/paper-brand";
import { t } from "@/lib/platform/language/t";
import { noteRow } from "@/lib/platform/rendering/drawing-begun";
import type { PaperPart, TextPaper } from "@/lib/workspace/core/text-paper";
import { markdownLines } from "./markdown-lines";

/** Minutes or a result as an A4 PDF. It stands here for the reason that render-actions.ts gives. */
export async function renderText(_brand: PaperBrand, paper: TextPaper): Promise<Uint8Array> {
  const { title, accountName, reference, at, subtitle, facts, parts, proof } = paper;
  const sheet = new Sheet({ title, author: accountName, subject: reference, at: new Date(at) });
  await paragraph(sheet, title, styles.title, 4);
  for (const line of subtitle) await paragraph(sheet, line, styles.soft);
  sheet.space(12);
  for (const fact of facts) sheet.add({ columns: await cells(sheet, factColumns, fact), above: 1, below: 1 });
  for (const part of parts) await addPart(sheet, part);
  if (proof.length > 0) {
    sheet.space(20);
    for (const line of proof) await paragraph(sheet, line, styles.small, 2);
  }
  return sheet.finish(async (number, of) => {
    if (number > 1) {
      const head = await sheet.text(title, contentWidth, styles.head);
      head[0]?.draw(page.side, 24);
    }
    const words = t("{reference}  ·  Page {number} of {of}", { reference, number, of });
    const count = await sheet.text(words, contentWidth, toRight(styles.head));
    count.at(-1)?.draw(page.side, page.height - 40);
  });
}

async function paragraph(sheet: Sheet, text: string, style: TextStyle, below = 0): Promise<void> {
  sheet.add({ columns: [{ x: 0, strips: await sheet.text(text, contentWidth, style) }], below });
}

const factColumns: readonly TableColumn[] = [{ width: 120, style: styles.soft }, { style: styles.body }];

/** The heading stays with the first lines below it. */
async function addPart(sheet: Sheet, { heading, notes = [], markdown = "", lines = [] }: PaperPart): Promise<void> {
  const first: Strip[] = await sheet.text(heading, contentWidth, styles.slipTitle);
  const rest: Strip[] = [];
  for (const note of notes) rest.push(...(await sheet.text(note, contentWidth, styles.soft)));
  const text = markdownLines(markdown);
  if (text !== "") rest.push(...(await sheet.text(text, contentWidth, styles.body)));
  for (const line of lines) rest.push(...(await sheet.text(line, contentWidth, styles.body)));
  const kept = rest.splice(0, TOGETHER);
  sheet.add({ columns: [{ x: 0, strips: [...first, ...kept] }], above: 16 });
  // Line by line: a long text fills each page, and isn't moved to the next one as a whole.
  for (const strip of rest) sheet.add({ columns: [{ x: 0, strips: [strip] }] });
  noteRow();
}

const TOGETHER = 2;
