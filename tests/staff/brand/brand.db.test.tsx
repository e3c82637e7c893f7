import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "vitest";
import { brandFile } from "@/lib/http/brand-file";
import { operations } from "@/lib/http/registry";
import { BrandCache } from "@/lib/platform/brand/brand-cache";
import { currentBrand, refreshBrand } from "@/lib/platform/brand/current-brand";
import { mailFrom } from "@/lib/platform/brand/mail-from";
import { paperBrand } from "@/lib/platform/brand/paper-brand";
import { env, forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { listen } from "@/lib/platform/db/listen";
import { asWorker } from "@/lib/platform/db/transaction";
import { sendMail } from "@/lib/platform/mail/outbox";
import { MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { execute } from "@/lib/platform/operations/execute";
import { removeLogo } from "@/lib/staff/brand/remove-logo";
import { setLogo } from "@/lib/staff/brand/set-logo";
import { updateBrand } from "@/lib/staff/brand/update-brand";
import { viewBrand } from "@/lib/staff/brand/view-brand";
import { countingProxy } from "@/tests/fixtures/counting-proxy";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { logo } from "./arrange";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterEach(async () => {
  await portal.owner.brand.deleteMany();
  await refreshBrand();
});
afterAll(() => portal.close());

const manager = () => portal.as("staff-manager@portcullis.example");
const update = async (input: object) => execute(await manager(), null, updateBrand, { version: 0, ...input });
const view = async () => execute(await manager(), null, viewBrand, {});
const upload = async (picture: string) => execute(await manager(), null, setLogo, { logo: picture });

describe("a portal without a brand", () => {
  it("has the name of its settings and the portal's own colours and emblem", async () => {
    expect(await view()).toMatchObject({ name: null, logo: null, version: 0, shown: { name: "Portcullis" } });
    expect(await currentBrand()).toMatchObject({ isOwn: false, themeHref: null, iconHref: "/logo.svg" });
    expect((await paperBrand()).logo).toBeNull();
  });
});

describe("a brand", () => {
  it("is shown at once by the process that changed it", async () => {
    await update({ name: " Northstar  Hosting ", accent: "7A1FA2" });
    const brand = await currentBrand();
    expect(brand).toMatchObject({ name: "Northstar Hosting", isOwn: true, accent: "#7a1fa2" });
    expect(brand.themeHref).toBe(`/brand/theme-7a1fa2-${brand.accentDark.slice(1)}.css`);
    expect(brand.iconHref).toBe("/brand/initial-7a1fa2-4e.svg");
    expect((await paperBrand()).accent).toBe("#7a1fa2");
  });

  it("reaches every other process by a notification", async () => {
    const others = [new BrandCache(), new BrandCache()];
    for (const other of others) expect((await other.current()).name).toBe("Portcullis");
    const listeners = others.map((other) => listen("portcullis_brand", () => void other.refresh()));
    await update({ name: "Northstar" });
    await expect
      .poll(async () => Promise.all(others.map(async (other) => (await other.current()).name)))
      .toEqual(["Northstar", "Northstar"]);
    await Promise.all(listeners.map((listener) => listener.stop()));
  });

  it("costs no round trip once it is known", async () => {
    const proxy = await countingProxy(portal.url);
    const { DATABASE_URL } = process.env;
    try {
      Object.assign(process.env, { DATABASE_URL: proxy.url });
      forgetEnvironment();
      await disconnect();
      const first = await Promise.all(Array.from({ length: 20 }, () => currentBrand()));
      const before = proxy.begun();
      expect(before).toBe(1);
      for (let time = 0; time < 100; time++) expect(await currentBrand()).toBe(first[0]);
      expect(proxy.begun()).toBe(before);
    } finally {
      Object.assign(process.env, { DATABASE_URL });
      forgetEnvironment();
      await disconnect();
      await proxy.close();
    }
  });

  it("goes on as it was last known while the database can't be reached", async () => {
    await update({ name: "Northstar" });
    const cache = new BrandCache();
    await cache.current();
    await portal.owner.$executeRawUnsafe(`alter table "Brand" rename to "Gone"`);
    try {
      expect((await cache.refresh()).name).toBe("Northstar");
      expect((await new BrandCache().current()).name).toBe("Portcullis");
    } finally {
      await portal.owner.$executeRawUnsafe(`alter table "Gone" rename to "Brand"`);
    }
  });

  it("can be emptied again, field by field", async () => {
    await update({ name: "Northstar", accent: "#7a1fa2", mailFooter: "Northstar Ltd" });
    await update({ version: 1, name: "", accent: "", mailFooter: "" });
    expect(await view()).toMatchObject({ name: null, accent: null, mailFooter: null, version: 2 });
  });

  it("is changed by one of two managers who started from the same version, and the other is told", async () => {
    const [one, two] = await Promise.allSettled([update({ name: "One" }), update({ name: "Two" })]);
    expect([one, two].map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const failed = one.status === "rejected" ? one : two;
    expect(failed).toMatchObject({ reason: { code: "conflict" } });
    expect((await view()).version).toBe(1);
  });

  it.each([
    [{ accent: "#ffcc00" }, "accent", /nearest accessible shade is #[0-9a-f]{6}\.$/],
    [{ accentDark: "#003344" }, "accentDark", /in the dark theme/],
    [{ accent: "red" }, "accent", "Enter a colour like #005b70."],
    [{ accent: "#fff;}" }, "accent", "Enter a colour like #005b70."],
    [{ name: "x".repeat(61) }, "name", "Use at most 60 characters."],
    [{ mailFooter: "x".repeat(501) }, "mailFooter", "Use at most 500 characters."],
  ])("is refused with a sentence for %j, and nothing is written", async (input, field, sentence) => {
    const { code, extra } = await problemOf(update({ name: "Half", ...input }));
    expect(code).toBe("invalid");
    expect(extra.fields?.[field]?.[0]).toMatch(sentence);
    expect(await portal.owner.brand.count()).toBe(0);
  });

  it("has an accent that the refusal offered", async () => {
    const { extra } = await problemOf(update({ accent: "#ffcc00" }));
    const [accent] = /#[0-9a-f]{6}(?=\.$)/.exec(extra.fields?.accent?.[0] ?? "") ?? [];
    await update({ accent });
    expect((await currentBrand()).accent).toBe(accent);
  });
});

describe("a mail", () => {
  const write = async () => {
    const to = { address: "reader@northwind.example", name: "Reader", locale: null };
    const body = () => (
      <MailLayout preview="Preview" heading="Heading">
        <MailText>Hello</MailText>
      </MailLayout>
    );
    await portal.owner.outboxMail.deleteMany();
    await asWorkerWithOutbox({
      accountId: null,
      kind: "security",
      to,
      subject: () => "Subject",
      template: "test",
      about: null,
      body,
    });
    return portal.owner.outboxMail.findFirstOrThrow();
  };
  const asWorkerWithOutbox = (mail: Parameters<typeof sendMail>[1]) => sendMail(portal.owner, mail);

  it("shows the brand's name, colour and footer", async () => {
    await update({ name: "Northstar", accent: "#7a1fa2", mailFooter: "Northstar Ltd\n1 Main Street <Dublin>" });
    const { html, text } = await write();
    expect(html).toContain("#7a1fa2");
    expect(html).toContain("Northstar Ltd<br/>1 Main Street &lt;Dublin&gt;");
    expect(text).toContain("Northstar Ltd\n1 Main Street <Dublin>");
    expect(html + text).not.toMatch(/portcullis/i);
  });

  it("shows the logo, with the name for clients that load no pictures", async () => {
    await update({ name: "Northstar" });
    const { hash } = await upload(await logo());
    const { html } = await write();
    expect(html).toContain(`src="${env().PORTAL_URL}/brand/logo-${hash}.png"`);
    expect(html).toMatch(/<img[^>]* alt="Northstar"/);
  });

  it("is sent from the address of the settings under the brand's name, or the sender's own", async () => {
    const address = "portal@host.example";
    process.env.MAIL_FROM = `"Host, Ltd" <${address}>`;
    forgetEnvironment();
    expect(await mailFrom()).toEqual({ name: "Host, Ltd", address });
    await update({ name: "Northstar" });
    expect(await mailFrom()).toEqual({ name: "Northstar", address });
    await update({ version: 1, name: "Northstar", mailSender: "Northstar Billing" });
    expect(await mailFrom()).toEqual({ name: "Northstar Billing", address });
  });
});

describe("a logo", () => {
  it("is served to everybody under the hash of its content, for good", async () => {
    const { hash } = await upload(await logo({ width: 2_000, height: 500 }));
    const answer = await brandFile(`logo-${hash}.png`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toEqual({
      "cache-control": "public, max-age=31536000, immutable",
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
    });
    const { format, width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([format, width, height]).toEqual(["png", 640, 160]);
    expect((await view()).logo).toEqual({
      href: `/brand/logo-${hash}.png`,
      width: 640,
      height: 160,
      plateOn: "dark",
    });
  });

  it("stays under its address after it was replaced or removed, for mails sent before", async () => {
    const { hash: first } = await upload(await logo());
    const { hash: second } = await upload(await logo({ colour: "#00695c" }));
    expect(second).not.toBe(first);
    expect((await currentBrand()).logoHash).toBe(second);
    await execute(await manager(), null, removeLogo, {});
    expect((await currentBrand()).logo).toBeNull();
    for (const hash of [first, second]) expect((await brandFile(`logo-${hash}.png`)).status).toBe(200);
  });

  it("is found under no other hash", async () => {
    expect((await brandFile(`logo-${"a".repeat(22)}.png`)).status).toBe(404);
  });

  it("keeps nothing of the upload but its pixels", async () => {
    const secret = "<script>alert(1)</script>";
    const plain = Buffer.from(await logo(), "base64");
    const marked = await sharp(plain)
      .withExif({ IFD0: { Copyright: secret } })
      .png()
      .toBuffer();
    const { hash } = await upload(Buffer.concat([marked, Buffer.from(secret)]).toString("base64"));
    const { screen, paper } = await portal.owner.brandLogo.findUniqueOrThrow({ where: { hash } });
    for (const bytes of [screen, paper]) expect(Buffer.from(bytes).toString("latin1")).not.toContain("script");
  });

  it("is the icon of a browser's tab if it is nearly square", async () => {
    const { hash } = await upload(await logo({ width: 120, height: 100 }));
    expect((await currentBrand()).iconHref).toBe(`/brand/icon-${hash}.png`);
    const icon = await brandFile(`icon-${hash}.png`);
    const { width, height } = await sharp(Buffer.from(await icon.arrayBuffer())).metadata();
    expect([width, height]).toEqual([96, 96]);
  });

  it("that is wide leaves the tab to the company's initial", async () => {
    await update({ name: "Northstar", accent: "#7a1fa2" });
    const { hash } = await upload(await logo({ width: 400, height: 80 }));
    const { iconHref } = await currentBrand();
    expect(iconHref).toBe("/brand/initial-7a1fa2-4e.svg");
    const icon = await brandFile(iconHref.replace("/brand/", ""));
    expect([icon.headers.get("content-type"), await icon.text()]).toEqual([
      "image/svg+xml",
      expect.stringContaining(">N<"),
    ]);
    expect((await brandFile(`icon-${hash}.png`)).status).toBe(404);
  });

  it.each([
    ["dark on transparent", { colour: "#102030" }, "dark"],
    ["white on transparent", { colour: "#ffffff" }, "light"],
    ["of a middle shade", { colour: "#c2185b" }, null],
    ["on a ground of its own", { colour: "#102030", ground: "#ffffff" }, null],
  ])("%s stands on a plate where it couldn't be seen", async (_, picture, plateOn) => {
    await upload(await logo(picture));
    expect((await currentBrand()).logo?.plateOn ?? null).toBe(plateOn);
    const { png } = (await paperBrand()).logo ?? {};
    expect((await sharp(Buffer.from(png ?? [])).metadata()).hasAlpha).toBe(false);
  });

  it.each([
    [
      "SVG",
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString("base64"),
      /SVG isn't accepted/,
    ],
    ["GIF", () => logo({}, "gif"), /PNG, JPEG or WebP/],
    ["half a picture", async () => (await logo()).slice(0, 60), /PNG, JPEG or WebP/],
    ["too low", () => logo({ height: 20 }), /at least 24 pixels high/],
    ["a strip", () => logo({ width: 2_000, height: 30 }), /at least 24 pixels high/],
  ])("is refused with a sentence if it is %s, and the one before stays", async (_, picture, sentence) => {
    const { hash } = await upload(await logo());
    const { code, extra } = await problemOf(upload(await picture()));
    expect(code).toBe("invalid");
    expect(extra.fields?.logo?.[0]).toMatch(sentence);
    expect((await currentBrand()).logoHash).toBe(hash);
  });

  it.each(["jpeg", "webp"] as const)("can be a %s", async (format) => {
    await upload(await logo({ ground: "#ffffff" }, format));
    expect((await currentBrand()).logo?.plateOn).toBeNull();
  });
});

test("the database itself refuses colours that aren't colours, and a second brand", async () => {
  const write = (sql: string) => portal.owner.$executeRawUnsafe(sql);
  await expect(write(`insert into "Brand" ("id", "accent") values (1, 'red')`)).rejects.toThrow("Brand_colours");
  await expect(write(`insert into "Brand" ("id") values (2)`)).rejects.toThrow("Brand_one");
});

test("only staff can change the brand, whatever the code does", async () => {
  await expect(asWorker((db) => db.brand.createMany({ data: { id: 1 } }))).rejects.toThrow(/permission denied/);
  expect(operations.filter(({ permission }) => permission === "staff.brand.manage")).toHaveLength(4);
});
