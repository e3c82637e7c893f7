import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";

test("shots", async ({ db, browserOf }) => {
  const account = await demoAccount(db, "Northwind Robotics");
  const ticket = await db.ticket.findFirstOrThrow({
    where: { accountId: account, subject: { startsWith: "web-02 returns" } },
  });
  const paths = {
    queue: "/staff/tickets",
    mine: "/staff/tickets?view=mine",
    search: "/staff/tickets?q=backup",
    none: "/staff/tickets?q=zzzz",
    levels: "/staff/tickets/service-levels",
    replies: "/staff/tickets/replies",
    tags: "/staff/tickets/tags",
    ticket: `/a/${account}/tickets/${ticket.id}`,
  };
  for (const [name, options] of [
    ["d", { viewport: { width: 1280, height: 900 } }],
    ["p", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
    ["k", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
  ] as const) {
    const page = await browserOf(demo.manager, options as object);
    for (const [what, path] of Object.entries(paths)) {
      if (name === "k" && !["queue", "ticket"].includes(what)) continue;
      await openPage(page, path);
      await page.waitForTimeout(500);
      await page.screenshot({ path: `/tmp/queue-shots/${name}-${what}.png`, fullPage: true });
    }
    await openPage(page, paths.queue);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await page.getByText("1 ticket changed").waitFor();
    await page.screenshot({ path: `/tmp/queue-shots/${name}-acted.png` });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").waitFor();
    await page.keyboard.press("?");
    await page.screenshot({ path: `/tmp/queue-shots/${name}-keys.png` });
  }
});
