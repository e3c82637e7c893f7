/**
 * The result of a form action, from which the form is rendered.
 *
 * - `invalid`: nothing was written; `fields` maps a field name to its messages, `values` is what was typed (never a
 *   password or another secret) so that the form can show it again.
 *   `seen` is set if it was about something newer than the page showed: the page is then shown anew, and the same form sent
 *   again confirms it.
 * - `previewed`: nothing was written; `html` is the text of one field as it would look, made safe.
 * - `refused`: the viewer is denied; `message` says why and who can change that, `permission` is the catalogue key.
 * - `done`: written; `result` is a DTO for the form to show, for example a secret that is shown once.
 */
export type FormState =
  | { status: "idle" }
  | {
      status: "invalid";
      message: string;
      fields: Record<string, string[]>;
      values: Record<string, string | string[]>;
      seen?: string;
      /** Who is asking has to be confirmed first: the form asks for it and is sent again as it is. */
      confirm?: true;
    }
  | { status: "previewed"; html: string; values: Record<string, string | string[]> }
  | { status: "refused"; message: string; permission?: string }
  | { status: "done"; message?: string; result?: unknown };

/** The signature `useActionState` calls, on the server or in the browser. */
export type FormSubmit = (previous: FormState, data: FormData) => Promise<FormState>;

/** Length limits of text fields, by name; `*` matches any index in a list. */
export type FieldLimits = Readonly<Record<string, { minLength?: number; maxLength?: number }>>;

/** A form's action, with the limits of its fields where known. */
export type FormAction = FormSubmit | { readonly send: FormSubmit; readonly limits: FieldLimits };

export const idleForm: FormState = { status: "idle" };
