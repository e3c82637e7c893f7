import { z } from "zod";
import { features } from "@/lib/features";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { t } from "@/lib/platform/language/t";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { MOST_PARTS, type ShownPart, shownPart } from "./schema";

export const reportParts = features.flatMap(({ reports = [] }) => reports);

/** What the nouns report, each to those who may see it. Amounts are in the billing reports, which ask for more. */
export const viewReportParts = defineQuery({
  name: "reports.view-parts",
  permission: "reports.view",
  alsoChecks: reportParts.map(({ permission }) => permission),
  scope: "account",
  summary: "View reports about work and files: counts, without amounts",
  activity: "view reports",
  input: z.object({}),
  output: z.object({ parts: z.array(shownPart).max(MOST_PARTS) }),
  http: { method: "GET", path: "/accounts/{accountId}/report-parts" },
  replica: true,
  async run(context: Context<"account">) {
    // Sums over all of an account's work: planned for an average account, the files of a large one's tickets took over a minute.
    planAnew(context.db);
    const shown: ShownPart[] = [];
    // One after another: they share one connection.
    for (const { name, title, permission, load } of reportParts) {
      if (canSome(context.viewer, permission)) shown.push({ name, title: t(title), ...(await load(context)) });
    }
    return { parts: shown };
  },
});
