import type { Setting } from './recipe.ts';

/** The step that saves the page of a setting; `undefined` where a press of the control alone does. */
export function saveStepOf({ optOut }: Setting) {
  return optOut.find((step) => step.act === 'save');
}
