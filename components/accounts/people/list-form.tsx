"use client";

import { type ChangeEvent, useId, useState } from "react";
import { Callout } from "@/components/ui/callout";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { useForm } from "@/components/ui/form-context";
import { OperationForm } from "@/components/ui/operation-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { Textarea } from "@/components/ui/textarea";
import { decodeText } from "@/lib/platform/kernel/decode-text";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

type Row = { line: number; name: string; email: string; roles: string; endsAt: string; problem: string | null };
type Checked = { rows: Row[]; addable: number; digest: string; added: number | null; list: string };

type ListFormProps = { action: FormAction; idempotencyKey: string; invitationsHref: string };

/** Invites many people: a list is checked first, and then everyone on it who can be is invited. */
export function ListForm({ action, idempotencyKey, invitationsHref }: ListFormProps) {
  return (
    <OperationForm action={action} idempotencyKey={idempotencyKey}>
      <Content invitationsHref={invitationsHref} />
    </OperationForm>
  );
}

function Content({ invitationsHref }: { invitationsHref: string }) {
  const { state } = useForm();
  const checked = state.status === "done" ? (state.result as Checked) : null;
  if (checked !== null && checked.added !== null) {
    return (
      <Callout
        kind="success"
        role="status"
        title={t("{count, plural, one {# person was} other {# people were}} invited", { count: checked.added })}
      >
        {t("Their invitations are sent within a few minutes.")}{" "}
        <TextLink href={invitationsHref}>{t("Open the invitations")}</TextLink>
      </Callout>
    );
  }
  return (
    <>
      <List typed={checked?.list} />
      {checked && <Result {...checked} />}
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant={checked && checked.addable > 0 ? "secondary" : "primary"} pendingLabel={t("Checking…")}>
          {checked ? t("Check again") : t("Check the list")}
        </SubmitButton>
        {checked && checked.addable > 0 && (
          <SubmitButton name="digest" value={checked.digest} pendingLabel={t("Inviting…")}>
            {t("Invite {count, plural, one {# person} other {# people}}", { count: checked.addable })}
          </SubmitButton>
        )}
      </div>
    </>
  );
}

function List({ typed }: { typed: string | undefined }) {
  const fileId = useId();
  const [isText, setIsText] = useState(true);
  async function read(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.currentTarget.files ?? [];
    const field = event.currentTarget.form?.elements.namedItem("list");
    if (!file || !(field instanceof HTMLTextAreaElement)) return;
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    setIsText(text !== null);
    if (text !== null) field.value = text;
  }
  return (
    <>
      <Field
        name="list"
        label={t("List")}
        hint={t("CSV: the first line names the columns name, email, roles and, if needed, ends at (YYYY-MM-DD).")}
        required
      >
        <Textarea
          rows={8}
          spellCheck={false}
          defaultValue={typed}
          placeholder={"name,email,roles,ends at\nAda Byron,ada@example.com,billing,"}
          className="max-h-80 font-mono text-sm"
        />
      </Field>
      <div className="needs-script flex flex-col gap-1.5">
        <label htmlFor={fileId} className="text-sm font-medium text-ink">
          {t("Or choose a file")}
        </label>
        <input
          id={fileId}
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={read}
          aria-describedby={isText ? undefined : `${fileId}-error`}
          className={cx(controlClass, "px-2.5 py-1.5")}
        />
        <FieldError
          id={`${fileId}-error`}
          messages={isText ? [] : [t("This file contains no text. Choose a CSV file.")]}
        />
      </div>
    </>
  );
}

function Result({ rows, addable }: Checked) {
  const wrong = rows.filter(({ problem }) => problem !== null);
  return (
    <div role="status" className="flex flex-col gap-3">
      <Callout
        kind={wrong.length > 0 ? "warning" : "success"}
        title={t("{count, plural, one {# person} other {# people}} can be invited", { count: addable })}
      >
        {wrong.length > 0 &&
          t("{count, plural, one {# line} other {# lines}} will be left out.", { count: wrong.length })}
      </Callout>
      {wrong.length > 0 && (
        <ul className="max-h-72 divide-y divide-line overflow-auto rounded-lg border border-line" tabIndex={-1}>
          {wrong.map(({ line, name, email, problem }) => (
            <li key={line} className="px-3 py-2 text-sm">
              <span className="font-medium text-ink">
                {t("Line {line}", { line })}: {name || email || "–"}
              </span>
              <span className="block text-ink-soft">{problem}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
