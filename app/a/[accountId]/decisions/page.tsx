import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { DecisionFilters } from "@/components/workspace/decisions/decision-filters";
import { DecisionsTable } from "@/components/workspace/decisions/decisions-table";
import { DecisionsTabs } from "@/components/workspace/decisions/decisions-tabs";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listDecisions } from "@/lib/workspace/decisions/list-decisions";
import { decisionChoices } from "@/lib/workspace/decisions/view-choices";
import { decisionOperations } from "../view-operations";

export const generateMetadata = (): Metadata => ({ title: t("Decisions") });

export default accountPage(async ({ execute, may, base, search, actor }) => {
  const list = await execute(listDecisions, fromStrings(listDecisions.input, Object.entries(search)));
  const here = `${base}/decisions`;
  const create = may(decisionChoices) && (
    <ButtonLink href={`${here}/new`} variant="primary" icon={<Icon name="plus" />}>
      {t("New proposal")}
    </ButtonLink>
  );
  return (
    <>
      <LiveRefresh of="decision" />
      <PageHeader title={t("Decisions")} actions={create} />
      <DecisionsTabs base={base} active="/decisions" opens={(path) => may(decisionOperations[path])} />
      <DecisionFilters href={here} filters={search} />
      <Panel flush>
        <DecisionsTable
          order={sortProps(here, search, { key: "number", direction: "desc" })}
          decisions={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          format={actor}
          empty={
            search.q || search.state ? (
              <EmptyState title={t("No matching decisions")}>
                {t("Change or clear the filters to see all decisions.")}
              </EmptyState>
            ) : (
              <EmptyState icon={<Icon name="vote" />} title={t("No decisions yet")} actions={create}>
                {create
                  ? t("Put a proposal to the vote: with two to five options, a deadline, and rules that everyone sees.")
                  : t("Decisions that you are invited to will appear here.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, search, list, [msg("decision@@of"), msg("decisions@@of")])} />
      </Panel>
    </>
  );
});
