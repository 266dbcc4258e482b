// npm run fixture -- report.json [--out folder]: makes the skeleton of a fixture of a page report.
import { makeFixture, Refusal } from './make-fixture.ts';

try {
  console.log(makeFixture(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
