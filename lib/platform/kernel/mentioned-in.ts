/** The people whose name follows an @ in the text, however it is capitalised. */
export function mentionedIn<P extends { readonly name: string }>(text: string, people: readonly P[]): P[] {
  if (!text.includes("@")) return [];
  const said = text.toLowerCase();
  return people.filter(({ name }) => isMentioned(said, `@${name.toLowerCase()}`));
}

/** Not if the name goes on: "@Ann" is nobody in "@Annette". */
function isMentioned(said: string, name: string): boolean {
  for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(said.charAt(at + name.length))) return true;
  }
  return false;
}
