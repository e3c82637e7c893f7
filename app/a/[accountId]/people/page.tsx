import { UsersRound } from "lucide-react";
import { redirect } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { PeopleFilters } from "@/components/accounts/people/people-filters";
import { PeopleTable } from "@/components/accounts/people/people-table";
import { EmptyState } from "@/components/ui/empty-state";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { listPeople } from "@/lib/accounts/people/list-people";
import { askedOf } from "./asked-of";
import { peopleFrame } from "./people-frame";

export const metadata = { title: "People" };

export default accountPage(async (page) => {
  const { execute, can, base, search, actor } = page;
  const here = `${base}/people`;
  if (!can("people.members.view") && can("people.non-members.view")) redirect(`${here}/notices-only`);
  const list = await execute(listPeople, askedOf(listPeople, search));
  const filtered = Boolean(search.q || search.role || search.standing);
  return peopleFrame(
    page,
    "members",
    <>
      <PeopleFilters href={here} filters={search} byRole={can("people.members.view-details")} />
      <Panel flush>
        <PeopleTable
          order={sortProps(here, filtersOf(search), { key: "name", direction: "asc" })}
          people={list.items}
          kind="member"
          hrefOf={({ id }) => `${here}/${id}`}
          format={actor}
          empty={
            filtered ? (
              <EmptyState title="Nobody matches">Change the filters, or clear them to see everybody.</EmptyState>
            ) : (
              <EmptyState icon={<UsersRound />} title="Nobody here yet">
                Invite the first person; they appear here at once.
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, filtersOf(search), list, ["person", "people"])} />
      </Panel>
    </>,
  );
});

const filtersOf = ({ q, role, standing, sort, direction }: Readonly<Record<string, string>>) => ({
  q,
  role,
  standing,
  sort,
  direction,
});
