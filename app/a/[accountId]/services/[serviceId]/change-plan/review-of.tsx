import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { AccountPageContext } from "@/app/page-context";
import { PlanSummary } from "@/components/services/services/plan-summary";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { fromStrings } from "@/lib/http/from-strings";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { Problem } from "@/lib/platform/kernel/problem";
import { changePlan } from "@/lib/services/services/change-plan";
import { previewPlan } from "@/lib/services/services/preview-plan";
import type { PlanChoices } from "@/lib/services/services/schema";

type Review = { form: ReactNode; mistake?: undefined } | { form?: undefined; mistake: string };

/** The last step: what the chosen plan costs, and the button that confirms it; or why it isn't possible. */
export async function reviewOf(
  { execute, action, base, actor }: AccountPageContext,
  service: PlanChoices["service"],
  choices: Record<string, string>,
): Promise<Review> {
  const wanted = Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== ""));
  const here = `${base}/services/${service.id}`;
  try {
    const input = fromStrings(previewPlan.input, Object.entries(wanted));
    const preview = await execute(previewPlan, { productId: "", ...input, serviceId: service.id });
    const due = preview.money?.due;
    return {
      form: (
        <Panel title="What changes">
          <PlanSummary preview={preview} before={service.product} format={actor} />
          <OperationForm
            className="mt-4"
            action={action(changePlan, here)}
            idempotencyKey={randomUUID()}
            hidden={{
              ...wanted,
              serviceId: service.id,
              when: preview.when,
              version: preview.version,
              dueSeen: due?.amountMinor,
            }}
            submitLabel={
              due && due.amountMinor > 0
                ? `Change plan for ${formatMoney(due.amountMinor, due.currency, actor.locale)}`
                : "Change plan"
            }
            pendingLabel="Changing…"
            cancelHref={`${here}/change-plan?${new URLSearchParams(choices)}`}
            cancelLabel="Edit change"
          />
        </Panel>
      ),
    };
  } catch (error) {
    if (error instanceof Problem && error.code === "invalid") return { mistake: firstMessage(error) };
    throw error;
  }
}

const firstMessage = ({ detail, extra }: Problem): string => Object.values(extra.fields ?? {})[0]?.[0] ?? detail;
