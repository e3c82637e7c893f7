import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { PageHeader } from "@/components/ui/page-header";
import { AudiencePanel } from "@/components/workspace/core/audience-panel";
import { ItemAudience } from "@/components/workspace/meetings/item-audience";
import { PublishPanel } from "@/components/workspace/meetings/publish-panel";
import { t } from "@/lib/platform/language/t";
import { previewAgendaAudience } from "@/lib/workspace/meetings/agenda/preview-audience";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";

export const generateMetadata = (): Metadata => ({ title: t("Who will see what") });

export default accountPage(async ({ execute, action, base, params }) => {
  const meetingId = params.meetingId ?? "";
  const [audience, meeting] = await Promise.all([
    execute(previewAgendaAudience, { meetingId }),
    execute(viewMeeting, { meetingId }),
  ]);
  const here = `${base}/meetings/${meetingId}`;
  const open = meeting.status !== "cancelled" && meeting.minutesStatus !== "signed";
  return (
    <>
      <PageHeader
        title={t("Who will see what")}
        breadcrumb={[
          { label: t("Meetings"), href: `${base}/meetings` },
          { label: meeting.title, href: here },
        ]}
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <ItemAudience items={audience.items} />
          <AudiencePanel title={t("Who sees the meeting, and why")} audience={audience} />
        </div>
        {open && meeting.agendaChanged && <PublishPanel meeting={meeting} publish={action(publishAgenda, here)} />}
      </div>
    </>
  );
});
