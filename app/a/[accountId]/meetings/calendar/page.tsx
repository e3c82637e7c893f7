import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { FeedPanel } from "@/components/workspace/meetings/feed-panel";
import { MeetingsTabs } from "@/components/workspace/meetings/meetings-tabs";
import { MonthGrid } from "@/components/workspace/meetings/month-grid";
import { fromStrings } from "@/lib/http/from-strings";
import { localTimeAt } from "@/lib/platform/kernel/local-time-at";
import { t } from "@/lib/platform/language/t";
import { viewDueDates } from "@/lib/workspace/actions/view-due-dates";
import { viewDeadlines } from "@/lib/workspace/decisions/view-deadlines";
import { removeFeed } from "@/lib/workspace/meetings/calendar/remove-feed";
import { setUpFeed } from "@/lib/workspace/meetings/calendar/set-up-feed";
import { viewCalendar } from "@/lib/workspace/meetings/calendar/view-calendar";
import { viewFeed } from "@/lib/workspace/meetings/calendar/view-feed";
import { listTypes } from "@/lib/workspace/meetings/types/list-types";

export const generateMetadata = (): Metadata => ({ title: t("Calendar") });

export default accountPage(async ({ execute, action, may, base, search, actor, realNow }) => {
  const asked = fromStrings(viewCalendar.input, Object.entries(search));
  const [{ month, meetings, complete }, due, votes, feed] = await Promise.all([
    execute(viewCalendar, asked),
    may(viewDueDates) ? execute(viewDueDates, asked) : { actions: [], complete: true },
    may(viewDeadlines) ? execute(viewDeadlines, asked) : { decisions: [], complete: true },
    execute(viewFeed, {}),
  ]);
  const entries = [
    ...meetings.map(({ id, title, startsAt, status }) => ({
      key: id,
      title,
      href: `${base}/meetings/${id}`,
      at: startsAt,
      cancelled: status === "cancelled",
    })),
    ...votes.decisions.map(({ id, number, title, voteBy }) => ({
      key: id,
      title: title ?? t("Decision {number}", { number }),
      href: `${base}/decisions/${id}`,
      at: voteBy,
      due: t("Vote by"),
    })),
    ...due.actions.map(({ id, title, dueOn }) => ({
      key: id,
      title,
      href: `${base}/actions/${id}`,
      at: dueOn,
      due: t("Due"),
    })),
  ];
  const here = `${base}/meetings/calendar`;
  const first = new Date(`${month}-01T00:00:00Z`);
  const name = new Intl.DateTimeFormat(actor.locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(first);
  return (
    <>
      <LiveRefresh of="meeting" />
      <PageHeader title={t("Meetings")} />
      <MeetingsTabs base={base} at="calendar" mayEditTypes={may(listTypes)} />
      <div className="flex flex-col gap-4">
        <Panel
          title={name}
          flush
          actions={
            <>
              <ButtonLink
                href={`${here}?month=${monthBeside(first, -1)}`}
                aria-label={t("Previous month")}
                icon={<Icon name="chevron-left" />}
              />
              <ButtonLink href={here}>{t("Today")}</ButtonLink>
              <ButtonLink
                href={`${here}?month=${monthBeside(first, 1)}`}
                aria-label={t("Next month")}
                icon={<Icon name="chevron-right" />}
              />
            </>
          }
        >
          <MonthGrid month={month} entries={entries} today={localTimeAt(realNow, actor.timeZone).day} format={actor} />
        </Panel>
        {!(complete && due.complete && votes.complete) && (
          <p className="text-ink-soft">{t("Only the first 300 of each kind are shown.")}</p>
        )}
        <FeedPanel createdAt={feed.createdAt} setUp={action(setUpFeed)} remove={action(removeFeed)} format={actor} />
      </div>
    </>
  );
});

const monthBeside = (first: Date, months: number): string =>
  new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1)).toISOString().slice(0, 7);
