import type { Language } from '../core/language/language.ts';

export interface LanguageFacts {
  /** As its speakers call it. */
  readonly name: string;
  /** Who reads it as their first language and has read every sentence; `null` while nobody has. */
  readonly reviewedBy: string | null;
}

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  en: { name: 'English', reviewedBy: null },
  de: { name: 'Deutsch', reviewedBy: null },
  fr: { name: 'Français', reviewedBy: null },
  it: { name: 'Italiano', reviewedBy: null },
  es: { name: 'Español', reviewedBy: null },
  'pt-BR': { name: 'Português (Brasil)', reviewedBy: null },
  nl: { name: 'Nederlands', reviewedBy: null },
  pl: { name: 'Polski', reviewedBy: null },
  cs: { name: 'Čeština', reviewedBy: null },
  sv: { name: 'Svenska', reviewedBy: null },
  ja: { name: '日本語', reviewedBy: null },
  ko: { name: '한국어', reviewedBy: null },
  'zh-CN': { name: '简体中文', reviewedBy: null },
  'zh-TW': { name: '繁體中文', reviewedBy: null },
  hi: { name: 'हिन्दी', reviewedBy: null },
  ar: { name: 'العربية', reviewedBy: null },
};
