import { Callout } from "@/components/ui/callout";
import { Markdown } from "@/components/ui/markdown";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { WaitingReply as Waiting } from "@/lib/support/tickets/schema";
import { SendCountdown } from "./send-countdown";

export type WaitingReplyProps = {
  reply: Waiting;
  ticketId: string;
  undo: FormAction;
  send: FormAction;
  now: Date;
};

/** One's own reply that isn't sent yet: what it says, how long it can be undone, and both ways out. */
export function WaitingReply({ reply, ticketId, undo, send, now }: WaitingReplyProps) {
  const { id: draftId, body, files, sendAt, heldBack } = reply;
  const hidden = { ticketId, draftId };
  const takeBack = (
    <OperationForm
      action={undo}
      hidden={hidden}
      label={t("Undo")}
      submitLabel={heldBack ? t("Take back") : t("Undo")}
      submitVariant="secondary"
    />
  );
  return (
    <article
      aria-label={t("Your reply, not sent yet")}
      className="scroll-mt-4 scroll-mb-24 rounded-lg border border-dashed border-line-strong"
    >
      <Markdown text={body} className="px-4 pt-3 pb-1 text-ink" />
      {files.length > 0 && (
        <p className="px-4 pb-1 text-sm text-ink-soft wrap-anywhere">
          {t("Files: {names}", { names: files.join(", ") })}
        </p>
      )}
      <div className="p-3">
        {heldBack ? (
          <Callout kind="warning" title={t("This reply wasn't sent")} actions={takeBack}>
            {t("You could no longer reply to this ticket when it was due. Nobody else has seen it.")}
          </Callout>
        ) : (
          <Callout
            role="status"
            title={t("Only you can see this reply so far")}
            actions={
              <>
                {takeBack}
                <OperationForm
                  action={send}
                  hidden={hidden}
                  label={t("Send now")}
                  submitLabel={t("Send now")}
                  submitVariant="ghost"
                />
              </>
            }
          >
            <SendCountdown leftMs={new Date(sendAt).getTime() - now.getTime()} />
          </Callout>
        )}
      </div>
    </article>
  );
}
