import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { MeetingsTabs } from "@/components/workspace/meetings/meetings-tabs";
import { TypeForm } from "@/components/workspace/meetings/type-form";
import { t } from "@/lib/platform/language/t";
import { createType } from "@/lib/workspace/meetings/types/create-type";
import { deleteType } from "@/lib/workspace/meetings/types/delete-type";
import { listTypes } from "@/lib/workspace/meetings/types/list-types";
import { updateType } from "@/lib/workspace/meetings/types/update-type";

export const generateMetadata = (): Metadata => ({ title: t("Meeting types") });

export default accountPage(async ({ execute, action, base }) => {
  const { items } = await execute(listTypes, {});
  return (
    <>
      <PageHeader title={t("Meetings")} />
      <MeetingsTabs base={base} at="types" mayEditTypes />
      <div className="flex flex-col gap-4">
        {items.map((type) => (
          <FoldedPanel
            key={`${type.id} ${type.version}`}
            title={type.name}
            detail={t("{count, plural, one {# minute} other {# minutes}}", { count: type.minutesLong })}
          >
            <div className="flex flex-col gap-4">
              <TypeForm action={action(updateType)} type={type} />
              <ConfirmDialog
                id={`delete-${type.id}`}
                action={action(deleteType)}
                hidden={{ typeId: type.id }}
                trigger={t("Delete type")}
                title={t("Delete the type “{name}”?", { name: type.name })}
                consequences={[t("Meetings of this type stay as they are and keep its name.")]}
                confirmLabel={t("Delete type")}
              />
            </div>
          </FoldedPanel>
        ))}
        <Panel
          title={t("New meeting type")}
          description={t("For recurring meetings, with the agenda they start from.")}
        >
          <TypeForm action={action(createType)} />
        </Panel>
      </div>
    </>
  );
});
