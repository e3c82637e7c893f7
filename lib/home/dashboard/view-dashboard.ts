import { z } from "zod";
import { features } from "@/lib/features";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import type { Dashboard } from "./schema";

const parts = features.flatMap(({ dashboard = [] }) => dashboard);

/** What needs attention, for this viewer. Parts they can't see are absent from the result. */
export const viewDashboard = defineQuery({
  name: "dashboard.view",
  permission: "dashboard.view",
  scope: "account",
  summary: "View what needs attention on the account, limited to what the viewer may see",
  activity: "view the dashboard",
  input: z.object({}),
  output: z.object(
    Object.fromEntries(parts.map(({ name, schema }) => [name, schema.optional()])),
  ) as unknown as z.ZodType<Dashboard>,
  http: { method: "GET", path: "/accounts/{accountId}/dashboard" },
  async run(context: Context<"account">) {
    const seen: Record<string, unknown> = {};
    // One after another: they share one connection.
    for (const { name, permission, load } of parts) {
      const part = canSome(context.viewer, permission) ? await load(context) : undefined;
      if (part !== undefined) seen[name] = part;
    }
    return seen as Dashboard;
  },
});
