import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { NewMeetingForm } from "@/components/workspace/meetings/new-meeting-form";
import { addDays } from "@/lib/platform/kernel/dates";
import { localTimeAt } from "@/lib/platform/kernel/local-time-at";
import { t } from "@/lib/platform/language/t";
import { createMeeting } from "@/lib/workspace/meetings/create-meeting";
import { meetingChoices } from "@/lib/workspace/meetings/meeting-choices";

export const generateMetadata = (): Metadata => ({ title: t("New meeting") });

export default accountPage(async ({ execute, action, base, actor, realNow }) => {
  const choices = await execute(meetingChoices, {});
  const list = `${base}/meetings`;
  return (
    <>
      <PageHeader title={t("New meeting")} breadcrumb={[{ label: t("Meetings"), href: list }]} />
      <Panel>
        <div className="max-w-2xl">
          <NewMeetingForm
            action={action(createMeeting, `${list}/{id}`)}
            idempotencyKey={randomUUID()}
            {...choices}
            zone={actor.timeZone}
            day={localTimeAt(addDays(realNow, 7), actor.timeZone).day}
            cancelHref={list}
          />
        </div>
      </Panel>
    </>
  );
});
