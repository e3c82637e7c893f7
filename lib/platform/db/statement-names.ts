/** Limits on the number and length of named statements: each uses PostgreSQL memory for the life of its connection. */
const MOST = 500;
const LONGEST = 8_000;

/**
 * Names under which one pool's connections prepare statements, so that PostgreSQL parses and plans each once rather
 * than every time. Empty for the others: an unnamed statement is discarded after it runs.
 */
export function statementNames(): (statement: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size === MOST || sql.length > LONGEST) return "";
    const name = `portcullis_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
