import type { Metadata } from "next";
import { type AccountPageContext, accountPage } from "@/app/page-context";
import { PlanForm } from "@/components/services/services/plan-form";
import { PlanList } from "@/components/services/services/plan-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Stepper } from "@/components/ui/stepper";
import { t } from "@/lib/platform/language/t";
import { type Product, type Term, term } from "@/lib/services/core/schema";
import { viewPlanChoices } from "@/lib/services/services/plan-choices";
import type { PlanChoices } from "@/lib/services/services/schema";
import { choicesIn, optionsAmong } from "../../choices-in";
import { PlanReview } from "./plan-review";
import { previewOf } from "./preview-of";

export const generateMetadata = (): Metadata => ({ title: t("Change plan") });

export default accountPage(async (page) => {
  const { execute, base, params, query, search, actor } = page;
  const choices = choicesIn(query, ["productId", "term", "when"]);
  const { service, obstacle, products } = await execute(viewPlanChoices, { serviceId: params.serviceId ?? "" });
  const product = obstacle === null ? products.find(({ id }) => id === choices.productId) : undefined;
  const plan = product && (await planOf(page, service, product, choices));
  const sent = search.step === "review";
  const serviceHref = `${base}/services/${service.id}`;
  const here = `${serviceHref}/change-plan`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("Change plan for {name}", { name: service.name })}
        description={t("Current plan: {product}", { product: service.product })}
        breadcrumb={[
          { label: t("Services"), href: `${base}/services` },
          { label: service.name, href: serviceHref },
        ]}
      />
      <Stepper
        label={t("Plan change steps")}
        steps={[t("Choose plan"), t("Options and timing"), t("Review")]}
        current={plan === undefined ? 0 : sent && "preview" in plan.outcome ? 2 : 1}
      />
      {obstacle !== null ? (
        <Callout
          title={t("The plan can't be changed right now")}
          actions={<ButtonLink href={serviceHref}>{t("View service")}</ButtonLink>}
        >
          {obstacle}
        </Callout>
      ) : product === undefined || plan === undefined ? (
        <PlanList
          products={products}
          currentId={service.productId}
          hrefOf={({ id }) => `${here}?productId=${id}`}
          locale={actor.locale}
        />
      ) : sent && "preview" in plan.outcome ? (
        <PlanReview page={page} service={service} wanted={plan.wanted} preview={plan.outcome.preview} />
      ) : (
        <Panel title={product.name} description={product.description}>
          <PlanForm
            product={product}
            service={service}
            chosen={{ term: plan.term, options: optionsAmong(choices), when: choices.when }}
            outcome={plan.outcome}
            sent={sent}
            action={here}
            backHref={here}
            format={actor}
          />
        </Panel>
      )}
    </div>
  );
});

/** The term, what is sent for the chosen plan, and what that would do. */
async function planOf(
  page: AccountPageContext,
  service: PlanChoices["service"],
  { terms }: Product,
  choices: Readonly<Record<string, string>>,
) {
  const usual = terms.includes(service.term) ? service.term : (terms[0] ?? "month");
  const chosen: Term = term.safeParse(choices.term).data ?? usual;
  const filled = Object.entries(choices).filter(([, value]) => value !== "");
  const wanted: Record<string, string> = { ...Object.fromEntries(filled), term: chosen };
  return { term: chosen, wanted, outcome: await previewOf(page, service.id, wanted) };
}
