import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { EditMeetingForm } from "@/components/workspace/meetings/edit-meeting-form";
import { t } from "@/lib/platform/language/t";
import { updateMeeting } from "@/lib/workspace/meetings/update-meeting";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";

export const generateMetadata = (): Metadata => ({ title: t("Change meeting") });

export default accountPage(async ({ execute, action, base, params }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  if (!meeting.allowed.update) notFound();
  const list = `${base}/meetings`;
  const here = `${list}/${meeting.id}`;
  return (
    <>
      <PageHeader
        title={t("Change meeting")}
        description={
          meeting.status === "scheduled" &&
          t("If the title, time or place changes, attendees are told and their calendars updated.")
        }
        breadcrumb={[
          { label: t("Meetings"), href: list },
          { label: meeting.title, href: here },
        ]}
      />
      <Panel>
        <div className="max-w-2xl">
          <EditMeetingForm meeting={meeting} action={action(updateMeeting, here)} cancelHref={here} />
        </div>
      </Panel>
    </>
  );
});
