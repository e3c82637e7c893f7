import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { CannedReplyForm } from "@/components/support/canned-replies/canned-reply-form";
import { DeskTabs } from "@/components/support/service-levels/desk-tabs";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import { createCannedReply } from "@/lib/support/canned-replies/create-canned-reply";
import { deleteCannedReply } from "@/lib/support/canned-replies/delete-canned-reply";
import { listCannedReplies } from "@/lib/support/canned-replies/list-canned-replies";
import { updateCannedReply } from "@/lib/support/canned-replies/update-canned-reply";

export const generateMetadata = (): Metadata => ({ title: t("Canned replies") });

export default personPage(async ({ execute, action }) => {
  const { items } = await execute(listCannedReplies, {});
  return (
    <div className="max-w-4xl">
      <PageHeader title={t("Support desk settings")} breadcrumb={[{ label: t("Tickets"), href: "/staff/tickets" }]} />
      <DeskTabs active="replies" />
      <div className="grid gap-4">
        {items.map((reply) => (
          <FoldedPanel
            key={reply.id}
            title={reply.title}
            detail={reply.department === null ? t("All departments") : t(departmentNames[reply.department])}
          >
            <div className="grid gap-4">
              <CannedReplyForm key={reply.version} reply={reply} action={action(updateCannedReply)} />
              <div>
                <ConfirmDialog
                  id={`delete-${reply.id}`}
                  action={action(deleteCannedReply)}
                  hidden={{ replyId: reply.id }}
                  trigger={t("Delete")}
                  triggerProps={{ "aria-label": t("Delete {name}", { name: reply.title }) }}
                  title={t("Delete {name}?", { name: reply.title })}
                  consequences={[t("Replies that were sent with it stay as they are.")]}
                  confirmLabel={t("Delete")}
                  doneMessage={t("Deleted.")}
                />
              </div>
            </div>
          </FoldedPanel>
        ))}
        <Panel title={t("Create canned reply")}>
          <CannedReplyForm action={action(createCannedReply)} />
        </Panel>
      </div>
    </div>
  );
});
