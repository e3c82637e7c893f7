import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { PageHeader } from "@/components/ui/page-header";
import { AttachChoices } from "@/components/workspace/core/attach-choices";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";
import { listDocuments } from "@/lib/workspace/documents/list-documents";
import { attachToMeeting } from "@/lib/workspace/meetings/papers/attach-to-meeting";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";

export const generateMetadata = (): Metadata => ({ title: t("Attach a document") });

/** `?item=` names the agenda item; without it the document is attached to the meeting as a whole. */
export default accountPage(async ({ execute, action, base, params, search }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  const { item: itemId, ...asked } = search;
  const item = meeting.agenda.items.find(({ id, hidden }) => id === itemId && !hidden);
  const open = meeting.status !== "cancelled" && meeting.minutesStatus !== "signed";
  if (!meeting.allowed.addPaper || !open || (itemId !== undefined && item === undefined)) notFound();
  const documents = await execute(listDocuments, {
    sort: "updated",
    direction: "desc",
    ...fromStrings(listDocuments.input, Object.entries(asked)),
  });
  const list = `${base}/meetings`;
  const back = `${list}/${meeting.id}`;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("Attach a document")}
        description={item ? item.title : t("To the meeting as a whole")}
        breadcrumb={[
          { label: t("Meetings"), href: list },
          { label: meeting.title, href: back },
        ]}
      />
      <p className="mb-4 text-ink-soft">
        {t("Attendees open it only if they have access to its folder; others see that there is a paper, not its name.")}
      </p>
      <AttachChoices
        here={`${back}/attach`}
        search={search}
        list={documents}
        attach={action(attachToMeeting, back)}
        hidden={{ meetingId: meeting.id, ...(item && { itemId: item.id }) }}
      />
    </div>
  );
});
