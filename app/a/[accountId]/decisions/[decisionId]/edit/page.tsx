import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ProposalFields } from "@/components/workspace/decisions/proposal-fields";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { editDecision } from "@/lib/workspace/decisions/edit-decision";
import { localTimeOf } from "@/lib/workspace/decisions/local-time";
import { ruleExamples } from "@/lib/workspace/decisions/rule-examples";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";

export const generateMetadata = (): Metadata => ({ title: t("Edit proposal") });

export default accountPage(async ({ execute, action, base, params }) => {
  const decision = await execute(viewDecision, { decisionId: params.decisionId ?? "" });
  if (!decision.editable) throw notFound(t("This proposal can't be changed any more."));
  const list = `${base}/decisions`;
  const here = `${list}/${decision.id}`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("Edit proposal")}
        breadcrumb={[
          { label: t("Decisions"), href: list },
          { label: decision.title, href: here },
        ]}
      />
      <Panel>
        <OperationForm
          action={action(editDecision, here)}
          hidden={{ decisionId: decision.id, version: decision.version }}
          submitLabel={t("Save")}
          cancelHref={here}
        >
          <ProposalFields
            decision={decision}
            voteBy={localTimeOf(new Date(decision.voteBy), decision.timeZone)}
            timeZone={decision.timeZone}
            examples={ruleExamples()}
          />
        </OperationForm>
      </Panel>
    </div>
  );
});
