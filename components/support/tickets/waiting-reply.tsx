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
  /** The newest message shown with it. */
  seen: string | undefined;
  mayReply: boolean;
  undo: FormAction;
  send: FormAction;
  now: Date;
};

/** One's own reply that isn't sent yet: what it says, how long it can be undone, and both ways out. */
export function WaitingReply({ reply, ticketId, seen, mayReply, undo, send, now }: WaitingReplyProps) {
  const { id: draftId, body, files, sendAt, heldBack, overtaken } = reply;
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
  const bothWays = (
    <>
      {takeBack}
      <OperationForm
        action={send}
        hidden={{ ...hidden, seen }}
        label={t("Send now")}
        submitLabel={t("Send now")}
        submitVariant="ghost"
      />
    </>
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
          <Callout
            kind="warning"
            title={t("This reply wasn't sent")}
            actions={overtaken && mayReply ? bothWays : takeBack}
          >
            {overtaken
              ? t(
                  "There were new messages in this ticket that you hadn't seen. Read them above, then send it or take it back.",
                )
              : t("You could no longer reply to this ticket when it was due. Nobody else has seen it.")}
          </Callout>
        ) : (
          <Callout role="status" title={t("Only you can see this reply so far")} actions={bothWays}>
            <SendCountdown leftMs={new Date(sendAt).getTime() - now.getTime()} />
          </Callout>
        )}
      </div>
    </article>
  );
}
