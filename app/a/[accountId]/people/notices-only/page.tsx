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
import { inputOf } from "../input-of";
import { peopleFrame } from "../people-frame";

export const metadata = { title: "Notification-only contacts" };

export default accountPage(async (page) => {
  const { execute, may, base, search, actor } = page;
  const here = `${base}/people/notices-only`;
  return peopleFrame(page, "notices-only", async () => {
    const list = await execute(listNonMembers, inputOf(listNonMembers, search));
    const add = may(viewNoticeChoices) && <ButtonLink href={`${here}/add`}>Add notification-only contact</ButtonLink>;
    return (
      <>
        <FilterBar action={here} resetHref={search.q ? here : undefined} label="Filter people">
          <FilterSearch label="Search by name" defaultValue={search.q} />
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
                <EmptyState title="No matching contacts">Change or clear the search.</EmptyState>
              ) : (
                <EmptyState icon={<Icon name="mail" />} title="No notification-only contacts" actions={add}>
                  For example, an accounting mailbox can get invoices without a login.
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
