import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { RecusalsPanel } from "@/components/workspace/core/recusals-panel";
import { ItemFields } from "@/components/workspace/meetings/item-fields";
import { t } from "@/lib/platform/language/t";
import { updateItem } from "@/lib/workspace/meetings/agenda/update-item";
import { dismissItemConflict } from "@/lib/workspace/meetings/recusals/dismiss-item-conflict";
import { liftItemRecusal } from "@/lib/workspace/meetings/recusals/lift-item-recusal";
import { recuseFromItem } from "@/lib/workspace/meetings/recusals/recuse-from-item";
import { viewItemRecusals } from "@/lib/workspace/meetings/recusals/view-item-recusals";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";

export const generateMetadata = (): Metadata => ({ title: t("Agenda item") });

export default accountPage(async ({ execute, action, base, params }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  const item = meeting.agenda.items.find(({ id }) => id === params.itemId);
  if (!meeting.allowed.control || item === undefined || item.hidden) notFound();
  const of = { meetingId: meeting.id, itemId: item.id };
  const open = meeting.status !== "cancelled" && meeting.minutesStatus !== "signed";
  const recusals = await execute(viewItemRecusals, of);
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
      <div className="flex flex-col gap-4">
        <Panel>
          <OperationForm
            action={action(updateItem, here)}
            hidden={of}
            submitLabel={t("Save item")}
            cancelHref={here}
            className="max-w-2xl"
          >
            <ItemFields meeting={meeting} item={item} />
          </OperationForm>
        </Panel>
        <RecusalsPanel
          view={recusals}
          hidden={of}
          description={t("Whoever is recused sees neither this item nor its papers and minutes, whatever their role.")}
          ending={t("They see the item, its papers and its minutes again.")}
          decide={
            open
              ? {
                  recuse: action(recuseFromItem),
                  lift: action(liftItemRecusal),
                  dismiss: action(dismissItemConflict),
                }
              : null
          }
        />
      </div>
    </>
  );
});
