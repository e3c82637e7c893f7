import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { LinkForm } from "@/components/workspace/links/link-form";
import { t } from "@/lib/platform/language/t";
import { deleteLink } from "@/lib/workspace/links/delete-link";
import { updateLink } from "@/lib/workspace/links/update-link";
import { viewLink } from "@/lib/workspace/links/view-link";

export const generateMetadata = (): Metadata => ({ title: t("Edit link") });

export default accountPage(async ({ execute, action, base, params }) => {
  const link = await execute(viewLink, { linkId: params.linkId ?? "" });
  const list = `${base}/links`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={link.title}
        description={link.domain}
        breadcrumb={[{ label: t("Links"), href: list }]}
        actions={
          link.allowed.remove && (
            <ConfirmDialog
              id="delete-link"
              action={action(deleteLink, list)}
              hidden={{ linkId: link.id }}
              trigger={t("Delete link")}
              title={t("Delete {title}?", { title: link.title })}
              consequences={[t("It disappears for everyone on this account. The page it leads to isn't changed.")]}
              confirmLabel={t("Delete link")}
            />
          )
        }
      />
      {link.allowed.update && (
        <Panel>
          <LinkForm action={action(updateLink, list)} link={link} cancelHref={list} />
        </Panel>
      )}
    </div>
  );
});
