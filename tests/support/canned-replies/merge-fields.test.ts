import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillFields, unknownFields } from "@/lib/support/canned-replies/merge-fields";
import { mergeFields } from "@/lib/support/canned-replies/schema";

const values = {
  "contact.name": "Ana López",
  "account.name": "Northwind",
  "ticket.number": "#42",
  "ticket.subject": "web-02 is down",
  "service.name": "web-02.northwind.example",
  "agent.name": "Sam",
};

describe("the fields of a canned reply", () => {
  test("are filled in, with or without spaces in the braces", () => {
    expect(fillFields("Dear {{contact.name}}, {{ ticket.number }} is {{ service.name }}.", values)).toBe(
      "Dear Ana López, #42 is web-02.northwind.example.",
    );
  });

  test.each([
    ["{{contact.email}}", ["{{contact.email}}"]],
    ["{{constructor}} {{}}", ["{{constructor}}", "{{}}"]],
    ["{{contact.name", ["{{"]],
    ["contact.name}}", ["}}"]],
    ["{{{contact.name}}}", []],
    ["{ braces } of { code }", []],
    [mergeFields.map((field) => `{{${field}}}`).join(" "), []],
  ])("of %s that don't exist are %j", (text, unknown) => {
    expect(unknownFields(text)).toEqual(unknown);
  });

  test("make no markup, no line and no further field of a value", () => {
    const hostile = { ...values, "contact.name": "<b>*x*</b>\n[a](b)", "account.name": "{{agent.name}}" };
    expect(fillFields("{{contact.name}}|{{account.name}}", hostile)).toBe(
      "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b)|{{agent.name}}",
    );
  });

  test("leave every text without braces as it is", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[{}]/.test(text)),
        (text) => {
          expect(fillFields(text, values)).toBe(text);
          expect(unknownFields(text)).toEqual([]);
        },
      ),
    );
  });
});
