"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { useForm } from "@/components/ui/form-context";
import { MarkdownHtml } from "@/components/ui/markdown-html";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { t } from "@/lib/platform/language/t";

export type MarkdownFieldProps = {
  name: string;
  label: string;
  hint?: string;
  hideLabel?: boolean;
  /** It may be left empty. */
  optional?: boolean;
  rows?: number;
  placeholder?: string;
  defaultValue?: string | undefined;
  className?: string;
  /** Beside the preview button: whether the draft is saved, suggestions. */
  children?: ReactNode;
};

/** A text in Markdown with its preview, which the server makes: so it works without scripts, and keeps what was typed. */
export function MarkdownField(props: MarkdownFieldProps) {
  const {
    name,
    label,
    hint,
    hideLabel,
    optional = false,
    rows,
    placeholder,
    defaultValue,
    className,
    children,
  } = props;
  const { state } = useForm();
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Field name={name} label={label} hint={hint} hideLabel={hideLabel} required={!optional}>
        <Textarea rows={rows} placeholder={placeholder} defaultValue={defaultValue} className={className} />
      </Field>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-soft">
        <SubmitButton name="preview" value={name} formNoValidate variant="secondary" size="sm">
          {t("Preview")}
        </SubmitButton>
        <span>{t("**bold**, `code`, lists and links in Markdown")}</span>
        {children}
      </div>
      {state.status === "previewed" && (
        <section aria-label={t("Preview")} className="rounded-lg border border-dashed border-line-strong px-4 py-3">
          <p role="status" className="mb-1.5 text-sm font-medium text-ink-soft">
            {t("Preview, not sent yet")}
          </p>
          {state.html === "" ? (
            <p className="text-ink-soft">{t("Nothing to show yet.")}</p>
          ) : (
            <MarkdownHtml html={state.html} />
          )}
        </section>
      )}
    </div>
  );
}
