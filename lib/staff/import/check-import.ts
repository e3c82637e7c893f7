import { z } from "zod";
import { fileInput, LARGEST_FILE_BODY } from "@/lib/platform/kernel/file-input";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { type CheckedRow, checkRows } from "./check-rows";
import { readRows } from "./read-rows";

const ROWS_AT_ONCE = 1_000;

/** Reads a CSV file of customers and says for every row what importing it would do. Creates no account. */
export const checkImport = defineCommand({
  name: "import.check",
  permission: "staff.accounts.create",
  scope: "staff",
  summary: "Check a CSV file of customers without importing it",
  activity: "check a customer import",
  input: z.object({
    file: fileInput.optional().describe("CSV, UTF-8, with headings in the first line"),
    text: z.string().max(250_000, issue("Upload longer lists as a file.")).default("").describe("The same, pasted"),
  }),
  output: z.object({ id, rows: z.int() }),
  http: { method: "POST", path: "/staff/imports", largestBody: LARGEST_FILE_BODY, status: 201 },
  run: async ({ db, actor }, { file, text }) => {
    const { rows, ignored } = readable(() => readRows(file ? decoded(file) : text), file ? "file" : "text");
    const checked = await checkRows(db, rows);
    const { id: importId } = await db.accountImport.create({
      data: { startedById: actor.personId, startedByName: actor.name, ignored: [...ignored] },
      select: { id: true },
    });
    for (let from = 0; from < checked.length; from += ROWS_AT_ONCE) {
      const data = checked.slice(from, from + ROWS_AT_ONCE).map((row) => columnsOf(importId, row));
      await db.accountImportRow.createMany({ data });
    }
    return {
      output: { id: importId, rows: checked.length },
      audit: {
        summary: say("Checked a customer import with {count, plural, one {# row} other {# rows}}", {
          count: checked.length,
        }),
        target: { type: "import", id: importId },
      },
    };
  },
});

const columnsOf = (importId: string, { cells, reference, name, ownerEmail, ...row }: CheckedRow) => ({
  ...row,
  importId,
  fields: cells,
  reference: reference.slice(0, 200),
  name: name.slice(0, 200),
  ownerEmail: ownerEmail.slice(0, 254),
});

function decoded(file: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    throw new Problem("invalid", t("The file isn't UTF-8. Save it as “CSV UTF-8” and try again."));
  }
}

/** What is wrong with the file is said beside the field it came from. */
function readable<T>(read: () => T, field: string): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem && error.code === "invalid") throw invalidField(field, error.detail);
    throw error;
  }
}
