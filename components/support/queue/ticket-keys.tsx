"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isTyping } from "./is-typing";
import { lastQueue } from "./last-queue";

/** The parts of a ticket's page that have a form, by the keys of the queue. */
const parts: Readonly<Record<string, string>> = { r: "reply", n: "note" };

/**
 * The queue's keys on a ticket: `r` and `n` go to its forms, Ctrl+Enter sends the one being written, `u` goes back. A link from
 * the queue can name the form, too.
 */
export function TicketKeys({ queue }: { queue: string }) {
  const router = useRouter();
  useEffect(() => {
    focusForm(location.hash.slice(1));
    function press(event: KeyboardEvent) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) sendForm(event);
      if (isTyping(event)) return;
      const part = parts[event.key];
      if (part !== undefined) focusForm(part);
      else if (event.key === "u") router.push(lastQueue() ?? queue);
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [queue, router]);
  return null;
}

function focusForm(part: string): void {
  if (!Object.values(parts).includes(part)) return;
  document.querySelector<HTMLTextAreaElement>(`#${part} textarea`)?.focus();
}

/** As the form's own button would, and not as that of a preview. The next key is one of the page's again. */
function sendForm(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLTextAreaElement) || target.form === null) return;
  event.preventDefault();
  target.form.requestSubmit();
  if (target.form.checkValidity()) target.blur();
}
