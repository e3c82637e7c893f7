import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { DeskTabs } from "@/components/support/service-levels/desk-tabs";
import { TagForm } from "@/components/support/tags/tag-form";
import { TagList } from "@/components/support/tags/tag-list";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { createTag } from "@/lib/support/tags/create-tag";
import { deleteTag } from "@/lib/support/tags/delete-tag";
import { listTags } from "@/lib/support/tags/list-tags";

export const generateMetadata = (): Metadata => ({ title: t("Tags") });

export default personPage(async ({ execute, action, may }) => {
  const { items } = await execute(listTags, {});
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("Support desk settings")} breadcrumb={[{ label: t("Tickets"), href: "/staff/tickets" }]} />
      <DeskTabs active="tags" />
      <div className="grid gap-4">
        <Panel title={t("Tags")} description={t("Only staff see the tags of a ticket.")}>
          <TagList tags={items} remove={may(deleteTag) ? action(deleteTag) : undefined} />
        </Panel>
        {may(createTag) && (
          <Panel title={t("Create tag")}>
            <TagForm action={action(createTag)} />
          </Panel>
        )}
      </div>
    </div>
  );
});
