import { readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { z } from "zod";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import { fieldLimits } from "@/lib/http/field-limits";
import { operations } from "@/lib/http/registry";
import { idleForm } from "@/lib/platform/kernel/form-state";

const input = z.object({
  name: z.string().trim().min(1).max(80),
  note: z.string().max(500).optional(),
  days: z.int().max(365).default(90),
  lines: z.array(z.object({ description: z.string().max(300), unit: z.string() })).max(50),
});

test("text limits are taken from the input schema, at any depth", () => {
  expect(fieldLimits(input)).toEqual({
    name: { minLength: 1, maxLength: 80 },
    note: { maxLength: 500 },
    "lines.*.description": { maxLength: 300 },
  });
});

test("a form control has the limits of its field unless it sets its own", () => {
  const form = (
    <OperationForm action={{ send: async () => idleForm, limits: fieldLimits(input) }} submitLabel="Send">
      <Field name="name" label="Name">
        <Input />
      </Field>
      <Field name="lines.3.description" label="Description">
        <Textarea />
      </Field>
      <Field name="note" label="Note">
        <Input maxLength={9} />
      </Field>
      <Field name="other" label="Other">
        <Input />
      </Field>
    </OperationForm>
  );
  const markup = renderToStaticMarkup(form);
  const lengthOf = (name: string) => new RegExp(`<(?:input|textarea)[^>]*name="${name}"[^>]*>`).exec(markup)?.[0];
  expect(lengthOf("name")).toMatch(/minLength="1" maxLength="80"/i);
  expect(lengthOf("lines.3.description")).toMatch(/maxLength="300"/i);
  expect(lengthOf("note")).toMatch(/maxLength="9"/i);
  expect(lengthOf("other")).not.toMatch(/maxLength/i);
});

test("no form repeats a limit that its operation declares", () => {
  const limits = operations.filter(({ kind }) => kind === "command").map((operation) => fieldLimits(operation.input));
  const known = (field: string, length: number) =>
    limits.some((one) => Object.entries(one).some(([key, { maxLength }]) => key === field && maxLength === length));
  const restated = ["app", "components"].flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx") && !withoutAction.includes(`${place}/${file}`))
      .flatMap((file) => {
        const fields = readFileSync(`${place}/${file}`, "utf8").split("<Field").slice(1);
        return fields.flatMap((text) => {
          const name = /^\s+name="([^"]+)"/.exec(text)?.[1] ?? "";
          const length = /maxLength=\{([\d_]+)\}/.exec(text)?.[1]?.replaceAll("_", "");
          return length !== undefined && known(name, Number(length)) ? [`${place}/${file}: ${name}`] : [];
        });
      }),
  );
  expect(restated).toEqual([]);
});

/** A form that only navigates: it has no operation. */
const withoutAction = ["components/services/orders/order-choices.tsx"];
