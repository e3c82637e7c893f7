import type { AccountPageContext } from "@/app/page-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { askedConfirm, RowConfirm } from "@/components/ui/row-confirm";
import { accessSentence } from "@/components/workspace/documents/access-sentence";
import { AttachedPlaces } from "@/components/workspace/documents/attached-places";
import { t } from "@/lib/platform/language/t";
import type { OutputOf } from "@/lib/platform/operations/operation";
import { deleteFolder } from "@/lib/workspace/documents/delete-folder";
import { listDeletedFolders } from "@/lib/workspace/documents/list-deleted-folders";
import type { previewLinks } from "@/lib/workspace/documents/preview-links";
import type { viewFolder } from "@/lib/workspace/documents/view-folder";
import { whoCanOpen } from "@/lib/workspace/documents/who-can-open";
import { downloadZip } from "@/lib/workspace/documents/zip/download-zip";

/** The dialog that asks before a folder is deleted. */
export const DELETING = "delete-folder";

type View = OutputOf<typeof viewFolder>;

type HeaderProps = {
  page: AccountPageContext;
  view: View;
  here: string;
  inOrder: boolean;
  /** There is nothing in it to download or to arrange. */
  empty: boolean;
  /** Where its files are attached, if it is about to be deleted. */
  links: OutputOf<typeof previewLinks> | null;
};

/** The name of a folder, where it is, who sees it, and what can be done with it. */
export function FolderHeader({ page, view, here, inOrder, empty, links }: HeaderProps) {
  const { base, may: mayExecute } = page;
  const { folder, isTop, trail, may } = view;
  const documents = `${base}/documents`;
  // Their way begins at the folders that lead into what they see.
  const [first] = trail;
  const above = trail.map(({ id, name }) => ({ label: name, href: `${documents}/${id}` }));
  const start = { label: t("Documents"), href: documents };
  const breadcrumb = isTop ? [] : first?.name === t("Documents") ? [start, ...above.slice(1)] : [start, ...above];
  const reorders = !empty && (may.reorderFolders || may.reorderFiles);
  return (
    <PageHeader
      title={isTop ? t("Documents") : folder?.name}
      breadcrumb={breadcrumb}
      description={
        folder && (
          <>
            {accessSentence(folder.access)}
            {mayExecute(whoCanOpen) && (
              <>
                {" · "}
                <a href={`${documents}/${folder.id}/people`} className="underline hover:text-ink">
                  {t("Who can open it, and why")}
                </a>
              </>
            )}
          </>
        )
      }
      actions={
        <>
          {folder && may.createFolder && (
            <ButtonLink href={`${documents}/${folder.id}/new`} icon={<Icon name="folder-plus" />}>
              {t("New folder")}
            </ButtonLink>
          )}
          {folder && may.changeAccess && (
            <ButtonLink href={`${documents}/${folder.id}/access`} icon={<Icon name="users-round" />}>
              {t("Change access")}
            </ButtonLink>
          )}
          {folder && !isTop && may.changeAccess && (
            <ButtonLink href={`${documents}/${folder.id}/recusals`}>{t("Recusals")}</ButtonLink>
          )}
          {folder && may.changeFolder && (
            <ButtonLink href={`${documents}/move?folderId=${folder.id}`} icon={<Icon name="folder-input" />}>
              {t("Move or rename")}
            </ButtonLink>
          )}
          {folder && !empty && mayExecute(downloadZip) && (
            <ButtonLink href={`${documents}/zip?folderId=${folder.id}`} icon={<Icon name="download" />}>
              {t("Download as ZIP")}
            </ButtonLink>
          )}
          {reorders && (
            <ButtonLink href={inOrder ? here : `${here}?arrange=1`} icon={<Icon name="chevrons-up-down" />}>
              {inOrder ? t("Done") : t("Arrange")}
            </ButtonLink>
          )}
          {folder && may.deleteFolder && (
            <DeleteFolder page={page} here={here} id={folder.id} name={folder.name} links={links} />
          )}
          {isTop && mayExecute(listDeletedFolders) && (
            <ButtonLink href={`${documents}/deleted`} icon={<Icon name="trash" />}>
              {t("Deleted")}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

type Deleting = Omit<HeaderProps, "view" | "inOrder" | "empty"> & { id: string; name: string };

/** Asks first, in a dialog that comes with the page and names where the files below the folder are attached. */
function DeleteFolder({ page, here, id, name, links }: Deleting) {
  const { action, base, search } = page;
  const asked = askedConfirm(here, search);
  return (
    <RowConfirm
      asked={asked}
      id={DELETING}
      action={action(deleteFolder, `${base}/documents`)}
      hidden={{ folderId: id }}
      trigger={t("Delete")}
      label={t("Delete “{name}”", { name })}
      title={t("Delete “{name}”?", { name })}
      consequences={[
        t("The folder and everything in it disappears for everybody."),
        t("You can restore it for 30 days under Deleted."),
      ]}
      confirmLabel={t("Delete folder")}
    >
      {links && <AttachedPlaces base={base} links={links} />}
    </RowConfirm>
  );
}
