import type { Caller } from "@/lib/access/caller";
import type { AnyOperation } from "@/lib/access/operation";
import { perform } from "@/lib/access/perform";
import type { FormState } from "@/lib/kernel/form-state";
import { notFound, Problem } from "@/lib/kernel/problem";
import { failedForm, textFields } from "./form-failure";
import { fromStrings } from "./from-strings";
import { operations } from "./registry";

const byName = new Map<string, AnyOperation>(operations.map((operation) => [operation.name, operation]));

/**
 * A form of any page: `operationName` with the fields of the form as its input. A Problem becomes the state that the
 * form shows beside its fields, what was typed included; secrets are not sent back.
 */
export async function submitForm(
  caller: Caller,
  operationName: string,
  accountId: string | null,
  form: FormData,
): Promise<FormState> {
  const fields = textFields(form);
  try {
    const operation = byName.get(operationName);
    if (operation === undefined || operation.kind !== "command") throw notFound("There is no such form.");
    const key = fields.find(([name]) => name === "idempotencyKey")?.[1];
    const input = fromStrings(
      operation.input,
      fields.filter(([name]) => name !== "idempotencyKey"),
    );
    const result = await perform(caller, accountId, operation, input, key === undefined ? {} : { idempotencyKey: key });
    return { status: "done", result };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return failedForm(error, fields);
  }
}
