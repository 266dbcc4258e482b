import type messages from '../../../public/_locales/en/messages.json';

/** The name of a sentence for people in `_locales`. */
export type MessageKey = keyof typeof messages;

type Stem<Key> = Key extends `${infer Name}_other` ? Name : never;

/** The name of a sentence that counts: there is one for each form of number that its language has. */
export type CountKey = Stem<MessageKey>;

/** A sentence for people in their language. Placeholders in it are `$1`, `$2` … */
export type Text = (key: MessageKey, ...values: readonly string[]) => string;

type Snake<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Snake<Tail>}`
  : Word;

/** The sentence of a group that belongs to one of our words, such as `verdict_presumed_sharing`. */
export function wordKey<Group extends string, Word extends string>(
  group: Group,
  word: Word,
): `${Group}_${Snake<Word>}` {
  return `${group}_${word.replaceAll('-', '_')}` as `${Group}_${Snake<Word>}`;
}

/**
 * Groups with words for what a recipe names; they stand beside it, and `group` in `public/_locales`. `covers`
 * alone has none for most settings: its text is empty.
 */
export type RecipeGroup =
  | 'shares'
  | 'limits'
  | 'covers'
  | 'page'
  | 'alternative'
  | 'case'
  | 'remark'
  | 'terms'
  | 'group';

/**
 * The sentence of a group about what a recipe names, such as `shares_linkedin_ai_training`. That each
 * is there is for a test to say: the compiler does not know what a recipe holds.
 */
export function settingKey(group: RecipeGroup, id: string): MessageKey {
  return `${group}_${id.replaceAll(/[/-]/g, '_')}` as MessageKey;
}
