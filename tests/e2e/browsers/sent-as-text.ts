/**
 * A call of a function as source text, because a popup's document cannot be an argument.
 * Under a transpiler that keeps function names (tsx does) inner functions would call a helper
 * that the page does not have.
 */
export function callOf(act: (...args: never[]) => unknown, first: string, args: unknown[]): string {
  const rest = args.map((arg) => JSON.stringify(arg) ?? 'undefined');
  return `((__name) => (${act})(${[first, ...rest].join(', ')}))((made) => made)`;
}

/** What an expression comes to, as text: Firefox's driver cuts off what lies deep in an answer. */
export async function answerOf(
  evaluate: (expression: string) => Promise<unknown>,
  expression: string,
): Promise<unknown> {
  const json = await evaluate(`(async () => JSON.stringify(await (${expression})))()`);
  return json === undefined ? undefined : JSON.parse(json as string);
}
