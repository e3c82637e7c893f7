import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { homeOf, navigationOf } from "@/app/a/[accountId]/navigation";
import { features } from "@/lib/features";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { operations } from "@/lib/http/registry";
import { addDays } from "@/lib/platform/kernel/dates";
import { mayBeTold } from "@/lib/platform/live/may-be-told";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import type { Feature } from "@/lib/platform/operations/feature";
import { mayExecute } from "@/lib/platform/operations/may-execute";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { type SwitchableArea, switchableAreas, workspaceAreas } from "@/lib/policy/areas";
import { canSome } from "@/lib/policy/evaluate";
import { entryOf, type Permission, permissionKeys } from "@/lib/policy/permissions";
import { restCall } from "@/tests/fixtures/rest-call";
import { portalOfCalls } from "./portal-of-calls";
import { samples } from "./samples";
import { viewers } from "./viewers";

const calls = portalOfCalls();
beforeAll(letSupportIn);

const areaOf = (permission: string) => entryOf(permission as Permission).area;
const base = () => `/a/${calls.portal.demo.northwind.id}`;

/** So that an area that is off is seen to be closed to them as well. */
async function letSupportIn() {
  const { id: accountId, ownerContactId: openedById } = calls.portal.demo.northwind;
  const now = new Date();
  await calls.portal.owner.staffAccess.create({
    data: {
      accountId,
      areas: [...workspaceAreas],
      openedById,
      openedByName: "Owner",
      openedAt: now,
      endsAt: addDays(now, 7),
    },
  });
}

const turnOff = (areasOff: SwitchableArea[]) =>
  calls.portal.owner.account.update({ where: { id: calls.portal.demo.northwind.id }, data: { areasOff } });

/** Asks something of the account as one of its people, with the sets that their conditions read. */
async function asked<T>(email: string, work: (context: Context<"account">) => Promise<T>): Promise<T> {
  let answer: T | undefined;
  const ask = defineQuery({
    name: "test.ask",
    permission: "account.view",
    alsoChecks: permissionKeys,
    scope: "account",
    summary: "Ask",
    activity: "ask",
    input: z.object({}),
    output: z.object({}),
    http: { method: "GET", path: "/accounts/{accountId}/test" },
    run: async (context: Context<"account">) => {
      answer = await work(context);
      return {};
    },
  });
  await execute(await calls.portal.as(email), calls.portal.demo.northwind.id, ask, {});
  return answer as T;
}

/** Two letters that occur in most names and titles. */
const common = ["er", "in", "an", "re", "on"];

/** What the features of an area contribute besides operations. One of another area may have an operation in this one. */
const featuresOf = (area: SwitchableArea): Feature[] =>
  features.filter(({ operations: own }) => {
    const inArea = own.filter(({ permission }) => areaOf(permission) === area);
    return inArea.length > own.length / 2;
  });

describe.each(switchableAreas)("with %s turned off", (area) => {
  const own = operations.filter(({ permission }) => areaOf(permission) === area);
  const contributed = featuresOf(area);
  beforeEach(() => turnOff([area]));
  afterEach(() => turnOff([]));

  test.each(Object.entries(viewers))("nothing of it is left for %s", async (_, email) => {
    const { held, links, home } = await withRequest(
      await calls.portal.as(email),
      { accountId: calls.portal.demo.northwind.id },
      async ({ scope: { viewer } }) => ({
        held: permissionKeys.filter((key) => areaOf(key) === area && canSome(viewer, key)),
        links: navigationOf(base(), (operation) => mayExecute(viewer, operation)),
        home: homeOf(base(), (operation) => mayExecute(viewer, operation)),
      }),
    );
    expect(held).toEqual([]);
    const hrefs = links.flatMap(({ items }) =>
      items.flatMap(({ href, pages = [] }) => [href, ...pages.map((one) => one.href)]),
    );
    expect([...hrefs, home].filter((href) => href?.startsWith(`${base()}/${area}`))).toEqual([]);
  });

  test.each(Object.entries(viewers))("search, bell and live pages know nothing of it for %s", async (_, email) => {
    const found = await asked(email, async (context) => {
      const results: unknown[] = [];
      for (const source of contributed.flatMap(({ search = [] }) => search)) {
        for (const q of common) results.push(...(await source(context, q)));
      }
      for (const { kind, visible } of contributed.flatMap(({ notifications = [] }) => notifications)) {
        results.push(...(await context.db.notification.findMany({ where: { AND: [visible(context), { kind }] } })));
      }
      for (const live of contributed.flatMap((feature) => feature.live ?? [])) {
        if (areaOf(live.permission) === area && mayBeTold(context.viewer, live, live.permission, {}))
          results.push(live);
      }
      return results;
    });
    expect(found).toEqual([]);
  });

  test("the dashboard shows nothing of it", async () => {
    const shown = await execute(
      await calls.portal.as(viewers.owner),
      calls.portal.demo.northwind.id,
      viewDashboard,
      {},
    );
    const parts = features
      .flatMap(({ dashboard = [] }) => dashboard)
      .filter((part) => areaOf(part.permission) === area);
    expect(Object.keys(shown).filter((key) => parts.some(({ name }) => name === key))).toEqual([]);
  });

  if (own.length > 0) {
    test.each(own.map((operation) => [operation.name, operation] as const))(
      "%s is denied to everybody",
      async (name, operation) => {
        const accountId = calls.portal.demo.northwind.id;
        const input = (await samples[name]?.({ portal: calls.portal, accountId, email: viewers.owner })) ?? {};
        for (const email of [viewers.owner, viewers.administrator, viewers.both, viewers.manager]) {
          const response = await restCall({ operation, accountId, input, cookie: await calls.cookieOf(email) });
          const text = await response.text();
          expect([email, response.status, text]).toEqual([email, 403, expect.stringContaining("refused")]);
        }
        await calls.putBack(name);
      },
    );
  }
});

test("the areas that can be turned off are those of the workspace and the reports", () => {
  expect([...switchableAreas].sort()).toEqual([...workspaceAreas, "reports"].sort());
});
