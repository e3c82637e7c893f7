import { showToast } from "@/components/ui/toast-store";
import type { FormSubmit } from "@/lib/platform/kernel/form-state";

/**
 * The same submission, whose success a toast says if the form is in a dialog. Not left to the form: it may be gone by then, with the
 * row that it was about.
 */
export function toldInDialog(send: FormSubmit, formId: string, doneMessage: string | undefined): FormSubmit {
  // On the server the action itself, so that the form works without JavaScript.
  if (typeof window === "undefined") return send;
  return async (previous, form) => {
    const inDialog = Boolean(document.getElementById(formId)?.closest("dialog"));
    const state = await send(previous, form);
    const message = state.status === "done" ? (state.message ?? doneMessage) : undefined;
    if (inDialog && message) showToast({ kind: "success", message });
    return state;
  };
}
