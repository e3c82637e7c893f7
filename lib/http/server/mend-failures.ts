import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "@/lib/platform/kernel/response-status";
import { msg } from "@/lib/platform/language/msg";
import { answerPlainly } from "./answer-plainly";
import { keptBody } from "./kept-body";
import type { PlainAnswer } from "./plain-answer";
import { takeOver } from "./take-over";

/**
 * Replaces responses in which Next reports a server error: 500 if the database is down or a form is malformed, and a
 * bare word if a form is from before an update. Returns what is known of the pending response.
 */
export function mendFailures(request: IncomingMessage, response: ServerResponse): Answer {
  const answer = answerOf(response);
  const body = isForm(request) ? keptBody(request) : null;
  takeOver(response, (status) => {
    if (isStale(request, response)) {
      return (writer) => void body?.typed().then((typed) => answerPlainly(request, writer, { ...staleForm, typed }));
    }
    const plain = status < 500 ? null : answer.outage ? unavailable : answer.actionBegun ? null : unread(body);
    return plain && ((writer) => answerPlainly(request, writer, plain));
  });
  return answer;
}

const answerOf = (response: ServerResponse): Answer => ({
  get statusCode() {
    return response.statusCode;
  },
  set statusCode(status) {
    response.statusCode = status;
  },
  setHeader: (name, value) => response.setHeader(name, value),
});

const isForm = ({ method, headers }: IncomingMessage): boolean =>
  method === "POST" &&
  (headers["next-action"] !== undefined || /^multipart\/form-data\b/i.test(headers["content-type"] ?? ""));

/** With a script, the form itself says so and keeps the input. */
const isStale = (request: IncomingMessage, response: ServerResponse): boolean =>
  response.hasHeader("x-nextjs-action-not-found") && request.headers["next-action"] === undefined;

const unread = (body: ReturnType<typeof keptBody> | null): PlainAnswer | null =>
  body && (body.tooLarge() ? tooLargeForm : unreadableForm);

const unavailable: PlainAnswer = {
  status: 503,
  title: msg("Temporarily unavailable"),
  detail: msg("The portal is temporarily unavailable. Try again in a moment."),
  headers: { "retry-after": "5" },
};

const unreadableForm: PlainAnswer = {
  status: 400,
  title: msg("The form could not be read"),
  detail: msg("The form could not be read. Reload the page and try again."),
};

const tooLargeForm: PlainAnswer = {
  status: 413,
  title: msg("The form is too large"),
  detail: msg("A form can hold a file of up to 1 MB and 256 kB of text. Send less at once."),
};

const staleForm: PlainAnswer = {
  status: 409,
  title: msg("The portal was updated"),
  detail: msg(
    "The portal was updated since you opened this form, so nothing was saved. Reload the page and submit it again.",
  ),
};
