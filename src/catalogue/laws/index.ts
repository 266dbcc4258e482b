import type { Law } from '../../core/law/law.ts';
import ccpa from './ccpa.ts';
import dpdpa from './dpdpa.ts';
import fadp from './fadp.ts';
import gdpr from './gdpr.ts';
import lgpd from './lgpd.ts';
import pdpo from './pdpo.ts';
import pipeda from './pipeda.ts';
import pipl from './pipl.ts';
import ukGdpr from './uk-gdpr.ts';

// Named one by one, as the services are. Where the text of a law was not seen at its official address, its
// evidence is `inferred`, however well known the law is.
export const laws: readonly Law[] = [gdpr, ukGdpr, fadp, pipeda, pdpo, pipl, ccpa, lgpd, dpdpa];
