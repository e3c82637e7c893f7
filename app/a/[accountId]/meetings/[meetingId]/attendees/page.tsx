import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { Panel } from "@/components/ui/panel";
import { AttendanceForm } from "@/components/workspace/meetings/attendance-form";
import { AttendeeList } from "@/components/workspace/meetings/attendee-list";
import { FeaturesPanel } from "@/components/workspace/meetings/features-panel";
import { InviteForm } from "@/components/workspace/meetings/invite-form";
import { t } from "@/lib/platform/language/t";
import { inviteAttendees } from "@/lib/workspace/meetings/attendees/invite-attendees";
import { recordAttendance } from "@/lib/workspace/meetings/attendees/record-attendance";
import { uninviteAttendee } from "@/lib/workspace/meetings/attendees/uninvite-attendee";
import { openFeature } from "@/lib/workspace/meetings/features/open-feature";
import { meetingChoices } from "@/lib/workspace/meetings/meeting-choices";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { MeetingFrame } from "../meeting-frame";

export const generateMetadata = (): Metadata => ({ title: t("Attendees") });

export default accountPage(async ({ execute, action, may, base, params, actor, realNow: now }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  const { allowed } = meeting;
  const open = meeting.status !== "cancelled" && meeting.minutesStatus !== "signed";
  const manages = allowed.manageAttendees && meeting.status !== "cancelled";
  const { people } = manages && may(meetingChoices) ? await execute(meetingChoices, {}) : { people: [] };
  const invited = new Set(meeting.attendees.map(({ contactId }) => contactId));
  const others = people.filter(({ id }) => !invited.has(id));
  const records = (allowed.takeMinutes || allowed.manageAttendees) && open;
  return (
    <MeetingFrame meeting={meeting} base={base} at="attendees" now={now} format={actor}>
      <div className="flex flex-col gap-4">
        <Panel title={t("Attendees")} flush>
          <AttendeeList
            meeting={meeting}
            {...(manages && { uninvite: action(uninviteAttendee) })}
            {...(allowed.control && { seenHref: (id: string) => `${base}/meetings/${meeting.id}/as/${id}` })}
          />
        </Panel>
        {manages && others.length > 0 && (
          <Panel>
            <InviteForm meetingId={meeting.id} people={others} invite={action(inviteAttendees)} />
          </Panel>
        )}
        {records && (
          <Panel title={t("Attendance")} description={t("Who was there. Times are in the meeting's time zone.")}>
            <AttendanceForm meeting={meeting} record={action(recordAttendance)} />
          </Panel>
        )}
        <FeaturesPanel meeting={meeting} {...(allowed.control && { open: action(openFeature) })} />
      </div>
    </MeetingFrame>
  );
});
