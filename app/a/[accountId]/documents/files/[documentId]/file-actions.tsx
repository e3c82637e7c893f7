import type { AccountPageContext } from "@/app/page-context";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";
import type { OutputOf } from "@/lib/platform/operations/operation";
import { deleteDocument } from "@/lib/workspace/documents/delete-document";
import type { viewDocument } from "@/lib/workspace/documents/view-document";

export type FileActionsProps = {
  page: Pick<AccountPageContext, "action" | "base">;
  file: OutputOf<typeof viewDocument>;
  /** In how many places it is attached. */
  attached: number;
  downloadHref: string;
};

/** Downloading, moving and deleting a file, as far as the viewer may. */
export function FileActions({ page, file, attached, downloadHref }: FileActionsProps) {
  const { document, mayMove, mayDelete, held, removed } = file;
  const documents = `${page.base}/documents`;
  return (
    <>
      {document.mayDownload && !held && !removed && (
        <a href={downloadHref} download={document.name} className={buttonClass("primary", "md", "text")}>
          <Icon name="download" />
          {t("Download")}
        </a>
      )}
      {mayMove && (
        <ButtonLink
          href={`${documents}/move?documentIds=${document.id}&at=${document.folder.id}`}
          icon={<Icon name="folder-input" />}
        >
          {t("Move")}
        </ButtonLink>
      )}
      {mayDelete && (
        <ConfirmDialog
          id="delete-file"
          action={page.action(deleteDocument, `${documents}/{folderId}`)}
          hidden={{ documentId: document.id }}
          trigger={t("Delete")}
          title={t("Delete “{name}”?", { name: document.name })}
          consequences={[
            t("The file and its versions disappear for everybody."),
            t("You can restore it for 30 days under Deleted."),
            ...(attached > 0
              ? [
                  t(
                    "{count, plural, one {It is attached in # place, where it can no longer be opened.} other {It is attached in # places, where it can no longer be opened.}}",
                    {
                      count: attached,
                    },
                  ),
                ]
              : []),
          ]}
          confirmLabel={t("Delete file")}
        />
      )}
    </>
  );
}
