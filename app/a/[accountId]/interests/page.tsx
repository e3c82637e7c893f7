import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { DecisionsTabs } from "@/components/workspace/decisions/decisions-tabs";
import { InterestForm } from "@/components/workspace/interests/interest-form";
import { InterestsTable } from "@/components/workspace/interests/interests-table";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { declareInterest } from "@/lib/workspace/interests/declare-interest";
import { deleteInterest } from "@/lib/workspace/interests/delete-interest";
import { listInterests } from "@/lib/workspace/interests/list-interests";
import { updateInterest } from "@/lib/workspace/interests/update-interest";
import { decisionOperations } from "../view-operations";

export const generateMetadata = (): Metadata => ({ title: t("Interests") });

/** `?edit=` opens one of the viewer's own in place of the form for a new one. */
export default accountPage(async ({ execute, action, may, base, search, actor }) => {
  const { edit, ...asked } = search;
  const list = await execute(listInterests, fromStrings(listInterests.input, Object.entries(asked)));
  const here = `${base}/interests`;
  const own = list.items.find(({ id, mine }) => mine && id === edit);
  return (
    <>
      <PageHeader
        title={t("Interests")}
        description={t(
          "Relations to other organisations that could conflict with a decision. Owner and administrators see all of them, everybody else their own.",
        )}
      />
      <DecisionsTabs base={base} active="/interests" opens={(path) => may(decisionOperations[path])} />
      <FilterBar action={here} resetHref={asked.q ? here : undefined} label={t("Filter interests")}>
        <FilterSearch label={t("Search organisation or person")} defaultValue={asked.q} />
      </FilterBar>
      <div className="flex flex-col gap-4">
        <Panel flush>
          <InterestsTable
            order={sortProps(here, asked, { key: "declared", direction: "desc" })}
            interests={list.items}
            format={actor}
            editHref={({ id }) => `${here}?edit=${id}#interest`}
            empty={
              <EmptyState title={asked.q ? t("No matching interests") : t("No interests declared yet")}>
                {asked.q
                  ? t("Change or clear the filters to see all interests.")
                  : t("If you have a connection to an organisation, declare it before a decision about it, not after.")}
              </EmptyState>
            }
          />
          <Pagination {...pageLinks(here, asked, list, [msg("interest@@of"), msg("interests@@of")])} />
        </Panel>
        {own ? (
          <Panel id="interest" title={t("Edit your interest")} className="max-w-2xl">
            <InterestForm key={own.id} action={action(updateInterest, here)} interest={own} cancelHref={here} />
            <div className="mt-3">
              <ConfirmDialog
                id="delete-interest"
                action={action(deleteInterest, here)}
                trigger={t("Delete")}
                title={t("Delete this interest?")}
                hidden={{ interestId: own.id }}
                confirmLabel={t("Delete")}
                consequences={[
                  t("Delete only what was declared by mistake. For an interest that is over, enter its last day."),
                ]}
              />
            </div>
          </Panel>
        ) : (
          may(declareInterest) && (
            <Panel id="interest" title={t("Declare an interest")} className="max-w-2xl">
              <InterestForm action={action(declareInterest)} idempotencyKey={randomUUID()} />
            </Panel>
          )
        )}
      </div>
    </>
  );
});
