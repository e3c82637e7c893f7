import { confirmIdentity } from "@/lib/identity/two-factor/confirm-identity";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { id } from "@/lib/platform/kernel/ids";
import { renderMarkdown } from "@/lib/platform/kernel/markdown/render-markdown";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { readIdempotencyKey } from "@/lib/platform/operations/idempotency";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { failedForm, fileFields, textFields, typedValues } from "./form-failure";
import { fromStrings } from "./from-strings";
import { requireOwnOrigin } from "./origin";
import { operations } from "./registry";

const byName = new Map<string, AnyOperation>(operations.map((operation) => [operation.name, operation]));

interface Submission {
  readonly origin: string | null;
  readonly operationName: string;
  readonly accountId: string | null;
  readonly form: FormData;
}

/**
 * Submits any page's form: executes `operationName` with its fields as input. A Problem becomes form state with the
 * input kept; secrets are not sent back. Pages bind the operation and the account, but callers can forge them, so they
 * are no more trusted than fields.
 */
export async function submitForm(
  caller: Caller,
  { origin, operationName, accountId, form }: Submission,
): Promise<FormState> {
  const fields = textFields(form);
  try {
    requireOwnOrigin(origin);
    const operation = byName.get(operationName);
    if (operation === undefined || operation.kind !== "command")
      throw notFound(t("Form not found. Reload the page and try again."));
    if (accountId !== null && !id.safeParse(accountId).success) throw notFound(t("Account not found."));
    const key = fields.find(([name]) => name === "idempotencyKey")?.[1];
    const idempotencyKey = readIdempotencyKey(operation, key);
    refuseLongText(fields);
    const shown = fields.find(([name]) => name === "preview")?.[1];
    if (shown !== undefined) return previewOf(shown, fields);
    refuseLooseFiles(operation, form);
    const files = operation.http.largestBody === undefined ? [] : await fileFields(form);
    const input = fromStrings(operation.input, [...fields.filter(isInput(operation)), ...files]);
    await confirmFirst(caller, operation, fields);
    const result = await execute(caller, accountId, operation, input, { idempotencyKey });
    return { status: "done", result };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return failedForm(error, fields);
  }
}

const isConfirmation = (name: string): boolean => name === "confirmationSecret" || name === "confirmationPasskey";

const isInput =
  (operation: AnyOperation) =>
  ([name]: [string, string]): boolean =>
    name !== "idempotencyKey" && (operation === confirmIdentity || !isConfirmation(name));

/** What the form was asked for before a sensitive operation, sent with all else that it holds. */
async function confirmFirst(caller: Caller, operation: AnyOperation, fields: readonly [string, string][]) {
  if (operation === confirmIdentity) return;
  const given = fields.filter(([name, value]) => isConfirmation(name) && value !== "");
  if (given.length > 0) await execute(caller, null, confirmIdentity, Object.fromEntries(given));
}

/** Sent before the page's script could upload them. They must not be lost without a word. */
function refuseLooseFiles({ input }: AnyOperation, form: FormData): void {
  const isTaken = "attachmentIds" in (input.shape as object);
  const loose = form.getAll("files").some((file) => file instanceof File && file.size > 0);
  if (isTaken && loose) {
    throw invalidField("attachmentIds", t("Upload the chosen files first, then send your message. Choose them again."));
  }
}

/** The text of one field as it would look. It belongs to whoever typed it, and nothing is read or written. */
function previewOf(field: string, fields: readonly [string, string][]): FormState {
  const typed = fields.filter(([name]) => name !== "preview");
  const text = typed.find(([name]) => name === field)?.[1] ?? "";
  return { status: "previewed", html: renderMarkdown(text), values: typedValues(typed) };
}

const LONGEST_TEXT = 256 * 1024;

/** Only files may be larger. */
function refuseLongText(fields: readonly [string, string][]): void {
  const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (size > LONGEST_TEXT)
    throw new Problem("too-large", t("A form can hold up to 256 kB of text. Shorten it and try again."));
}
