import { AttachmentField, type AttachmentFieldProps } from "@/components/ui/attachments/attachment-field";
import { Checkbox } from "@/components/ui/checkbox";
import { MarkdownField } from "@/components/ui/markdown-field";
import { MentionSuggestions } from "@/components/ui/mention-suggestions";
import { t } from "@/lib/platform/language/t";

export type PostFieldsProps = {
  label: string;
  rows?: number;
  defaultValue?: string;
  placeholder?: string;
  /** Who can be mentioned by name. */
  names: readonly string[];
  /** Whether the author may invite people to the group whom they mention. */
  mayInvite: boolean;
  files: AttachmentFieldProps;
};

/** The text of a post. */
export function PostFields({ label, rows = 5, defaultValue, placeholder, names, mayInvite, files }: PostFieldsProps) {
  return (
    <>
      {/* What Enter in a field presses: the first button of the form, which would be the preview. */}
      <button type="submit" hidden tabIndex={-1} />
      <MarkdownField name="message" label={label} rows={rows} defaultValue={defaultValue} placeholder={placeholder}>
        <MentionSuggestions names={names} />
      </MarkdownField>
      <AttachmentField {...files} />
      {mayInvite && (
        <Checkbox
          name="inviteMentioned"
          value="true"
          label={t("Invite people I mention")}
          hint={t("Those who can't see this private group yet. Without it, a post that mentions them isn't sent.")}
        />
      )}
    </>
  );
}
