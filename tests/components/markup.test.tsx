import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { createElement, memo, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { NavLink } from "@/components/shell/nav-link";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { Html, markup } from "@/components/ui/markup";
import { Money } from "@/components/ui/money";
import { Person } from "@/components/ui/person";
import { Status } from "@/components/ui/status";

/** In HTML the names of attributes have no case, and no tag is closed by a slash. */
const byReact = (node: ReactNode) =>
  renderToStaticMarkup(node)
    .replace(/ (dateTime|viewBox|popoverTarget|colSpan|hrefLang)=/g, (name) => name.toLowerCase())
    .replaceAll("/>", ">");

const script = "javascript:alert(1)";
const raw = { dangerouslySetInnerHTML: { __html: "<b>" } };
const component = (type: unknown) => createElement(type as () => ReactNode);

const text = fc.oneof(fc.string(), fc.constantFrom("<script>alert(1)</script>", `"'&<>`, "a\u0000b", "&amp;", "]]>"));
const attributes = fc.record(
  {
    className: text,
    title: text,
    id: text,
    "aria-label": text,
    "data-x": text,
    role: text,
    "aria-hidden": fc.boolean(),
  },
  { requiredKeys: [] },
);
const { node } = fc.letrec<{ node: ReactNode; element: ReactNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    text,
    fc.integer(),
    fc.constantFrom(null, false, true, undefined),
    tie("element"),
  ),
  element: fc
    .tuple(
      fc.constantFrom("span", "div", "a", "li", "time", "data"),
      attributes,
      fc.array(tie("node"), { maxLength: 3 }),
    )
    .map(([tag, props, children]) => createElement(tag, props, ...(children as ReactNode[]))),
}));

describe("what is written without React", () => {
  test("is what React writes, whatever the texts and attributes contain", () => {
    fc.assert(
      fc.property(node, (one) => {
        expect(markup(one)).toBe(byReact(one));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ["an amount", <Money key="" value={{ amountMinor: 123456, currency: "EUR" }} />],
    ["a day", <DateTime key="" value="2026-11-29T00:00:00Z" />],
    [
      "a status",
      <Status key="" tone="danger">
        Overdue & late
      </Status>,
    ],
    ["an icon", <Icon key="" name="bell" className="size-5" label={'"Bell"'} />],
    ["a person", <Person key="" name="Ada <b>" detail="ada@example.com" />],
    [
      "an entry of the navigation",
      <NavLink key="" current item={{ href: "/a/1?x=1&y=2", label: "Bills", icon: "wallet", count: 3 }} />,
    ],
    ["a checkbox", <input key="" type="checkbox" disabled name="invoice" value='"1"' hidden={false} />],
    [
      "a fragment",
      <>
        a{1}
        {["b", null, <br key="" />]}
      </>,
    ],
  ])("%s looks as React writes it", (_, one) => {
    expect(markup(one)).toBe(byReact(one));
  });

  test.each([
    ["a handler", <button key="" type="button" onClick={() => {}} />],
    ["styles", <p key="" style={{ color: "red" }} />],
    ["HTML given as text", <p key="" {...raw} />],
    ["a form", <form key="" action="/x" />],
    ["a select", <select key="" defaultValue="1" />],
    ["a script", <script key="" src="/x.js" />],
    [
      "the address of a script",
      <a key="" href={script}>
        x
      </a>,
    ],
    [
      "such an address in disguise",
      <a key="" href={" \u0001java\nscript:alert(1)"}>
        x
      </a>,
    ],
    ["a component that waits", component(async () => "later")],
    [
      "a component of the browser",
      component(Object.assign(() => "x", { $$typeof: Symbol.for("react.client.reference") })),
    ],
    ["a memoized component", component(memo(() => "x"))],
    ["an object that is no element", { html: "<b>" } as unknown as ReactNode],
  ])("%s is left to React, and so is what it is in", (_, one) => {
    expect(markup(one)).toBeUndefined();
    expect(
      markup(
        <ul>
          <li>{one}</li>
        </ul>,
      ),
    ).toBeUndefined();
  });

  test("keeps HTML that it has written before, which nothing that was read can pretend to be", () => {
    const written = new Html("<b>bold</b>") as unknown as ReactNode;
    expect(markup(<td>{written}</td>)).toBe("<td><b>bold</b></td>");
    expect(markup(JSON.parse(JSON.stringify(written)))).toBeUndefined();
  });
});

test("no component of the browser has its children written without React, where they may have state", () => {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
  );
  const writing = files
    .filter((file) => file.endsWith(".tsx"))
    .filter((file) => {
      const source = readFileSync(file, "utf8");
      return source.startsWith('"use client"') && /from "@\/components\/ui\/(data-table|drawn|row-text)"/.test(source);
    });
  // It reads what was written on the server.
  expect(writing).toEqual(["components/ui/table-rows.tsx"]);
});
