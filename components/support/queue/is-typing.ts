/** Whether a key belongs to somebody who writes, to a dialog, or to the browser's own shortcuts. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (document.querySelector("dialog[open]") !== null) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  const isBox = target instanceof HTMLInputElement && /^(?:checkbox|radio|button|submit)$/.test(target.type);
  return target.isContentEditable || (!isBox && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
