import { type Lab, SETTING, until } from './lab.ts';
import { seed } from './seed.ts';

/** As if the rules for Germany had said something else of our setting when the person last looked. */
export async function seedOtherRules(lab: Lab): Promise<void> {
  const seen = await until('what rules say is noted', async () => {
    const noted = await lab.stored('seen-rules');
    return noted?.[SETTING] && noted;
  });
  const stand = { default: 'exempt', from: '2024-09-18' };
  await seed(lab, { 'seen-rules': { ...seen, [SETTING]: { place: 'DE', stand } } });
}
