import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { AgreedActionForm } from "@/components/workspace/meetings/agreed-action-form";
import { t } from "@/lib/platform/language/t";
import { createForItem } from "@/lib/workspace/actions/create-for-item";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";

export const generateMetadata = (): Metadata => ({ title: t("New action") });

export default accountPage(async ({ execute, action, base, params }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  const item = meeting.agenda.items.find(({ id, hidden }) => id === params.itemId && !hidden);
  if (!meeting.allowed.addAction || item === undefined) notFound();
  const list = `${base}/meetings`;
  const here = `${list}/${meeting.id}`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("New action")}
        description={item.title}
        breadcrumb={[
          { label: t("Meetings"), href: list },
          { label: meeting.title, href: here },
        ]}
      />
      <Panel>
        <AgreedActionForm
          meeting={meeting}
          itemId={item.id}
          add={action(createForItem, `${here}/actions`)}
          idempotencyKey={randomUUID()}
          cancelHref={here}
          details
        />
      </Panel>
    </div>
  );
});
