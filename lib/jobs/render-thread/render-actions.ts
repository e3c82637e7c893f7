import { cells, headed, type TableColumn } from "@/lib/billing/core/pdf/cells";
import { type Row, Sheet } from "@/lib/billing/core/pdf/sheet";
import { contentWidth, page, styles, toRight } from "@/lib/billing/core/pdf/style";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { PaperBrand } from "@/lib/platform/kernel/paper-brand";
import { t } from "@/lib/platform/language/t";
import type { ActionPaper } from "@/lib/workspace/actions/action-paper";

/**
 * A list of actions as an A4 PDF. It stands here because the drawing of documents is billing's, which the workspace doesn't
 * use: only the thread that draws knows both.
 */
export async function renderActions(_brand: PaperBrand, paper: ActionPaper): Promise<Uint8Array> {
  const { accountName, at, rows } = paper;
  const title = t("Actions@@area");
  const subject = `${title}, ${accountName}`;
  const sheet = new Sheet({ title, author: accountName, subject, at: new Date(at) });
  sheet.add({ columns: [{ x: 0, strips: await sheet.text(title, contentWidth, styles.title) }], below: 4 });
  const made = `${accountName}  ·  ${writeDate(at)}  ·  ${t("{count, plural, one {# action} other {# actions}}", { count: rows.length })}`;
  sheet.add({ columns: [{ x: 0, strips: await sheet.text(made, contentWidth, styles.soft) }], below: 14 });
  const heads = [t("No."), t("Action"), t("Assignees"), t("Due date"), t("Status")];
  await sheet.table({ columns: await cells(sheet, headed(widths), heads), below: 3, rule: "ink" }, drawn(sheet, rows));
  return sheet.finish(async (number, of) => {
    const count = await sheet.text(
      t("{reference}  ·  Page {number} of {of}", { reference: accountName, number, of }),
      contentWidth,
      toRight(styles.head),
    );
    count[0]?.draw(page.side, page.height - 40);
  });
}

const text = { style: styles.body };
const widths: readonly TableColumn[] = [
  { width: 32, ...text },
  text,
  { width: 110, ...text },
  { width: 70, ...text },
  { width: 76, ...text },
];

async function* drawn(sheet: Sheet, rows: ActionPaper["rows"]): AsyncGenerator<Row> {
  for (const { number, title, status, dueOn, overdue, assignees } of rows) {
    const due = dueOn === null ? "" : writeDate(dueOn);
    const texts = [
      `#${number}`,
      title,
      assignees.join(", "),
      overdue ? t("{day}, overdue", { day: due }) : due,
      status,
    ];
    yield { columns: await cells(sheet, widths, texts), above: 5, below: 4, rule: "hairline" };
  }
}
