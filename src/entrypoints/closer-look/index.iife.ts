import { nameOf } from '../../page/accessibility.ts';
import { offerCloserLook } from '../../page/closer-look.ts';

offerCloserLook({ nameOf });
