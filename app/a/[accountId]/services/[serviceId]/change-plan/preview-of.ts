import type { AccountPageContext } from "@/app/page-context";
import { fromStrings } from "@/lib/http/from-strings";
import { Problem } from "@/lib/platform/kernel/problem";
import { previewPlan } from "@/lib/services/services/preview-plan";
import type { PlanPreview } from "@/lib/services/services/schema";

export type Outcome = { preview: PlanPreview } | { mistake: string };

/** What the chosen plan means, or why it isn't possible. */
export async function previewOf(
  { execute }: AccountPageContext,
  serviceId: string,
  wanted: Readonly<Record<string, string>>,
): Promise<Outcome> {
  try {
    const input = fromStrings(previewPlan.input, Object.entries(wanted));
    return { preview: await execute(previewPlan, { productId: "", ...input, serviceId }) };
  } catch (error) {
    if (error instanceof Problem && error.code === "invalid") return { mistake: firstMessage(error) };
    throw error;
  }
}

const firstMessage = ({ detail, extra }: Problem): string => Object.values(extra.fields ?? {})[0]?.[0] ?? detail;
