"use client";

import { type SubmitEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { t } from "@/lib/platform/language/t";

export type ReplyPickerProps = {
  replies: { id: string; title: string }[];
  /** The address of a ticket's canned replies in the API. */
  endpoint: string;
  /** The id of the element around the reply form. */
  into: string;
};

/**
 * Inserts a canned reply where the cursor is in the reply. Without a script the page is loaded again with the text in its
 * form.
 */
export function ReplyPicker({ replies, endpoint, into }: ReplyPickerProps) {
  const id = useId();
  const [failure, setFailure] = useState<string>();

  async function insert(event: SubmitEvent<HTMLFormElement>) {
    const field = document.querySelector<HTMLTextAreaElement>(`#${into} textarea`);
    const chosen = new FormData(event.currentTarget).get("canned");
    if (field === null || typeof chosen !== "string") return;
    event.preventDefault();
    try {
      const answer = await fetch(`${endpoint}/${chosen}`, { signal: AbortSignal.timeout(10_000) });
      if (!answer.ok) throw new Error(String(answer.status));
      const { text } = (await answer.json()) as { text: string };
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
      setFailure(undefined);
    } catch {
      setFailure(t("The canned reply couldn't be loaded. Try again."));
    }
  }

  return (
    <form method="get" action={`#${into}`} onSubmit={insert} className="mb-4 flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">
          {t("Canned reply")}
        </label>
        <Select id={id} name="canned" options={replies.map(({ id: value, title }) => ({ value, label: title }))} />
      </div>
      <Button type="submit">{t("Insert")}</Button>
      <p role="status" className="basis-full text-sm text-danger-text empty:hidden">
        {failure}
      </p>
    </form>
  );
}
