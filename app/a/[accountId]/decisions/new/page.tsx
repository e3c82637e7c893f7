import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { PeopleChoice } from "@/components/workspace/core/people-choice";
import { ProposalFields } from "@/components/workspace/decisions/proposal-fields";
import { addDays } from "@/lib/platform/kernel/dates";
import { t } from "@/lib/platform/language/t";
import { createDecision } from "@/lib/workspace/decisions/create-decision";
import { localTimeOf } from "@/lib/workspace/decisions/local-time";
import { ruleExamples } from "@/lib/workspace/decisions/rule-examples";
import { decisionChoices } from "@/lib/workspace/decisions/view-choices";

export const generateMetadata = (): Metadata => ({ title: t("New proposal") });

export default accountPage(async ({ execute, action, base, actor, realNow }) => {
  const { people } = await execute(decisionChoices, {});
  const list = `${base}/decisions`;
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("New proposal")} breadcrumb={[{ label: t("Decisions"), href: list }]} />
      <Panel>
        <OperationForm action={action(createDecision, `${list}/{id}`)} idempotencyKey={randomUUID()}>
          <ProposalFields
            voteBy={localTimeOf(addDays(realNow, 7), actor.timeZone)}
            timeZone={actor.timeZone}
            examples={ruleExamples()}
          />
          <PeopleChoice
            name="voters"
            legend={t("Who votes")}
            hint={t("You chair the decision and can read it. You vote only if you choose yourself.")}
            people={people}
          />
          <PeopleChoice
            name="viewers"
            legend={t("Who follows it without a vote")}
            hint={t("Owner and administrators can read it then; others only see its title.")}
            people={people}
          />
          <p className="text-sm text-ink-soft">
            {t(
              "Nobody else can read it, whatever their role. Owner and administrators see that it exists, without its title.",
            )}
          </p>
          <div className="flex flex-wrap gap-2">
            <SubmitButton variant="primary" name="open" value="true">
              {t("Open the vote")}
            </SubmitButton>
            <SubmitButton variant="secondary" name="open" value="false">
              {t("Save as draft")}
            </SubmitButton>
            <ButtonLink href={list} variant="ghost">
              {t("Cancel")}
            </ButtonLink>
          </div>
        </OperationForm>
      </Panel>
    </div>
  );
});
