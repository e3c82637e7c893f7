import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { TicketDetail, TicketRating } from "@/lib/support/tickets/schema";

export type RatingPanelProps = { ticket: TicketDetail; rate: FormAction; format: ViewerFormat };

/** How a closed ticket was handled: the question for customers, and the answer for everyone. */
export function RatingPanel({ ticket, rate, format }: RatingPanelProps) {
  const { id: ticketId, rating, allowed } = ticket;
  if (!rating && !allowed.rate) return null;
  return (
    <Panel id="rating" title={rating ? t("Rating") : t("How did we handle your ticket?")}>
      <div className="flex flex-col gap-4">
        {rating && <Given rating={rating} format={format} />}
        {allowed.rate && (
          <OperationForm action={rate} hidden={{ ticketId }} label={t("Rate this ticket")}>
            <Field name="comment" label={t("Comment")}>
              <Textarea
                rows={2}
                defaultValue={rating?.comment ?? undefined}
                placeholder={t("What went well, what didn't?")}
              />
            </Field>
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="score" value="good" variant={rating?.score === "good" ? "primary" : "secondary"}>
                {t("Good@@rating")}
              </SubmitButton>
              <SubmitButton name="score" value="bad" variant={rating?.score === "bad" ? "primary" : "secondary"}>
                {t("Bad@@rating")}
              </SubmitButton>
            </div>
          </OperationForm>
        )}
      </div>
    </Panel>
  );
}

function Given({ rating, format }: { rating: TicketRating; format: ViewerFormat }) {
  const { score, comment, ratedByName, ratedByMe, ratedAt } = rating;
  return (
    <div>
      <p className="flex flex-wrap items-center gap-2">
        {score === "good" ? (
          <Badge tone="success">{t("Good@@rating")}</Badge>
        ) : (
          <Badge tone="danger">{t("Bad@@rating")}</Badge>
        )}
        <span className="text-sm wrap-anywhere text-ink-soft">
          {ratedByMe ? t("{name} (you)", { name: ratedByName }) : ratedByName}
          {" · "}
          <DateTime value={ratedAt} format={format} />
        </span>
      </p>
      {comment && <p className="mt-2 whitespace-pre-wrap wrap-anywhere text-ink">{comment}</p>}
    </div>
  );
}
