import { expect, type Page } from "@playwright/test";
import { expectNoBarrier } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { hydrated } from "@/tests/fixtures/browser/open-page";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { pageRoutes } from "@/tests/fixtures/browser/page-routes";
import { emptyPage, scriptsSent } from "@/tests/fixtures/browser/sent-scripts";
import { test } from "@/tests/fixtures/browser/test";

test.describe.configure({ mode: "parallel" });

const ALLOWED = 60_000;

let records: PageRecords;
test.beforeAll(async ({ db }) => {
  records = await createPageRecords(db);
});

test("every page has a page case", () => {
  // The setup page is gone as soon as there is somebody to see it: first-run.spec.ts visits it.
  expect(pageRoutes().filter((route) => !(route in pageCases))).toEqual(["/setup/[token]"]);
  expect(Object.keys(pageCases).filter((route) => !pageRoutes().includes(route))).toEqual([]);
});

test("the scripts of an empty page are those of Next itself", async () => {
  // 131.6 kB with Next 16.4: much less would mean that the manifest has changed its format.
  expect(await emptyPage()).toBeGreaterThan(100_000);
  expect(await emptyPage()).toBeLessThan(150_000);
});

// All checks share one page load, because loading takes most of the time.
for (const [route, { as, path }] of Object.entries(pageCases)) {
  test(`${route} stays within the script budget and the security policy, and has no accessibility violations`, async ({
    readerOf,
  }) => {
    const page = await readerOf(as && demo[as]);
    const complaints = complaintsOf(page);
    const response = await page.goto(path(records));
    expect(response?.status()).toBe(200);
    await hydrated(page);

    expectPolicy((await response?.allHeaders())?.["content-security-policy"] ?? "");
    const html = (await response?.text()) ?? "";
    expect(html).toContain("<main");
    expect(html.match(/<[a-z][^<>]*\sstyle=/gi) ?? []).toEqual([]);
    expect(html.match(/<[a-z][^<>]*\son[a-z]+=/gi) ?? []).toEqual([]);

    const above = (await scriptsSent(page, html)) - (await emptyPage());
    test.info().annotations.push({ type: "JavaScript above an empty page", description: `${above} bytes` });
    expect.soft(above).toBeGreaterThan(0);
    expect.soft(above).toBeLessThanOrEqual(ALLOWED);
    expect.soft(complaints).toEqual([]);

    await expectNoBarrier(page);
  });
}

/** Console errors, including violations of the security policy. */
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
