import { expect } from "@playwright/test";
import { demo } from "@/tests/fixtures/browser/demo";
import { test } from "@/tests/fixtures/browser/test";
import { visit } from "@/tests/fixtures/browser/visit";

test("the page of the clock follows it until it has arrived, without a click", async ({ db, browserOf }) => {
  // A minute: should the worker be quicker than this test, nobody else notices.
  const walkTo = new Date(Date.now() + 60_000);
  await db.clockShift.upsert({ where: { id: 1 }, create: { id: 1, shiftMs: 0n, walkTo }, update: { walkTo } });
  const page = await browserOf(demo.manager);
  const arrive = async (tx: Pick<typeof db, "$queryRaw" | "clockShift">) => {
    // The worker waits for this row, so the clock stays on its way while the page is looked at.
    await tx.$queryRaw`select from "ClockShift" where "id" = 1 for update`;
    await visit(page, "/staff/clock");
    await expect(page.getByRole("status").filter({ hasText: "Advancing, 1 day to go" })).toBeVisible();
    await tx.clockShift.update({ where: { id: 1 }, data: { walkTo: null } });
  };
  await db.$transaction(arrive, { timeout: 60_000 });
  await expect(page.getByText("Advancing")).toHaveCount(0);
});
