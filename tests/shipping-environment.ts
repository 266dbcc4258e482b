/** Ours, but for what a test runner says of itself: with `NODE_ENV=test` another extension comes out. */
export function shippingEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  return env;
}
