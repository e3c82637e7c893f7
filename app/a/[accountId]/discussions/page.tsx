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
import { GroupFilters } from "@/components/workspace/discussions/group-filters";
import { GroupsTable } from "@/components/workspace/discussions/groups-table";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { createGroup } from "@/lib/workspace/discussions/create-group";
import { listGroups } from "@/lib/workspace/discussions/list-groups";
import { UNREAD_AMONG } from "@/lib/workspace/discussions/schema";

export const generateMetadata = (): Metadata => ({ title: t("Discussions") });

export default accountPage(async ({ execute, may, base, search, actor, realNow: now }) => {
  const list = await execute(listGroups, fromStrings(listGroups.input, Object.entries(search)));
  const here = `${base}/discussions`;
  const create = may(createGroup) && (
    <ButtonLink href={`${here}/new`} variant="primary" icon={<Icon name="plus" />}>
      {t("New group")}
    </ButtonLink>
  );
  const filtered = Boolean(search.q || search.mine);
  const countsNewest = list.items.some(({ membership, threads }) => membership === "joined" && threads > UNREAD_AMONG);
  return (
    <>
      <LiveRefresh of="discussion-group" />
      <LiveRefresh of="private-discussion-group" />
      <PageHeader title={t("Discussions")} actions={create} />
      <GroupFilters href={here} filters={search} />
      <Panel flush>
        <GroupsTable
          order={sortProps(here, search, { key: "name", direction: "asc" })}
          groups={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          now={now}
          format={actor}
          empty={
            filtered ? (
              <EmptyState title={t("No matching groups")}>
                {t("Change or clear the filters to see all groups.")}
              </EmptyState>
            ) : (
              <EmptyState icon={<Icon name="messages-square" />} title={t("No groups yet")} actions={create}>
                {t("Create a group for a topic or a team. People of this account discuss in its threads.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, search, list, [msg("group@@of"), msg("groups@@of")])} />
      </Panel>
      {countsNewest && (
        <p className="mt-3 text-sm text-ink-soft">
          {t("Unread threads are counted among the {count} newest of a group. Older ones are marked in the group.", {
            count: UNREAD_AMONG,
          })}
        </p>
      )}
    </>
  );
});
