import type { Metadata } from "next";
import { type AccountPageContext, accountPage } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { fileSize } from "@/components/ui/file-size";
import { Input } from "@/components/ui/input";
import { KeyValueList } from "@/components/ui/key-value-list";
import { kindWords } from "@/components/ui/kind-words";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { AttachedPlaces } from "@/components/workspace/documents/attached-places";
import { FilePreview } from "@/components/workspace/documents/file-preview";
import { PdfViewer } from "@/components/workspace/documents/pdf/pdf-viewer";
import { TextPreview } from "@/components/workspace/documents/text-preview";
import { UploadPanel } from "@/components/workspace/documents/upload-panel";
import { VersionList } from "@/components/workspace/documents/version-list";
import { t } from "@/lib/platform/language/t";
import type { OutputOf } from "@/lib/platform/operations/operation";
import { listVersions } from "@/lib/workspace/documents/list-versions";
import { MOST_PDF_BYTES } from "@/lib/workspace/documents/preview-kinds";
import { previewLinks } from "@/lib/workspace/documents/preview-links";
import { renameDocument } from "@/lib/workspace/documents/rename-document";
import { restoreVersion } from "@/lib/workspace/documents/restore-version";
import { isTextName } from "@/lib/workspace/documents/texts/text-kinds";
import { viewText } from "@/lib/workspace/documents/texts/view-text";
import { viewDocument } from "@/lib/workspace/documents/view-document";
import { whoCanOpen } from "@/lib/workspace/documents/who-can-open";
import { FileActions } from "./file-actions";

export const generateMetadata = (): Metadata => ({ title: t("File") });

export default accountPage(async (page) => {
  const { execute, params, search, base, account } = page;
  const documentId = params.documentId ?? "";
  const file = await execute(viewDocument, { documentId });
  const versions = await execute(listVersions, { documentId, page: Number(search.page ?? 1) || 1 });
  const links = page.may(previewLinks) ? await execute(previewLinks, { documentIds: [documentId] }) : null;
  const { document } = file;
  const isText = document.kind === "file" && isTextName(document.name) && !file.held && !file.removed;
  const text = isText ? await execute(viewText, { documentId }) : null;
  const documents = `${base}/documents`;
  const api = `/api/v1/accounts/${account.id}/documents/${documentId}`;
  return (
    <>
      <LiveRefresh of="document" id={documentId} />
      <PageHeader
        title={document.name}
        breadcrumb={[
          { label: t("Documents"), href: documents },
          { label: document.folder.name, href: `${documents}/${document.folder.id}` },
        ]}
        actions={<FileActions page={page} file={file} attached={links?.total ?? 0} downloadHref={`${api}/download`} />}
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <FileNotes file={file} />
          <Panel flush>
            <Contents file={file} api={api} text={text} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <FileFacts page={page} file={file} />
          {links && <AttachedPlaces base={base} links={links} />}
          <Panel title={t("Versions")}>
            <VersionList
              versions={versions.items}
              current={document.version}
              downloadHref={document.mayDownload ? `${api}/download?version=` : null}
              restore={file.mayReplace ? page.action(restoreVersion) : null}
              documentId={documentId}
              format={page.actor}
            />
            {versions.hasNext && (
              <a
                href={`${documents}/files/${documentId}?page=${versions.page + 1}`}
                className="mt-2 inline-block underline"
              >
                {t("Earlier versions")}
              </a>
            )}
          </Panel>
          {file.mayReplace && (
            <>
              <UploadPanel accountId={account.id} about={{ documentId }} label={t("Upload new version")} />
              <Panel title={t("Rename")}>
                <OperationForm
                  action={page.action(renameDocument)}
                  hidden={{ documentId }}
                  submitLabel={t("Rename")}
                  submitVariant="secondary"
                >
                  <Field name="name" label={t("Name")} required>
                    <Input defaultValue={document.name} autoComplete="off" />
                  </Field>
                </OperationForm>
              </Panel>
            </>
          )}
        </div>
      </div>
    </>
  );
});

type File = OutputOf<typeof viewDocument>;

type ContentsProps = { file: File; api: string; text: OutputOf<typeof viewText> | null };

/** A text as it is written, a PDF by itself for those who may download it, everything else as pictures. */
function Contents({ file: { document, preview, held, removed }, api, text }: ContentsProps) {
  if (text !== null && text.state !== "none") return <TextPreview name={document.name} read={text} />;
  const pictures = (
    <FilePreview
      name={document.name}
      pageHref={`${api}/page?version=${document.version}&number=`}
      preview={held || removed ? { state: "none", pages: 0, shown: [] } : preview}
    />
  );
  const opens = document.kind === "pdf" && document.mayDownload && document.size <= MOST_PDF_BYTES && !held && !removed;
  if (!opens) return pictures;
  return (
    <PdfViewer src={`${api}/download?version=${document.version}`} name={document.name}>
      {pictures}
    </PdfViewer>
  );
}

function FileNotes({ file: { held, removed, viewOnly, document } }: { file: File }) {
  if (held)
    return <Callout kind="info" title={t("Not checked for viruses yet. It can be downloaded in a few minutes.")} />;
  if (removed) return <Callout kind="warning" title={t("Removed, because it contained a virus.")} />;
  if (!viewOnly) return null;
  return (
    <Callout kind="info" title={t("View only")}>
      {document.mayDownload
        ? t("People on the folder's list read its files here and can't download them.")
        : t("You can read this file here, but not download it.")}
    </Callout>
  );
}

function FileFacts({ page: { actor, base, may }, file: { document } }: { page: AccountPageContext; file: File }) {
  return (
    <Panel title={t("File")}>
      <KeyValueList
        items={[
          { label: t("Type"), value: t(kindWords[document.kind]) },
          { label: t("Size"), value: fileSize(document.size, actor.locale) },
          { label: t("Changed"), value: <DateTime value={document.updatedAt} format={actor} /> },
          { label: t("By"), value: document.uploadedByName },
        ]}
      />
      {may(whoCanOpen) && (
        <a href={`${base}/documents/${document.folder.id}/people`} className="mt-3 inline-block underline">
          {t("Who can open it, and why")}
        </a>
      )}
    </Panel>
  );
}
