import { accountPage } from "@/app/page-context";
import { PlanForm } from "@/components/services/services/plan-form";
import { PlanList } from "@/components/services/services/plan-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Stepper } from "@/components/ui/stepper";
import { type Term, term } from "@/lib/services/core/schema";
import { viewPlanChoices } from "@/lib/services/services/plan-choices";
import { choicesIn, optionsAmong } from "../../choices-in";
import { reviewOf } from "./review-of";

export const metadata = { title: "Change plan" };

export default accountPage(async (page) => {
  const { execute, base, params, query, search, actor } = page;
  const choices = choicesIn(query, ["productId", "term", "when"]);
  const { service, obstacle, products } = await execute(viewPlanChoices, { serviceId: params.serviceId ?? "" });
  const product = products.find(({ id }) => id === choices.productId);
  const review =
    product && obstacle === null && search.step === "review" ? await reviewOf(page, service, choices) : null;
  const serviceHref = `${base}/services/${service.id}`;
  const here = `${serviceHref}/change-plan`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={`Change the plan of ${service.name}`}
        description={`Current plan: ${service.product}`}
        breadcrumb={[
          { label: "Services", href: `${base}/services` },
          { label: service.name, href: serviceHref },
        ]}
      />
      <Stepper
        label="Plan change steps"
        steps={["Choose plan", "Options and timing", "Review"]}
        current={review?.form ? 2 : product ? 1 : 0}
      />
      {obstacle !== null ? (
        <Callout
          title="The plan can't be changed right now"
          actions={<ButtonLink href={serviceHref}>View service</ButtonLink>}
        >
          {obstacle}
        </Callout>
      ) : review?.form ? (
        review.form
      ) : product ? (
        <Panel title={product.name} description={product.description}>
          <PlanForm
            product={product}
            service={service}
            chosen={{ term: termOf(choices.term), options: optionsAmong(choices), when: choices.when }}
            mistake={review?.mistake}
            action={here}
            backHref={here}
            locale={actor.locale}
          />
        </Panel>
      ) : (
        <PlanList
          products={products}
          currentId={service.productId}
          hrefOf={({ id }) => `${here}?productId=${id}`}
          locale={actor.locale}
        />
      )}
    </div>
  );
});

const termOf = (text: string | undefined): Term | undefined => term.safeParse(text).data;
