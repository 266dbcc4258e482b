import { nameOf } from '../../page/dom/accessibility.ts';
import { offerCloserLook } from '../../page/find/closer-look.ts';

offerCloserLook({ nameOf });
