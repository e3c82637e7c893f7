import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { changeAvailability } from "@/lib/services/catalogue/change-availability";
import { createProduct } from "@/lib/services/catalogue/create-product";
import { listProducts } from "@/lib/services/catalogue/list-products";
import { saveOption } from "@/lib/services/catalogue/save-option";
import { setPicture } from "@/lib/services/catalogue/set-picture";
import { setPrice } from "@/lib/services/catalogue/set-price";
import { updateCategory } from "@/lib/services/catalogue/update-category";
import { viewCatalogueProduct } from "@/lib/services/catalogue/view-catalogue-product";
import { viewPicture } from "@/lib/services/catalogue/view-picture";
import { orderService } from "@/lib/services/orders/order-service";
import { quoteOrder } from "@/lib/services/orders/quote-order";
import { viewService } from "@/lib/services/services/view-service";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { restCall } from "@/tests/fixtures/rest-call";
import { newProduct, png } from "./arrange";

let portal: TestPortal;
let northwind: string;
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const OWNER = "owner@northwind.example";
const accounting = () => portal.as("staff-accounting@portcullis.example");
const catalogue = async () => execute(await portal.as(OWNER), northwind, listProducts, {});
const listed = async (id: string) => (await catalogue()).items.find((product) => product.id === id);
const price = async (productId: string, amount: string, extra: object = {}) =>
  execute(await accounting(), null, setPrice, { productId, currency: "EUR", term: "month", price: amount, ...extra });
const show = async (productId: string, availability: "listed" | "hidden" | "archived") =>
  execute(await accounting(), null, changeAvailability, { productId, availability });
const view = async (productId: string) => execute(await accounting(), null, viewCatalogueProduct, { productId });
const order = async (productId: string, name: string) =>
  execute(await portal.as(OWNER), northwind, orderService, { productId, term: "month", name });

/** A listed product at €10 a month. */
async function onSale(name: string, category = "Widgets") {
  const { id } = await execute(await accounting(), null, createProduct, { name, category, hasLogin: true });
  await price(id, "10.00");
  await show(id, "listed");
  return id;
}

describe("a product that staff create", () => {
  test("is offered once it has a price and is listed", async () => {
    const input = { name: "Café L", category: "Widgets", description: "For large things." };
    const { id } = await execute(await accounting(), null, createProduct, input);
    expect((await problemOf(show(id, "listed"))).extra.fields?.availability?.[0]).toMatch(/Add a price first/);
    await price(id, "10,5", { setup: "2" });
    expect(await listed(id)).toBeUndefined();
    await show(id, "listed");
    expect(await listed(id)).toMatchObject({
      slug: "cafe-l",
      family: "Widgets",
      prices: [{ amountMinor: 1050, currency: "EUR", interval: "month", setupMinor: 200 }],
    });
  });

  test("gets a slug of its own when its name is taken", async () => {
    const ids = [await onSale("Twin"), await onSale("Twin")];
    expect(await Promise.all(ids.map(async (id) => (await view(id)).slug))).toEqual(["twin", "twin-2"]);
  });

  test("can be ordered by its address while hidden, and by nobody once archived", async () => {
    const id = await onSale("Secret offer");
    await show(id, "hidden");
    expect(await listed(id)).toBeUndefined();
    const { serviceId } = await order(id, "secret.example");
    await show(id, "archived");
    expect((await problemOf(order(id, "late.example"))).extra.fields).toHaveProperty("productId");
    expect(await execute(await portal.as(OWNER), northwind, viewService, { serviceId })).toMatchObject({
      product: "Secret offer",
    });
  });
});

describe("a new price", () => {
  test("is for new orders, and what was ordered keeps its own", async () => {
    const id = await onSale("Priced");
    const { serviceId } = await order(id, "early.example");
    await price(id, "14.00");
    const later = await order(id, "later.example");
    const minor = async (one: string) =>
      (await portal.owner.service.findUniqueOrThrow({ where: { id: one } })).priceMinor;
    expect([await minor(serviceId), await minor(later.serviceId)]).toEqual([1_000n, 1_400n]);
    expect((await view(id)).prices.map((one) => [one.amountMinor, one.endedAt === null])).toEqual([
      [1_400, true],
      [1_000, false],
    ]);
  });

  test("leaves one current price under parallel changes", async () => {
    const id = await onSale("Contended");
    const answers = await Promise.allSettled(Array.from({ length: 6 }, (_, index) => price(id, `${index + 1}.00`)));
    const failed = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
    expect(failed.every((code) => code === "conflict")).toBe(true);
    expect(await portal.owner.productPrice.count({ where: { productId: id, endedAt: null } })).toBe(1);
  });

  test("can't be changed afterwards, not even by code that forgets", async () => {
    const { id, prices } = await newProduct(portal.owner);
    const work = portal.owner.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('role', 'portcullis_staff', true)`;
      await tx.productPrice.updateMany({ where: { id: prices[0]?.id }, data: { priceMinor: 1n } });
    });
    await expect(work).rejects.toThrow(/permission denied/);
    expect((await view(id)).prices[0]?.amountMinor).toBe(1_000);
  });
});

describe("the options of a product", () => {
  test("are added with choices, in order, the first being the default", async () => {
    const id = await onSale("Optional");
    const choices = [{ name: "None" }, { name: "" }, { name: "Every night" }];
    await execute(await accounting(), null, saveOption, { productId: id, name: "Backup", choices });
    const [option] = (await view(id)).options;
    const nightly = option?.choices[1]?.id ?? "";
    await price(id, "3.00", { choiceId: nightly });
    const quote = await execute(await portal.as(OWNER), northwind, quoteOrder, {
      productId: id,
      name: "x.example",
      options: { backup: "every-night" },
    });
    expect(quote.options).toEqual([{ name: "Backup", choice: "Every night" }]);
    expect(quote.invoice?.lines[0]?.value.amountMinor).toBe(1_300);
    expect((await listed(id))?.options[0]?.choices.map(({ slug, usual }) => [slug, usual])).toEqual([
      ["none", true],
      ["every-night", false],
    ]);
  });

  test("keep a choice that services were ordered with, archived", async () => {
    const { id, options } = await newProduct(portal.owner);
    const [option] = options;
    const save = async (choices: object[]) =>
      execute(await accounting(), null, saveOption, {
        productId: id,
        optionId: option?.id,
        name: "Size",
        choices,
      } as never);
    await save([{ name: "Large" }]);
    const stored = (await view(id)).options[0]?.choices ?? [];
    expect(stored.map(({ name, archived, isDefault }) => [name, archived, isDefault]).sort()).toEqual([
      ["Large", false, true],
      ["Small", true, false],
    ]);
    expect((await problemOf(save([]))).extra.fields).toHaveProperty(["choices.0.name"]);
    expect((await problemOf(save([{ name: "A" }, { name: "a" }]))).extra.fields).toHaveProperty(["choices.1.name"]);
    const { options: other } = await newProduct(portal.owner);
    expect((await problemOf(save([{ choiceId: other[0]?.choices[0]?.id, name: "Stolen" }]))).code).toBe("not-found");
  });
});

describe("a category", () => {
  test("takes its products along when renamed, and hides them all", async () => {
    const id = await onSale("Grouped", "Old name");
    const { id: categoryId } = await portal.owner.productCategory.findUniqueOrThrow({ where: { name: "Old name" } });
    const change = async (input: object, version: number) =>
      execute(await accounting(), null, updateCategory, { categoryId, name: "New name", version, ...input });
    await change({ description: "What it is for", position: 0 }, 1);
    expect((await listed(id))?.family).toBe("New name");
    expect((await catalogue()).categories).toContainEqual({
      name: "New name",
      description: "What it is for",
      pictureId: null,
    });
    await change({ hidden: true }, 2);
    expect(await listed(id)).toBeUndefined();
    expect((await problemOf(change({}, 1))).code).toBe("conflict");
    await onSale("Other", "Taken");
    expect((await problemOf(change({ name: "Taken" }, 3))).extra.fields).toHaveProperty("name");
  });
});

describe("a picture", () => {
  const set = async (ownerId: string, picture: string) =>
    execute(await accounting(), null, setPicture, { of: "product" as const, ownerId, picture });

  test("is stored anew as WebP, bounded, and replaces the one before", async () => {
    const id = await onSale("Pictured");
    const { pictureId: first } = await set(id, await png());
    const { pictureId } = await set(id, await png(3_000, 1_000));
    expect((await listed(id))?.pictureId).toBe(pictureId);
    expect(await portal.owner.picture.count({ where: { id: first } })).toBe(0);
    const { body, contentType } = await execute(await portal.as(OWNER), northwind, viewPicture, { pictureId });
    const { format, width, height } = await sharp(body as Uint8Array).metadata();
    expect([contentType, format, width, height]).toEqual(["image/webp", "webp", 1_200, 400]);
  });

  test("loses what the upload carried besides its pixels", async () => {
    const id = await onSale("Stripped");
    const plain = Buffer.from(await png(), "base64");
    const upload = Buffer.concat([plain, Buffer.from("<script>alert(1)</script>")]).toString("base64");
    const { pictureId } = await set(id, upload);
    const { bytes } = await portal.owner.picture.findUniqueOrThrow({ where: { id: pictureId } });
    expect(Buffer.from(bytes).includes("<script>")).toBe(false);
  });

  test.each([
    ["an SVG", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>"],
    ["a GIF", Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64")],
    ["HTML with the name of a picture", "<!doctype html><script>alert(1)</script>"],
    ["half a picture", Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAE", "base64")],
  ])("is refused if it is %s", async (_, content) => {
    const id = (await newProduct(portal.owner)).id;
    const problem = await problemOf(set(id, Buffer.from(content).toString("base64")));
    expect(problem.extra.fields?.picture?.[0]).toMatch(/PNG, JPEG or WebP/);
    expect((await view(id)).pictureId).toBeNull();
  });

  test("is kept by browsers, which are answered 304, and is only for those who may order", async () => {
    const { pictureId } = await set(await onSale("Cached"), await png());
    const ask = async (email: string, headers = {}) =>
      restCall({
        operation: viewPicture,
        accountId: northwind,
        input: { pictureId },
        cookie: await portal.cookie(email),
        headers,
      });
    const whole = await ask(OWNER);
    expect([whole.status, whole.headers.get("content-type"), whole.headers.get("etag")]).toEqual([
      200,
      "image/webp",
      `"${pictureId}"`,
    ]);
    expect((await ask(OWNER, { "if-none-match": `"${pictureId}"` })).status).toBe(304);
    expect((await ask("billing@northwind.example")).status).toBe(403);
  });
});
