"use client";

import { useEffect, useRef } from "react";
import { useForm } from "@/components/ui/form-context";
import { isTyping } from "./is-typing";
import { KEYS_DIALOG } from "./keys-dialog-id";
import { rememberQueue } from "./last-queue";

/**
 * The keys of the queue. They move the focus from row to row, so that a screen reader follows, and press the buttons that
 * are there for everybody: with no ticket chosen, for the one in focus.
 */
export function QueueKeys() {
  const place = useRef<HTMLSpanElement>(null);
  const last = useRef(-1);
  const { state, pending } = useForm();

  // A ticket that left the list takes the focus with it, to what is around the list: the one in its place gets it.
  useEffect(() => {
    if (pending || state.status !== "done" || last.current < 0) return;
    const links = rowLinks(place.current);
    const [first = null] = links;
    if (document.activeElement === first || !document.activeElement?.contains(first)) return;
    links[Math.min(last.current, links.length - 1)]?.focus();
  });

  useEffect(() => {
    function press(event: KeyboardEvent) {
      const form = place.current?.closest("form");
      if (!form || isTyping(event)) return;
      const links = rowLinks(form);
      const here = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
      if (here >= 0) last.current = here;
      const at = here >= 0 ? here : last.current;
      const link = links[here];
      rememberQueue();
      const done = pressed(event.key, { form, links, at, link });
      if (typeof done === "number") last.current = done;
      if (done !== false) event.preventDefault();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return <span ref={place} hidden />;
}

interface Place {
  readonly form: HTMLFormElement;
  readonly links: readonly HTMLAnchorElement[];
  /** The row that has or last had the focus; -1 before the first. */
  readonly at: number;
  readonly link: HTMLAnchorElement | undefined;
}

/** Does what a key stands for: the new row if it moved, false if it stands for nothing. */
function pressed(key: string, { form, links, at, link }: Place): boolean | number {
  switch (key) {
    case "j":
    case "k": {
      const next = Math.max(0, Math.min(links.length - 1, at + (key === "j" ? 1 : -1)));
      links[next]?.focus();
      return next;
    }
    case "r":
    case "n":
      if (link === undefined) return false;
      open(link, key === "r" ? "reply" : "note");
      return true;
    case "x": {
      const box = boxOf(link);
      box?.click();
      return box !== null;
    }
    case "a":
      return submit(form, "assign:me", link);
    case "e":
      return submit(form, "status:closed", link);
    case "/":
      document.querySelector<HTMLInputElement>("main input[type=search]")?.focus();
      return true;
    case "?":
      (document.getElementById(KEYS_DIALOG) as HTMLDialogElement | null)?.showModal();
      return true;
    default:
      return false;
  }
}

const rowLinks = (within: Element | null): HTMLAnchorElement[] => [
  ...(within?.closest("form")?.querySelectorAll<HTMLAnchorElement>("a.row-link") ?? []),
];

const boxOf = (link: HTMLAnchorElement | undefined): HTMLInputElement | null =>
  link?.closest("tr")?.querySelector<HTMLInputElement>("input[name=row]") ?? null;

/** Follows the row's link as a click does, with the form of the ticket's page to go to. */
function open(link: HTMLAnchorElement, part: string): void {
  const href = link.getAttribute("href") ?? "";
  link.setAttribute("href", `${href}#${part}`);
  link.click();
  link.setAttribute("href", href);
}

function submit(form: HTMLFormElement, act: string, link: HTMLAnchorElement | undefined): boolean {
  const button = form.querySelector<HTMLButtonElement>(`button[name=act][value="${act}"]`);
  if (button === null || button.ariaDisabled === "true") return false;
  if (form.querySelector("input[name=row]:checked") === null) {
    const box = boxOf(link);
    if (box === null) return false;
    box.checked = true;
  }
  form.requestSubmit(button);
  return true;
}
