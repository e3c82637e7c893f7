import type { FormState } from "@/lib/platform/kernel/form-state";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, Command } from "@/lib/platform/operations/operation";
import { failedForm, textFields } from "./form-failure";
import { fromStrings } from "./from-strings";
import { requireOwnOrigin } from "./origin";
import { operations } from "./registry";

/** What became of each row of a form, in its order. */
export interface EachResult {
  readonly done: readonly { readonly label: string; readonly accountId: string; readonly result: unknown }[];
  readonly failed: readonly { readonly label: string; readonly message: string }[];
}

interface Submission {
  readonly origin: string | null;
  readonly operationName: string;
  readonly form: FormData;
}

/** More than a page of any list has. */
const MOST_ROWS = 100;

const byName = new Map<string, AnyOperation>(operations.map((operation) => [operation.name, operation]));

/**
 * Submits a form about chosen rows of a list: executes the operation once for each, as a request of its own with its own
 * access check, transaction and entry in the activity log. One that fails holds up no other. A `row` field is a query string of
 * its account, its label for messages, and input of its own; all other fields are input of every row.
 */
export async function submitEach(caller: Caller, { origin, operationName, form }: Submission): Promise<FormState> {
  const fields = textFields(form);
  try {
    requireOwnOrigin(origin);
    const operation = byName.get(operationName);
    if (operation?.kind !== "command" || operation.scope !== "account" || operation.once) {
      throw notFound(t("Form not found. Reload the page and try again."));
    }
    const rows = fields.filter(([name]) => name === "row").map(([, value]) => new URLSearchParams(value));
    if (rows.length === 0) throw new Problem("invalid", t("Select at least one row."));
    if (rows.length > MOST_ROWS) throw new Problem("invalid", t("Select at most {count} rows.", { count: MOST_ROWS }));
    const shared = fields.filter(([name]) => name !== "row" && name !== "idempotencyKey");
    return { status: "done", result: await executeEach(caller, operation, rows, shared) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return failedForm(error, fields);
  }
}

async function executeEach(
  caller: Caller,
  operation: Command,
  rows: readonly URLSearchParams[],
  shared: readonly [string, string][],
): Promise<EachResult> {
  const done: EachResult["done"][number][] = [];
  const failed: EachResult["failed"][number][] = [];
  for (const row of rows) {
    const label = row.get("label") ?? "";
    const accountId = row.get("account") ?? "";
    try {
      if (!id.safeParse(accountId).success) throw notFound();
      const own = [...row].filter(([name]) => name !== "label" && name !== "account");
      const input = fromStrings(operation.input, [...shared, ...own]);
      done.push({ label, accountId, result: await execute(caller, accountId, operation, input) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed.push({ label, message: error.detail });
    }
  }
  return { done, failed };
}
