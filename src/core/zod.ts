// The mini build, as all of it is loaded at every start of the background.
import { z } from 'zod/mini';

// Extension pages forbid `Function`, and zod probes for it when the first schema is defined.
z.config({ jitless: true });

export { z };
