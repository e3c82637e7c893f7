import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { LinkForm } from "@/components/workspace/links/link-form";
import { LinksTable } from "@/components/workspace/links/links-table";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { addLink } from "@/lib/workspace/links/add-link";
import { listLinks } from "@/lib/workspace/links/list-links";

export const generateMetadata = (): Metadata => ({ title: t("Links") });

export default accountPage(async ({ execute, action, may, base, search, actor, realNow: now }) => {
  const list = await execute(listLinks, fromStrings(listLinks.input, Object.entries(search)));
  const here = `${base}/links`;
  const add = may(addLink) && (
    <Panel id="add" className="mt-4 max-w-2xl" title={t("Add link")}>
      <LinkForm action={action(addLink)} idempotencyKey={randomUUID()} />
    </Panel>
  );
  return (
    <>
      <LiveRefresh of="link" />
      <PageHeader title={t("Links")} />
      <FilterBar action={here} resetHref={search.q ? here : undefined} label={t("Filter links")}>
        <FilterSearch label={t("Search title, domain or description")} defaultValue={search.q} />
      </FilterBar>
      <Panel flush>
        <LinksTable
          order={sortProps(here, search, { key: "title", direction: "asc" })}
          links={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          now={now}
          format={actor}
          empty={
            search.q ? (
              <EmptyState title={t("No matching links")}>
                {t("Change or clear the search to see all links.")}
              </EmptyState>
            ) : (
              <EmptyState icon={<Icon name="link" />} title={t("No links yet")}>
                {t("Keep the addresses here that people on this account need again and again.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, search, list, [msg("link@@of"), msg("links@@of")])} />
      </Panel>
      {add}
    </>
  );
});
