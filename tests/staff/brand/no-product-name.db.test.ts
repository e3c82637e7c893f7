import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { GET as openapiDocument } from "@/app/api/v1/openapi.json/route";
import { operations } from "@/lib/http/registry";
import { refreshBrand } from "@/lib/platform/brand/current-brand";
import { renderPool } from "@/lib/platform/rendering/render-pool";
import { pdfText } from "@/tests/billing/invoices/pdf-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { columns, expected } from "@/tests/operations/expected";
import { groundOf, type Restore } from "@/tests/operations/restore";
import { samples } from "@/tests/operations/samples";
import { viewers } from "@/tests/operations/viewers";
import { sampleBrand } from "./arrange";

/** Operations that a customer may execute. */
const customers = ["owner", "billing", "support"] as const;
const mayOf = (name: string) => (expected[name] ?? "").trim().split(/\s+/);
const byCustomers = operations.flatMap((operation) => {
  const viewer = customers.find((one) => mayOf(operation.name)[columns.indexOf(one)] === "+");
  return viewer ? [{ operation, viewer }] : [];
});

let portal: TestPortal;
let restore: Restore;
beforeAll(async () => {
  portal = await testPortal();
  restore = await groundOf(portal);
  await portal.owner.brand.create({ data: sampleBrand });
  await portal.owner.legalEntity.updateMany({ data: { name: "Northstar Hosting Ltd" } });
  await refreshBrand();
});
afterAll(async () => {
  await renderPool().close();
  await portal.close();
});

/** Where the product's name stands in a text, apart from the sample data's own company and addresses. */
const named = (text: string) =>
  text
    .replace(/[\w.+-]+@portcullis\.example|Portcullis Hosting B\.V\.|urn:portcullis:/gi, "")
    .match(/.{0,60}portcullis.{0,60}/i)?.[0];

async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const isPdf = response.headers.get("content-type") === "application/pdf";
  // Its metadata isn't compressed.
  return isPdf ? `${pdfText(bytes).join("\n")}\n${bytes.toString("latin1")}` : bytes.toString("utf8");
}

describe("once the company has a name, the product's name", () => {
  it.each(byCustomers)("is not in the answer of $operation.name to customers", async ({ operation, viewer }) => {
    const accountId = portal.demo.northwind.id;
    const email = viewers[viewer];
    const input = (await samples[operation.name]?.({ portal, accountId, email })) ?? {};
    const response = await restCall({ operation, accountId, input, cookie: await portal.cookie(email) });
    expect(response.status).toBeLessThan(300);
    expect(named(`${response.headers.get("content-disposition")}\n${await textOf(response)}`)).toBeUndefined();
    await restore(operation.name);
  });

  it("is not in the API document, which has the company's", async () => {
    const document = await (await openapiDocument(new Request("http://localhost/api/v1/openapi.json"))).text();
    expect(JSON.parse(document).info.title).toBe("Northstar Hosting customer portal");
    expect(named(document)).toBeUndefined();
  });
});

/** Files in which the name stands for something else than the company. */
const INTERNAL: Readonly<Record<string, string>> = {
  "lib/platform/config/portal-settings.ts": "the default of COMPANY_NAME",
  "lib/platform/brand/read-brand.ts": "tells that default from a name",
  "lib/services/provisioning/deliver-orders.ts": "the user agent that the company's own system sees",
  "app/staff/products/provisioning/page.tsx": "the headers that the company's own system sees",
};

test("the product's name is written in no page, mail or document, but only where staff and programs see it", () => {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
  );
  const naming = files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/"))
    .filter((file) => /Portcullis/.test(withoutComments(readFileSync(file, "utf8"))));
  expect(naming.sort()).toEqual(Object.keys(INTERNAL).sort());
});

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
