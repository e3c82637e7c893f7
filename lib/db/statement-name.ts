/** So many statements have a name, and none that is longer: each takes room in PostgreSQL while its connection lasts. */
const MOST = 500;
const LONGEST = 8_000;

const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement, so that PostgreSQL reads and plans it once and not each time.
 * Empty for the others: a statement without a name is over when it has run.
 */
export function statementName({ sql }: { readonly sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size === MOST || sql.length > LONGEST) return "";
  const name = `portcullis_${names.size}`;
  names.set(sql, name);
  return name;
}
