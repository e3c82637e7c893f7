import type { ReactNode } from "react";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { MeetingStanding } from "@/components/workspace/meetings/meeting-standing";
import { MeetingTime } from "@/components/workspace/meetings/meeting-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = {
  meeting: MeetingView;
  base: string;
  at: "agenda" | "attendees" | "minutes" | "actions";
  now: Date;
  format: ViewerFormat;
  actions?: ReactNode;
  children: ReactNode;
};

/** What all views of a meeting begin with. */
export function MeetingFrame({ meeting, base, at, now, format, actions, children }: Props) {
  const here = `${base}/meetings/${meeting.id}`;
  return (
    <>
      <LiveRefresh of="meeting" id={meeting.id} />
      <PageHeader
        title={meeting.title}
        mark={<MeetingStanding meeting={meeting} now={now} />}
        description={<MeetingTime meeting={meeting} format={format} />}
        breadcrumb={[{ label: t("Meetings"), href: `${base}/meetings` }]}
        actions={actions}
      />
      {meeting.status === "cancelled" && (
        <Callout kind="danger" title={t("This meeting was cancelled.")} className="mb-4">
          {meeting.cancelReason}
        </Callout>
      )}
      <Tabs
        label={t("Views of the meeting")}
        tabs={[
          { label: t("Agenda"), href: here, active: at === "agenda" },
          {
            label: t("Attendees"),
            href: `${here}/attendees`,
            active: at === "attendees",
            count: meeting.attendees.length,
          },
          { label: t("Minutes"), href: `${here}/minutes`, active: at === "minutes" },
          ...(meeting.allowed.actions
            ? [{ label: t("Actions@@area"), href: `${here}/actions`, active: at === "actions" }]
            : []),
        ]}
      />
      {children}
    </>
  );
}
