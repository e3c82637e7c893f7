import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { AttachedDocument } from "@/lib/workspace/core/schema";

type Props = {
  attached: readonly AttachedDocument[];
  /** Of the account: `/a/0190…`. */
  base: string;
  /** For those who may take off all of them, or only their own. */
  detach?: { action: FormAction; hidden: Record<string, string>; all: boolean };
};

/** Documents attached to something. Each is opened under its own access; of those that don't open there is no name. */
export const AttachedDocuments = ({ attached, base, detach }: Props) =>
  attached.length === 0 ? null : (
    <ul aria-label={t("Attached documents")} className="mt-2 flex flex-col gap-1">
      {attached.map((one) => (
        <li
          key={one.id}
          className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-line px-3 py-2 wrap-anywhere"
        >
          <Icon name="file-text" className="size-4 shrink-0 text-ink-soft" />
          <div className="min-w-0 flex-1 basis-48">
            <Name one={one} base={base} />
          </div>
          {detach && (detach.all || one.mine) && (
            <OperationForm
              action={detach.action}
              hidden={{ ...detach.hidden, attachmentId: one.id }}
              label={t("Take off {name}", { name: one.document?.name ?? t("the paper") })}
              submitLabel={t("Take off")}
              submitVariant="ghost"
              submitSize="sm"
            />
          )}
        </li>
      ))}
    </ul>
  );

function Name({ one: { document, version, newer, addedByName }, base }: { one: AttachedDocument; base: string }) {
  if (document === null)
    return (
      <>
        <span className="text-ink-soft">{t("A paper that you can't open.")}</span>{" "}
        <span className="text-sm text-ink-soft">
          {t("Ask {name}, who attached it, or an administrator for access to its folder.", { name: addedByName })}
        </span>
      </>
    );
  const api = base.replace("/a/", "/api/v1/accounts/");
  return (
    <>
      <TextLink href={`${base}/documents/files/${document.id}`}>{document.name}</TextLink>{" "}
      <span className="text-sm text-ink-soft">
        {t("Version {number}", { number: version })}
        {newer && (
          <>
            {" · "}
            <TextLink href={`${api}/documents/${document.id}/download?version=${version}`}>
              {t("Download this version; the file has a newer one")}
            </TextLink>
          </>
        )}
      </span>
    </>
  );
}
