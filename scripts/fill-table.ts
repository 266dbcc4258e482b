/** A document with a table between its two markers, instead of what stood there. */
export function fillTable(document: string, name: string, table: string): string {
  const between = new RegExp(`(<!-- ${name} -->)[\\s\\S]*(<!-- /${name} -->)`);
  return document.replace(between, (_, start, end) => `${start}\n\n${table}\n\n${end}`);
}
