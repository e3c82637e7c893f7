/** So many statements have a name, and none that is longer: each takes room in PostgreSQL while its connection lasts. */
const MOST = 500;
const LONGEST = 8_000;

/**
 * Names under which the connections of one pool keep their statements, so that PostgreSQL reads and plans each once and
 * not every time. Empty for the others: a statement without a name is over when it has run.
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
