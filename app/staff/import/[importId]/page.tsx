import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { ImportRows } from "@/components/staff/import/import-rows";
import { ImportState } from "@/components/staff/import/import-state";
import { ButtonLink } from "@/components/ui/button-link";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect } from "@/components/ui/filter-select";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { startImport } from "@/lib/staff/import/start-import";
import { viewImport } from "@/lib/staff/import/view-import";

export const generateMetadata = (): Metadata => ({ title: t("Import") });

export default personPage(async ({ execute, action, params, search }) => {
  const asked = fromStrings(viewImport.input, Object.entries(search));
  const detail = await execute(viewImport, { ...asked, importId: params.importId ?? "" });
  const here = `/staff/import/${detail.id}`;
  const { counts } = detail;
  const outcomes = [
    { value: "ready", label: t("Will be created ({count})", { count: counts.ready }) },
    { value: "created", label: t("Created ({count})", { count: counts.created }) },
    { value: "exists", label: t("Already exists ({count})", { count: counts.exists }) },
    { value: "invalid", label: t("Error ({count})", { count: counts.invalid }) },
    { value: "failed", label: t("Failed ({count})", { count: counts.failed }) },
  ];
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={t("Import")}
        description={
          detail.ignored.length > 0 && t("Ignored columns: {columns}.", { columns: detail.ignored.join(", ") })
        }
        breadcrumb={[
          { label: t("Accounts"), href: "/staff/accounts" },
          { label: t("Import customers"), href: "/staff/import" },
        ]}
        actions={
          counts.invalid + counts.failed > 0 && (
            <ButtonLink href={`/api/v1/staff/imports/${detail.id}/problems/csv`}>
              {t("Download errors (CSV)")}
            </ButtonLink>
          )
        }
      />
      <ImportState detail={detail} start={action(startImport)} />
      <FilterBar action={here} resetHref={search.outcome ? here : undefined} label={t("Filter rows")}>
        <FilterSelect name="outcome" label={t("Result")} options={outcomes} value={search.outcome} />
      </FilterBar>
      <Panel flush>
        <ImportRows rows={detail.rows.items} />
        <Pagination {...pageLinks(here, { outcome: search.outcome }, detail.rows, [msg("row@@of"), msg("rows@@of")])} />
      </Panel>
    </div>
  );
});
