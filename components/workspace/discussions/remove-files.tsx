import { Checkbox } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/fieldset";
import { fileSize } from "@/components/ui/file-size";
import { t } from "@/lib/platform/language/t";
import type { ReplyItem } from "@/lib/workspace/discussions/schema";

type RemoveFilesProps = { attachments: ReplyItem["attachments"]; locale: string };

/** The files of a post that is being edited: a tick takes one off. */
export function RemoveFiles({ attachments, locale }: RemoveFilesProps) {
  if (attachments.length === 0) return null;
  return (
    <Fieldset
      name="removeFiles"
      legend={t("Remove files")}
      hint={t("They are deleted for good. Their names stay in the earlier versions.")}
    >
      {attachments.map(({ id, name, size }) => (
        <Checkbox
          key={id}
          name="removeFiles"
          value={id}
          label={<span className="wrap-anywhere">{name}</span>}
          hint={fileSize(size, locale)}
        />
      ))}
    </Fieldset>
  );
}
