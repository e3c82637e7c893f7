import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { preparedFiles } from "@/app/prepared-files";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { withParams } from "@/components/ui/with-params";
import { ActionFilters } from "@/components/workspace/actions/action-filters";
import { ActionsTable } from "@/components/workspace/actions/actions-table";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { downloadActionsCsv } from "@/lib/workspace/actions/download-csv";
import { downloadActionsPdf } from "@/lib/workspace/actions/download-pdf";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { actionChoices } from "@/lib/workspace/actions/view-choices";

export const generateMetadata = (): Metadata => ({ title: t("Actions@@area") });

export default accountPage(async (page) => {
  const { execute, may, base, account, search, actor } = page;
  const mayAssign = may(actionChoices);
  const here = `${base}/actions`;
  const { q, status, due, assignee } = search;
  const filters = { q, status, due, assignee };
  const [list, { people }, files] = await Promise.all([
    execute(listActions, fromStrings(listActions.input, Object.entries(search))),
    mayAssign ? execute(actionChoices, {}) : { people: [] },
    preparedFiles(page, account.id, [
      { label: t("Prepare CSV"), operation: downloadActionsCsv, input: filters },
      { label: t("Prepare PDF"), operation: downloadActionsPdf, input: filters },
    ]),
  ]);
  const create = mayAssign && (
    <ButtonLink href={`${here}/new`} variant="primary" icon={<Icon name="plus" />}>
      {t("New action")}
    </ButtonLink>
  );
  return (
    <>
      <LiveRefresh of="action" />
      <PageHeader
        title={t("Actions@@area")}
        actions={
          <>
            {(["csv", "pdf"] as const).map((type) => (
              <ButtonLink
                key={type}
                href={withParams(`/api/v1/accounts/${account.id}/actions/${type}`, {}, filters)}
                download=""
                icon={<Icon name="download" />}
              >
                {type.toUpperCase()}
              </ButtonLink>
            ))}
            {create}
          </>
        }
      />
      <ActionFilters href={here} filters={filters} people={people} />
      <Panel flush>
        <ActionsTable
          order={sortProps(here, search, { key: "due", direction: "asc" })}
          actions={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          locale={actor.locale}
          empty={
            q || status || due || assignee ? (
              <EmptyState title={t("No matching actions")}>
                {t("Change or clear the filters to see all actions.")}
              </EmptyState>
            ) : (
              <EmptyState icon={<Icon name="list-checks" />} title={t("No actions yet")} actions={create}>
                {mayAssign
                  ? t("Write down what was agreed, who does it and until when. Assignees are told and reminded.")
                  : t("What is assigned to you will appear here.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, search, list, [msg("action@@of"), msg("actions@@of")])} />
      </Panel>
      {files}
    </>
  );
});
