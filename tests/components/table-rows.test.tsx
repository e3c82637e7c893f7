import fc from "fast-check";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Html } from "@/components/ui/markup";
import { Money } from "@/components/ui/money";
import { readRows, type SentCell, type SentRow, type SentValue, writeRows } from "@/components/ui/row-text";
import { Status } from "@/components/ui/status";
import { TableRows } from "@/components/ui/table-rows";

const looks = [
  { place: "title", className: "cell-grow" },
  { place: "meta", label: "Due", className: "" },
  { place: "amount", className: "cell-end" },
];

/** Whatever a record may hold, without what HTML takes for spaces. */
const text = fc
  .oneof(fc.string(), fc.constantFrom("<img src=x onerror=alert(1)>", "a|b||c", "=#@*^<", "", `"'&`))
  .map((one) => one.replace(/[\n\t]/g, " "));
const word = fc.stringMatching(/^[a-z0-9 :-]{1,12}$/);
const value: fc.Arbitrary<SentValue> = fc.oneof(
  fc.record({ data: word, text }),
  fc.record({ time: word, text }),
  fc.record({ time: word, title: word, text }),
  fc.record({ tone: fc.constantFrom("danger" as const, "success" as const), text }),
);
const content = fc.oneof(text, value, fc.constant(null));
const cell: fc.Arbitrary<SentCell> = fc.oneof(
  content,
  fc.record({ place: fc.constantFrom("below", "hidden"), label: word, content }),
  fc.record({ place: fc.constantFrom("below", "hidden"), content }),
);
const rows = fc.array(fc.record({ href: word, cells: fc.tuple(cell, cell, cell) }), { maxLength: 5 });

/** React writes the name of this attribute in two cases, and HTML knows none. */
const rendered = (node: ReactNode) => renderToStaticMarkup(node).replaceAll("dateTime=", "datetime=");

const drawn = (sent: SentRow[] | string) =>
  rendered(
    <table>
      <TableRows looks={looks} rows={sent} hrefBase="/a/1/invoices/" />
    </table>,
  );

describe("the rows of a table that are sent as one text", () => {
  test("look as React draws them one by one, whatever a cell contains", () => {
    fc.assert(
      fc.property(rows, (sent) => {
        const written = writeRows(sent as SentRow[]);
        expect(written).toBeTypeOf("string");
        expect(drawn(written ?? "")).toBe(drawn(sent as SentRow[]));
      }),
      { numRuns: 500 },
    );
  });

  test("are none if there are none", () => {
    expect(readRows(writeRows([]) ?? "x")).toEqual([]);
  });

  test("keep their keys, and elements as the HTML they are", () => {
    const cells = [<b key="">Paid & done</b>, 7, false];
    expect(readRows(writeRows([{ key: "k", href: "", cells }]) ?? "")).toEqual([
      { key: "k", href: "", cells: [new Html("<b>Paid &amp; done</b>"), "7", null] },
    ]);
  });

  test("line breaks and tabs in a text don't make other cells or rows of it", () => {
    const written = writeRows([{ href: "1", cells: ["a\tb\nc", { text: "x\ny", data: "1" }, null] }]) ?? "";
    expect(readRows(written)).toEqual([{ href: "1", cells: ["a b c", { text: "x y", data: "1" }, null] }]);
  });

  test.each([
    ["a handler", [<button key="" type="button" onClick={() => {}} />]],
    ["a value that can't be told from its neighbour", [{ data: "1|2", text: "1" }]],
  ])("are left to React because of %s", (_, cells) => {
    expect(writeRows([{ href: "1", cells: cells as SentCell[] }])).toBeUndefined();
  });
});

describe("a table of records", () => {
  type Row = { id: string; name: string; state: ReactNode };
  const columns: Column<Row>[] = [
    { key: "name", header: "Name", cell: ({ name }) => name },
    { key: "state", header: "State", cell: ({ state }) => state },
    { key: "on", header: "On", cell: () => <DateTime value="2026-11-29T10:00:00Z" /> },
    {
      key: "sum",
      header: "Sum",
      phone: () => "amount",
      cell: () => <Money value={{ amountMinor: 5, currency: "EUR" }} />,
    },
  ];
  const tableOf = (state: ReactNode) =>
    rendered(
      <DataTable
        caption="Records"
        columns={columns}
        rows={[{ id: "1", name: "<b>Ada</b>", state }]}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/r/${id}`}
      />,
    );

  test("has the same rows whether one of its cells takes React or none does", () => {
    const plain = tableOf(<Status tone="success">Paid</Status>);
    const withHandler = tableOf(
      <Status tone="success">
        Paid
        <button type="button" onClick={() => {}} />
      </Status>,
    );
    expect(withHandler.replace('<button type="button"></button>', "")).toBe(plain);
    expect(plain).toContain('<a href="/r/1" data-nav="" class="row-link">&lt;b&gt;Ada&lt;/b&gt;</a>');
  });
});
