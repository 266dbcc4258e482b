import { inUse, type ListedService } from '../../core/verdict/listed-service.ts';
import type { Locale } from './locale.ts';

/** The services of which anything is said, one after another. */
export function serviceNames(services: readonly ListedService[], { list }: Locale): string {
  return list(inUse(services).map(({ name }) => name));
}
