import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { MeetingsTable } from "@/components/workspace/meetings/meetings-table";
import { MeetingsTabs } from "@/components/workspace/meetings/meetings-tabs";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { createMeeting } from "@/lib/workspace/meetings/create-meeting";
import { listMeetings } from "@/lib/workspace/meetings/list-meetings";
import { listTypes } from "@/lib/workspace/meetings/types/list-types";

export const generateMetadata = (): Metadata => ({ title: t("Meetings") });

export default accountPage(async ({ execute, may, base, search, actor, realNow: now }) => {
  const list = await execute(listMeetings, fromStrings(listMeetings.input, Object.entries(search)));
  const here = `${base}/meetings`;
  const create = may(createMeeting) && (
    <ButtonLink href={`${here}/new`} variant="primary" icon={<Icon name="plus" />}>
      {t("New meeting")}
    </ButtonLink>
  );
  const filtered = Boolean(search.q || search.period);
  return (
    <>
      <LiveRefresh of="meeting" />
      <PageHeader title={t("Meetings")} actions={create} />
      <MeetingsTabs base={base} at="list" mayEditTypes={may(listTypes)} />
      <FilterBar action={here} resetHref={filtered ? here : undefined} label={t("Filter meetings")}>
        <FilterSearch label={t("Search titles")} defaultValue={search.q} />
        <FilterSelect
          name="period"
          label={t("Period")}
          options={[
            { value: "upcoming", label: t("Upcoming") },
            { value: "past", label: t("Past") },
          ]}
          value={search.period}
        />
      </FilterBar>
      <Panel flush>
        <MeetingsTable
          order={sortProps(here, search, { key: "when", direction: "desc" })}
          meetings={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          now={now}
          format={actor}
          empty={
            filtered ? (
              <EmptyState title={t("No matching meetings")}>
                {t("Change or clear the filters to see all meetings.")}
              </EmptyState>
            ) : (
              <EmptyState icon={<Icon name="calendar-clock" />} title={t("No meetings yet")} actions={create}>
                {t("Meetings that you create or are invited to appear here.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks(here, search, list, [msg("meeting@@of"), msg("meetings@@of")])} />
      </Panel>
    </>
  );
});
