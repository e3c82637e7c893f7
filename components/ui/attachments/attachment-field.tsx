"use client";

import { type ChangeEvent, useEffect, useId, useRef } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { FieldError } from "@/components/ui/field-error";
import { Fieldset } from "@/components/ui/fieldset";
import { Icon } from "@/components/ui/icon";
import type { Destination } from "@/components/ui/upload-file";
import type { WaitingFiles } from "@/lib/platform/files/schema";
import { t } from "@/lib/platform/language/t";
import { UploadRow } from "./upload-row";
import { useUploads } from "./use-uploads";

export type AttachmentFieldProps = {
  /** Where they are sent, and what they are for. */
  destination: Destination;
  /** Of the field: two of them may be on a page. */
  id?: string;
  /** What was uploaded before and not sent yet, and the limits. */
  waiting: WaitingFiles;
  locale: string;
};

/**
 * Files for a message: chosen, dropped on the form, pasted, or taken with a phone's camera. Each is uploaded at once, and
 * the form sends only its id. Without JavaScript, a button of its own uploads what was chosen.
 */
export function AttachmentField({ destination, id: fieldId = "message-files", waiting, locale }: AttachmentFieldProps) {
  const { uploads, largestMegabytes: megabytes, most } = waiting;
  const id = useId();
  const { items, tooMany, add, remove, retry, clear } = useUploads(destination, uploads, most);
  const input = useRef<HTMLInputElement>(null);
  const action = addressOf(destination);
  const isBusy = items.some(({ state }) => state === "waiting" || state === "sending");
  const hasFailed = items.some(({ state }) => state === "failed");

  useFormFiles(input, add, clear);
  useEffect(() => {
    const reason = isBusy
      ? t("Wait until all files have been uploaded.")
      : t("Remove the files that couldn't be uploaded, or try again.");
    input.current?.setCustomValidity(isBusy || hasFailed ? reason : "");
  }, [isBusy, hasFailed]);

  function choose({ currentTarget }: ChangeEvent<HTMLInputElement>): void {
    add([...(currentTarget.files ?? [])]);
    currentTarget.value = "";
  }

  return (
    <Fieldset
      name="attachmentIds"
      legend={t("Files")}
      hint={
        <>
          {t("Up to {most} files of {megabytes} MB each.", { most, megabytes })}{" "}
          <span className="max-sm:hidden pointer-coarse:hidden noscript:hidden">
            {t("You can also drop or paste them here.")}
          </span>
        </>
      }
      className="attachments"
    >
      {/* The first button of a form is what the Enter key presses: not one that uploads or removes a file. */}
      <button type="submit" hidden />
      <div id={fieldId} className="flex flex-col gap-2">
        {items.length > 0 && (
          <ul className="flex flex-col gap-2">
            {items.map((item) => (
              <UploadRow
                key={item.key}
                item={item}
                locale={locale}
                removeAction={`${action}${action.includes("?") ? "&" : "?"}remove=${item.id ?? ""}`}
                onRemove={() => remove(item)}
                onRetry={() => retry(item)}
              />
            ))}
          </ul>
        )}
        {tooMany && (
          <FieldError id={`${id}-many`} messages={[t("A message can have up to {count} files.", { count: most })]} />
        )}
        <div className="flex flex-wrap items-center gap-2">
          <label className={buttonClass("secondary", "md", "text", "relative cursor-pointer focus-within:outline-2")}>
            <Icon name="paperclip" />
            {t("Attach files")}
            <input
              ref={input}
              type="file"
              name="files"
              multiple
              onChange={choose}
              className="sr-only noscript:not-sr-only noscript:max-w-56 noscript:text-sm"
            />
          </label>
          <label
            className={buttonClass(
              "secondary",
              "md",
              "text",
              "relative hidden cursor-pointer focus-within:outline-2 max-sm:inline-flex pointer-coarse:inline-flex noscript:hidden",
            )}
          >
            <Icon name="camera" />
            {t("Take a photo")}
            <input type="file" accept="image/*" capture="environment" onChange={choose} className="sr-only" />
          </label>
          <button
            type="submit"
            formAction={action}
            formMethod="post"
            formEncType="multipart/form-data"
            formNoValidate
            className={buttonClass("secondary", "md", "text", "hidden noscript:inline-flex")}
          >
            {t("Upload")}
          </button>
        </div>
        <p className="hidden text-sm text-ink-soft noscript:block">
          {t("Upload files before you write: the page is loaded again.")}
        </p>
      </div>
    </Fieldset>
  );
}

const addressOf = ({ url, about }: Destination): string =>
  Object.keys(about).length === 0 ? url : `${url}?${new URLSearchParams(about)}`;

/** Files that are dropped on the form around the input or pasted into it, or were chosen before the page had its script. */
function useFormFiles(
  input: React.RefObject<HTMLInputElement | null>,
  add: (files: readonly File[]) => void,
  clear: () => void,
): void {
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  useEffect(() => {
    const { current: field } = input;
    const form = field?.form;
    if (!field || !form) return;
    if (field.files?.length) {
      latest.current([...field.files]);
      field.value = "";
    }
    const take = (event: Event, files: FileList | undefined) => {
      if (!files?.length) return;
      event.preventDefault();
      latest.current([...files]);
    };
    const listening = new AbortController();
    const { signal } = listening;
    form.addEventListener("paste", (event) => take(event, event.clipboardData?.files), { signal });
    form.addEventListener("drop", (event) => take(event, event.dataTransfer?.files), { signal });
    form.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault(), { signal });
    form.addEventListener("reset", clear, { signal });
    return () => listening.abort();
  }, [input, clear]);
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;
