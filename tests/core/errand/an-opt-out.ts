import { firstScope } from '../../../src/core/account/scope.ts';
import type { Errand } from '../../../src/core/errand/errand.schema.ts';

/** An opt-out of the first setting, which has loaded its page twice. */
export function anOptOut(over: Pick<Errand, 'step' | 'startedAt'> & Partial<Errand>): Errand {
  return {
    id: 'errand-1',
    key: 'linkedin/ai-training',
    scope: firstScope,
    kind: 'opt-out',
    target: 'off',
    session: 'session-1',
    tabId: 7,
    loads: 2,
    arrived: true,
    hasList: true,
    ...over,
  };
}
