import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { PeopleFilters } from "@/components/accounts/people/people-filters";
import { PeopleTable } from "@/components/accounts/people/people-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { listNonMembers } from "@/lib/accounts/people/list-non-members";
import { listPeople } from "@/lib/accounts/people/list-people";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { inputOf } from "./input-of";
import { peopleFrame } from "./people-frame";

export const generateMetadata = (): Metadata => ({ title: t("People") });

export default accountPage(async (page) => {
  const { execute, may, mayInFull, base, search, actor } = page;
  const here = `${base}/people`;
  if (!may(listPeople) && may(listNonMembers)) redirect(`${here}/notices-only`);
  return peopleFrame(page, "members", async () => {
    const list = await execute(listPeople, inputOf(listPeople, search));
    const filtered = Boolean(search.q || search.role || search.standing);
    return (
      <>
        <PeopleFilters href={here} filters={search} byRole={mayInFull(listPeople)} />
        <Panel flush>
          <PeopleTable
            order={sortProps(here, filtersOf(search), { key: "name", direction: "asc" })}
            people={list.items}
            kind="member"
            hrefOf={({ id }) => `${here}/${id}`}
            format={actor}
            empty={
              filtered ? (
                <EmptyState title={t("No matching people")}>{t("Change or clear the filters.")}</EmptyState>
              ) : (
                <EmptyState icon={<Icon name="users-round" />} title={t("No members yet")}>
                  {t("Invite people to give them access to this account.")}
                </EmptyState>
              )
            }
          />
          <Pagination {...pageLinks(here, filtersOf(search), list, [msg("person@@of"), msg("people@@of")])} />
        </Panel>
      </>
    );
  });
});

const filtersOf = ({ q, role, standing, sort, direction }: Readonly<Record<string, string>>) => ({
  q,
  role,
  standing,
  sort,
  direction,
});
