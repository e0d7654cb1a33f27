/** Rows by what they name, so that no list is walked once for each line of another. Rows that name nothing are under "". */
export function grouped<R>(rows: readonly R[], by: (row: R) => string | undefined): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = by(row) ?? "";
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
