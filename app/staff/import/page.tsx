import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { ImportForm } from "@/components/staff/import/import-form";
import { ImportsTable } from "@/components/staff/import/imports-table";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { checkImport } from "@/lib/staff/import/check-import";
import { listImports } from "@/lib/staff/import/list-imports";

export const generateMetadata = (): Metadata => ({ title: t("Import customers") });

export default personPage(async ({ execute, action, search, actor }) => {
  const list = await execute(listImports, fromStrings(listImports.input, Object.entries(search)));
  const { sort, direction } = search;
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={t("Import customers")}
        description={t("Check a file first. Nothing is created until you confirm.")}
        breadcrumb={[{ label: t("Accounts"), href: "/staff/accounts" }]}
      />
      <div className="grid gap-4">
        <Panel title={t("Check a file")}>
          <ImportForm action={action(checkImport, "/staff/import/{id}")} />
        </Panel>
        <Panel title={t("Recent imports")} flush>
          <ImportsTable
            order={sortProps("/staff/import", { sort, direction }, { key: "at", direction: "desc" })}
            imports={list.items}
            format={actor}
          />
          <Pagination
            {...pageLinks("/staff/import", { sort, direction }, list, [msg("import@@of"), msg("imports@@of")])}
          />
        </Panel>
      </div>
    </div>
  );
});
