import { describe, expect, it } from "vitest";
import { lineOf } from "@/scripts/language/registered-sentences";
import { parseSource, sourceFiles } from "@/scripts/language/source-files";
import { neverTranslated } from "@/tests/fixtures/language/never-translated";
import { shownText, textOf } from "@/tests/fixtures/language/shown-text";

const found = (code: string) => shownText(parseSource("components/x.tsx", code)).map((node) => textOf(node).trim());

describe("text that people see", () => {
  it("is translated everywhere", () => {
    const left = [...sourceFiles()].flatMap(([file, source]) =>
      shownText(source)
        .filter((node) => !isNever(file, textOf(node).trim()))
        .map((node) => `${file}:${lineOf(node)} ${textOf(node).trim()}`),
    );
    expect(left).toEqual([]);
  });

  it("is found in elements, properties, errors, schemas and templates", () => {
    expect(found("const x = <p>You have {n} invoices</p>")).toEqual(["You have", "invoices"]);
    expect(found('const x = <Field label="Email address" className="mt-4 flex" name="email" />')).toEqual([
      "Email address",
    ]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that is looked through
    expect(found('throw new Problem("conflict", `${name} is already on the team.`)')).toEqual([
      "{} is already on the team.",
    ]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that is looked through
    expect(found("const x = { label: `${n} days` }")).toEqual(["{} days"]);
    expect(found('const x = z.string().min(1, "Enter a name.").describe("Shown on invoices")')).toEqual([
      "Enter a name.",
    ]);
    expect(found('const column = { key: "name", header: "Name", cell: () => open ? "Open" : "Closed" }')).toEqual([
      "Name",
      "Open",
      "Closed",
    ]);
  });

  it("is not what is translated, compared, logged, thrown as a bug, or a style", () => {
    expect(found('const x = <p className="Mt four">{t("You have {n} invoices", { n })}</p>')).toEqual([]);
    expect(found('if (kind === "Open") log().info({}, "The portal is listening.")')).toEqual([]);
    expect(
      found('throw new Error("This can not be."); const rows = sql`select "name" from x`; headers.get("Content-Type")'),
    ).toEqual([]);
    expect(found('defineQuery({ summary: "List invoices", activity: "view invoices" })')).toEqual([]);
  });
});

const isNever = (file: string, text: string): boolean =>
  neverTranslated.some(([place, sentence]) => file.startsWith(place) && (sentence === undefined || sentence === text));
