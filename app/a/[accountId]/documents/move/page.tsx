import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type AccountPageContext, accountPage } from "@/app/page-context";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { AccessChangeCallout } from "@/components/workspace/documents/access-change-callout";
import { AttachedPlaces } from "@/components/workspace/documents/attached-places";
import { t } from "@/lib/platform/language/t";
import { listFolders } from "@/lib/workspace/documents/list-folders";
import { moveFiles } from "@/lib/workspace/documents/move-files";
import { moveFolder } from "@/lib/workspace/documents/move-folder";
import { previewFilesMove } from "@/lib/workspace/documents/preview-files-move";
import { previewFolderMove } from "@/lib/workspace/documents/preview-folder-move";
import { previewLinks } from "@/lib/workspace/documents/preview-links";
import { renameFolder } from "@/lib/workspace/documents/rename-folder";
import { viewFolder } from "@/lib/workspace/documents/view-folder";

export const generateMetadata = (): Metadata => ({ title: t("Move") });

/** What is to be moved, as the address says it. */
interface Cut {
  readonly folderId?: string | undefined;
  readonly documentIds: readonly string[];
}

/** Where to: from folder to folder, then with what it would change, which is confirmed. Works without a script. */
export default accountPage(async (page) => {
  const { execute, search, query, base } = page;
  const cut: Cut = {
    folderId: search.folderId,
    documentIds: query.flatMap(([name, value]) => (name === "documentIds" ? [value] : [])),
  };
  if (cut.folderId === undefined && cut.documentIds.length === 0) notFound();
  const { folder: at, trail } = await execute(viewFolder, search.at ? { folderId: search.at } : {});
  if (at === null) notFound();
  const moved = cut.folderId === undefined ? null : (await execute(viewFolder, { folderId: cut.folderId })).folder;
  const here = `${base}/documents/move`;
  const hrefOf = (to: Record<string, string>) =>
    `${here}?${new URLSearchParams([
      ...(cut.folderId ? [["folderId", cut.folderId]] : cut.documentIds.map((id) => ["documentIds", id])),
      ...Object.entries(to),
    ])}`;
  return (
    <>
      <PageHeader
        title={
          moved
            ? t("Move “{name}”", { name: moved.name })
            : t("{count, plural, one {Move # file} other {Move # files}}", { count: cut.documentIds.length })
        }
        breadcrumb={[{ label: t("Documents"), href: `${base}/documents` }]}
      />
      <div className="flex flex-col gap-4">
        {search.to
          ? await confirmation(page, cut, { to: search.to, backHref: hrefOf({ at: search.to }) })
          : await places(page, { at, trail, hrefOf, cut })}
        {moved && !search.to && (
          <Panel title={t("Rename")}>
            <OperationForm
              action={page.action(renameFolder, `${base}/documents/{id}`)}
              hidden={{ folderId: moved.id }}
              submitLabel={t("Rename")}
              submitVariant="secondary"
              className="max-w-md"
            >
              <Field name="name" label={t("Name")} required>
                <Input defaultValue={moved.name} autoComplete="off" />
              </Field>
            </OperationForm>
          </Panel>
        )}
      </div>
    </>
  );
});

interface Places {
  readonly at: { id: string; name: string };
  readonly trail: { id: string; name: string }[];
  readonly hrefOf: (to: Record<string, string>) => string;
  readonly cut: Cut;
}

async function places({ execute }: AccountPageContext, { at, trail, hrefOf, cut }: Places) {
  const { items } = await execute(listFolders, { folderId: at.id, sort: "name" });
  const folders = items.filter(({ id }) => id !== cut.folderId);
  const above = trail.at(-1);
  return (
    <Panel
      title={t("Where to: {name}", { name: [...trail, at].map(({ name }) => name).join(" / ") })}
      flush
      actions={
        <>
          {above && (
            <ButtonLink href={hrefOf({ at: above.id })} variant="ghost">
              {t("One level up")}
            </ButtonLink>
          )}
          <ButtonLink href={hrefOf({ to: at.id })} variant="primary">
            {t("Move here")}
          </ButtonLink>
        </>
      }
    >
      <DataTable
        caption={t("Folders to choose from")}
        rows={folders}
        rowKey={({ id }) => id}
        rowHref={({ id }) => hrefOf({ at: id })}
        columns={[
          {
            key: "name",
            header: t("Folder"),
            cell: ({ name }) => (
              <span className="flex items-start gap-2">
                <Icon name="folder" className="mt-0.5 size-4 text-ink-soft" />
                <span className="wrap-anywhere">{name}</span>
              </span>
            ),
          },
        ]}
        empty={
          <EmptyState icon={<Icon name="folder" />} title={t("No folders in here")}>
            {t("Move it here, or go one level up.")}
          </EmptyState>
        }
      />
    </Panel>
  );
}

async function confirmation(
  { execute, may, action, base }: AccountPageContext,
  cut: Cut,
  { to, backHref }: { to: string; backHref: string },
) {
  const documents = `${base}/documents`;
  if (cut.folderId !== undefined) {
    const {
      folder,
      to: target,
      keepsList,
      change,
    } = await execute(previewFolderMove, { folderId: cut.folderId, toFolderId: to });
    const links =
      change.loseCount > 0 && may(previewLinks) ? await execute(previewLinks, { folderId: folder.id }) : null;
    return (
      <Panel title={t("Move “{name}” to “{place}”?", { name: folder.name, place: target.name })}>
        <OperationForm
          action={action(moveFolder, `${documents}/{id}`)}
          hidden={{ folderId: folder.id, toFolderId: to, token: change.token }}
          submitLabel={t("Move folder")}
          cancelHref={backHref}
        >
          {keepsList && <p>{t("The folder has its own list, which goes with it.")}</p>}
          <AccessChangeCallout change={change} />
          {links && <AttachedPlaces base={base} links={links} />}
        </OperationForm>
      </Panel>
    );
  }
  const {
    files,
    to: target,
    change,
  } = await execute(previewFilesMove, { documentIds: [...cut.documentIds], toFolderId: to });
  const links =
    change.loseCount > 0 && may(previewLinks)
      ? await execute(previewLinks, { documentIds: [...cut.documentIds] })
      : null;
  return (
    <Panel
      title={t("{count, plural, one {Move # file} other {Move # files}} to “{place}”?", {
        count: files.length,
        place: target.name,
      })}
    >
      <OperationForm
        action={action(moveFiles, `${documents}/${target.id}`)}
        hidden={{ toFolderId: to, token: change.token }}
        submitLabel={t("Move files")}
        cancelHref={backHref}
      >
        {files.map(({ id }) => (
          <input key={id} type="hidden" name="documentIds" value={id} />
        ))}
        <p className="wrap-anywhere">{files.map(({ name }) => name).join(", ")}</p>
        <AccessChangeCallout change={change} />
        {links && <AttachedPlaces base={base} links={links} />}
      </OperationForm>
    </Panel>
  );
}
