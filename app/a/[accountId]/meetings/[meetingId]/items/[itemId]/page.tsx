import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ItemFields } from "@/components/workspace/meetings/item-fields";
import { t } from "@/lib/platform/language/t";
import { updateItem } from "@/lib/workspace/meetings/agenda/update-item";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";

export const generateMetadata = (): Metadata => ({ title: t("Agenda item") });

export default accountPage(async ({ execute, action, base, params }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  const item = meeting.agenda.items.find(({ id }) => id === params.itemId);
  if (!meeting.allowed.control || item === undefined) notFound();
  const list = `${base}/meetings`;
  const here = `${list}/${meeting.id}`;
  return (
    <>
      <PageHeader
        title={item.title}
        breadcrumb={[
          { label: t("Meetings"), href: list },
          { label: meeting.title, href: here },
        ]}
      />
      <Panel>
        <OperationForm
          action={action(updateItem, here)}
          hidden={{ meetingId: meeting.id, itemId: item.id }}
          submitLabel={t("Save item")}
          cancelHref={here}
          className="max-w-2xl"
        >
          <ItemFields meeting={meeting} item={item} />
        </OperationForm>
      </Panel>
    </>
  );
});
