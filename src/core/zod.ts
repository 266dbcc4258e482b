// The mini build: the popup parses what it reads from storage and must stay small.
import { z } from 'zod/mini';

// Extension pages forbid `Function`, and zod probes for it when the first schema is defined.
z.config({ jitless: true });

export { z };
