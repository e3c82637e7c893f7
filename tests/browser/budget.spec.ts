import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { compressedSize } from "@/tests/support/browser/compressed-size";
import { demo } from "@/tests/support/browser/demo";
import { type Ground, layGround } from "@/tests/support/browser/ground";
import { test } from "@/tests/support/browser/test";
import { hydrated } from "@/tests/support/browser/visit";
import { visits } from "@/tests/support/browser/visits";

test.describe.configure({ mode: "parallel" });
// A trace puts a script of its own into every frame, which the frame of a mail refuses, and says so in the console.
test.use({ trace: "off" });

const ALLOWED = 60_000;

let ground: Ground;
test.beforeAll(async ({ db }) => {
  ground = await layGround(db);
});

test("what every page sends is Next itself, and was measured", async () => {
  // 131.6 kB with Next 16.4: much less would mean that the manifest no longer says what it did.
  expect(await emptyPage()).toBeGreaterThan(100_000);
  expect(await emptyPage()).toBeLessThan(150_000);
});

for (const [route, { as, path }] of Object.entries(visits)) {
  test(`${route} keeps to the budget and to the security policy`, async ({ browserOf }) => {
    const page = await browserOf(as && demo[as]);
    const complaints = complaintsOf(page);
    const response = await page.goto(path(ground));
    expect(response?.status()).toBe(200);
    await hydrated(page);

    expectPolicy((await response?.allHeaders())?.["content-security-policy"] ?? "");
    const html = (await response?.text()) ?? "";
    expect(html).toContain("<main");
    expect(html.match(/<[a-z][^<>]*\sstyle=/gi) ?? []).toEqual([]);
    expect(html.match(/<[a-z][^<>]*\son[a-z]+=/gi) ?? []).toEqual([]);

    const scripts = await scriptsOf(page, html);
    const sent = await sum(scripts);
    const above = sent - (await emptyPage());
    test.info().annotations.push({ type: "JavaScript above an empty page", description: `${above} bytes` });
    expect(above).toBeGreaterThan(0);
    expect(above).toBeLessThanOrEqual(ALLOWED);
    expect(complaints).toEqual([]);
  });
}

/**
 * What an empty page of this build sends: the files that the build's manifest names for every page, Next's own runtime
 * and React. An empty page sends those and at least its layout's chunk, so this is the stricter of two ways to count,
 * and it needs no page that only the tests would visit.
 */
async function emptyPage(): Promise<number> {
  const { rootMainFiles } = JSON.parse(readFileSync(".next/build-manifest.json", "utf8")) as {
    rootMainFiles: string[];
  };
  return sum(rootMainFiles.map((file) => `/_next/${file}`));
}

/** Every script that the page has loaded or names for later; those for browsers without modules are not loaded. */
async function scriptsOf(page: Page, html: string): Promise<string[]> {
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname),
  );
  const legacy = html.match(/<script[^>]*nomodule[^>]*>/gi)?.join() ?? "";
  const named = [...html.matchAll(/static\/chunks\/[\w.~-]+\.js/g)].map(([file]) => `/_next/${file}`);
  const all = [...loaded.filter((name) => name.endsWith(".js")), ...named];
  return [...new Set(all)].filter((name) => !legacy.includes(name));
}

async function sum(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(compressedSize));
  return sizes.reduce((total, size) => total + size, 0);
}

/** Errors in the console, which is also where a browser reports what the policy forbade. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

function expectPolicy(policy: string) {
  const directives = new Map(policy.split("; ").map((one) => [one.split(" ")[0] ?? "", one.split(" ").slice(1)]));
  const scripts = directives.get("script-src") ?? [];
  expect(scripts).toContainEqual(expect.stringMatching(/^'nonce-.{20,}'$/));
  expect(policy).not.toContain("unsafe-");
  expect(directives.get("default-src")).toEqual(["'self'"]);
  expect(directives.get("object-src")).toEqual(["'none'"]);
  expect(directives.get("style-src-attr")).toEqual(["'none'"]);
}
