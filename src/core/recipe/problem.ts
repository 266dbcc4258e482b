/** What is wrong with a recipe, and where. */
export interface Problem {
  /** As one writes it in the recipe: `settings[0].rules[2].until`. */
  readonly field: string;
  readonly message: string;
}

export interface FileProblem extends Problem {
  readonly file: string;
}

/** Steps from the recipe's root to a field: names and indexes. */
export type FieldPath = readonly PropertyKey[];

export function fieldOf(path: FieldPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

export function problemAt(path: FieldPath, message: string): Problem {
  return { field: fieldOf(path), message };
}
