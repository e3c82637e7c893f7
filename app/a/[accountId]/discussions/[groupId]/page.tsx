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
import { GroupHeaderActions } from "@/components/workspace/discussions/group-header-actions";
import { GroupSide } from "@/components/workspace/discussions/group-side";
import { PrivateBadge } from "@/components/workspace/discussions/groups-table";
import { ThreadFilters } from "@/components/workspace/discussions/thread-filters";
import { ThreadsTable } from "@/components/workspace/discussions/threads-table";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { joinGroup } from "@/lib/workspace/discussions/join-group";
import { leaveGroup } from "@/lib/workspace/discussions/leave-group";
import { listMembers } from "@/lib/workspace/discussions/list-members";
import { listThreads } from "@/lib/workspace/discussions/list-threads";
import { setGroupNotifications } from "@/lib/workspace/discussions/set-group-notifications";
import { viewGroup } from "@/lib/workspace/discussions/view-group";

export const generateMetadata = (): Metadata => ({ title: t("Discussion group") });

export default accountPage(async ({ execute, action, may, base, params, search, actor, realNow: now }) => {
  const groupId = params.groupId ?? "";
  const asked = fromStrings(listThreads.input, [...Object.entries(search), ["groupId", groupId]]);
  const [group, list] = await Promise.all([
    execute(viewGroup, { groupId }),
    execute(listThreads, asked as { groupId: string }),
  ]);
  const all = `${base}/discussions`;
  const here = `${all}/${groupId}`;
  const start = group.allowed.startThread && (
    <ButtonLink href={`${here}/new`} variant="primary" icon={<Icon name="plus" />}>
      {t("New thread")}
    </ButtonLink>
  );
  const filtered = Boolean(search.q || search.state);
  return (
    <>
      <LiveRefresh of={group.isPrivate ? "private-discussion-group" : "discussion-group"} id={groupId} />
      <LiveRefresh of={group.isPrivate ? "private-discussion-thread" : "discussion-thread"} />
      <PageHeader
        title={group.name}
        mark={group.isPrivate && <PrivateBadge />}
        description={group.description || undefined}
        breadcrumb={[{ label: t("Discussions"), href: all }]}
        actions={
          <GroupHeaderActions
            group={group}
            editHref={`${here}/edit`}
            join={action(joinGroup)}
            leave={action(leaveGroup, all)}
            start={start}
          />
        }
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <ThreadFilters href={here} filters={search} />
          <Panel flush>
            <ThreadsTable
              order={sortProps(here, search, { key: "activity", direction: "desc" })}
              threads={list.items}
              hrefOf={({ id }) => `${all}/threads/${id}`}
              now={now}
              format={actor}
              empty={
                filtered ? (
                  <EmptyState title={t("No matching threads")}>
                    {t("Change or clear the filters to see all threads.")}
                  </EmptyState>
                ) : (
                  <EmptyState icon={<Icon name="messages-square" />} title={t("No threads yet")} actions={start}>
                    {t("Start the first thread: ask a question, or say what should be decided.")}
                  </EmptyState>
                )
              }
            />
            <Pagination {...pageLinks(here, search, list, [msg("thread@@of"), msg("threads@@of")])} />
          </Panel>
        </div>
        <GroupSide
          group={group}
          peopleHref={may(listMembers) ? `${here}/people` : undefined}
          setNotifications={action(setGroupNotifications)}
        />
      </div>
    </>
  );
});
