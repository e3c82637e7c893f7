import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { GroupForm } from "@/components/workspace/discussions/group-form";
import { t } from "@/lib/platform/language/t";
import { deleteGroup } from "@/lib/workspace/discussions/delete-group";
import { updateGroup } from "@/lib/workspace/discussions/update-group";
import { viewGroupSettings } from "@/lib/workspace/discussions/view-group-settings";

export const generateMetadata = (): Metadata => ({ title: t("Edit group") });

export default accountPage(async ({ execute, action, base, params }) => {
  const group = await execute(viewGroupSettings, { groupId: params.groupId ?? "" });
  const list = `${base}/discussions`;
  const here = `${list}/${group.id}`;
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <PageHeader
        title={t("Edit group")}
        breadcrumb={[
          { label: t("Discussions"), href: list },
          { label: group.name, href: here },
        ]}
      />
      <Panel>
        <GroupForm action={action(updateGroup, here)} group={group} cancelHref={here} />
      </Panel>
      {group.allowed.remove && (
        <Panel tone="danger" title={t("Delete group")} description={t("With all its threads and posts, for everyone.")}>
          <ConfirmDialog
            id="delete-group"
            action={action(deleteGroup, list)}
            hidden={{ groupId: group.id }}
            trigger={t("Delete group")}
            title={t("Delete {name}?", { name: group.name })}
            consequences={[
              t("All threads, posts and their earlier versions are deleted for good."),
              t("Nobody can restore them."),
            ]}
            confirmLabel={t("Delete group")}
          />
        </Panel>
      )}
    </div>
  );
});
