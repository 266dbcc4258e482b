import { press } from '../../page/act/press.ts';
import { isSaved } from '../../page/act/save-button.ts';
import { offerCloserLook } from '../../page/closer-look.ts';
import { nameOf } from '../../page/dom/accessibility.ts';

offerCloserLook({
  nameOf,
  press,
  isSaved: (roots, control, save) => isSaved(roots, control, save, { nameOf }),
});
