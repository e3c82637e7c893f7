import { Dialog } from "@/components/ui/dialog";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { KEYS_DIALOG } from "./keys-dialog-id";

/** By the key that is pressed, where it isn't what it writes. */
const ENTER = "enter";
const SEND = "send";

const keys = [
  ["j", msg("Next ticket")],
  ["k", msg("Previous ticket")],
  [ENTER, msg("Open ticket@@key")],
  ["r", msg("Reply@@key")],
  ["n", msg("Add note")],
  [SEND, msg("Send the reply or note")],
  ["a", msg("Assign to me")],
  ["e", msg("Close ticket")],
  ["x", msg("Select ticket")],
  ["u", msg("Back to the queue")],
  ["/", msg("Search")],
  ["?", msg("Show these keys")],
] as const;

/** The keys of the queue, for those who look for them. */
export function KeysDialog() {
  return (
    <Dialog
      id={KEYS_DIALOG}
      title={t("Keyboard shortcuts")}
      description={t("Keys act on the selected tickets, or on the one in focus.")}
    >
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {keys.map(([key, label]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-block min-w-6 rounded-sm border border-line-strong bg-sunken px-1.5 text-center text-sm">
                {nameOf(key)}
              </kbd>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function nameOf(key: string): string {
  if (key === ENTER) return t("Enter@@keyboard");
  return key === SEND ? t("Ctrl+Enter@@keyboard") : key;
}
