import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { AttachedDocuments } from "@/components/workspace/core/attached-documents";
import { AgendaList } from "@/components/workspace/meetings/agenda-list";
import { MeetingTime } from "@/components/workspace/meetings/meeting-time";
import { fromStrings } from "@/lib/http/from-strings";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { viewRevision } from "@/lib/workspace/meetings/agenda/view-revision";

export const generateMetadata = (): Metadata => ({ title: t("Published agenda") });

export default accountPage(async ({ execute, base, params, actor }) => {
  const meetingId = params.meetingId ?? "";
  const asked = Object.entries({ meetingId, number: params.number ?? "" });
  const agenda = await execute(viewRevision, fromStrings(viewRevision.input, asked) as never);
  const list = `${base}/meetings`;
  return (
    <>
      <PageHeader
        title={t("Agenda, revision {number}", { number: agenda.number })}
        description={<MeetingTime meeting={agenda} format={actor} />}
        breadcrumb={[
          { label: t("Meetings"), href: list },
          { label: agenda.title, href: `${list}/${meetingId}` },
        ]}
      />
      <Panel
        title={agenda.title}
        description={
          <>
            {rich("Published by {name}, {when}. It never changes.", {
              name: agenda.publishedByName,
              when: <DateTime value={agenda.publishedAt} style="dateTime" format={actor} />,
            })}{" "}
            {agenda.note}
          </>
        }
        flush
      >
        <AgendaList
          items={agenda.items}
          papers={({ documents }) => <AttachedDocuments attached={documents} base={base} />}
        />
        {agenda.documents.length > 0 && (
          <div className="border-t border-line px-4 py-3">
            <AttachedDocuments attached={agenda.documents} base={base} />
          </div>
        )}
      </Panel>
    </>
  );
});
