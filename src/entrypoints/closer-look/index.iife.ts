import { press } from '../../page/act/press.ts';
import { offerCloserLook } from '../../page/closer-look.ts';
import { nameOf } from '../../page/dom/accessibility.ts';

offerCloserLook({ nameOf, press });
