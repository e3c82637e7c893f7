import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { PeopleTable } from "@/components/accounts/people/people-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { Icon } from "@/components/ui/icon";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { viewNoticeChoices } from "@/lib/accounts/access/notice-choices";
import { listNonMembers } from "@/lib/accounts/people/list-non-members";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { inputOf } from "../input-of";
import { peopleFrame } from "../people-frame";

export const generateMetadata = (): Metadata => ({ title: t("Notification-only contacts") });

export default accountPage(async (page) => {
  const { execute, may, base, search, actor } = page;
  const here = `${base}/people/notices-only`;
  return peopleFrame(page, "notices-only", async () => {
    const list = await execute(listNonMembers, inputOf(listNonMembers, search));
    const add = may(viewNoticeChoices) && (
      <ButtonLink href={`${here}/add`}>{t("Add notification-only contact")}</ButtonLink>
    );
    return (
      <>
        <FilterBar action={here} resetHref={search.q ? here : undefined} label={t("Filter people")}>
          <FilterSearch label={t("Search by name")} defaultValue={search.q} />
        </FilterBar>
        <Panel flush>
          <PeopleTable
            order={sortProps(
              here,
              { q: search.q, sort: search.sort, direction: search.direction },
              { key: "name", direction: "asc" },
            )}
            people={list.items}
            kind="nonMember"
            hrefOf={({ id }) => `${base}/people/${id}`}
            format={actor}
            empty={
              search.q ? (
                <EmptyState title={t("No matching contacts")}>{t("Change or clear the search.")}</EmptyState>
              ) : (
                <EmptyState icon={<Icon name="mail" />} title={t("No notification-only contacts")} actions={add}>
                  {t("For example, an accounting mailbox can get invoices without a login.")}
                </EmptyState>
              )
            }
          />
          <Pagination
            {...pageLinks(here, { q: search.q, sort: search.sort, direction: search.direction }, list, [
              msg("person@@of"),
              msg("people@@of"),
            ])}
          />
        </Panel>
      </>
    );
  });
});
