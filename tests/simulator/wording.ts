export type Locale = 'en' | 'de' | 'fr' | 'it' | 'es' | 'nl' | 'pt' | 'pl' | 'cs';

interface Wording {
  readonly title: string;
  readonly toggle: string;
  readonly on: string;
  readonly off: string;
}

const english: Wording = {
  title: 'Data for Generative AI Improvement',
  toggle: 'Use my data for training content creation AI models',
  on: 'On',
  off: 'Off',
};

/** Only words that a page in that language quotes from the service; the rest stays English. */
const sourced: Readonly<Record<Locale, Partial<Wording>>> = {
  en: english,
  de: {
    title: 'Daten zur Verbesserung generativer KI',
    toggle: 'Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen',
    on: 'Ein',
    off: 'Aus',
  },
  fr: {
    title: 'Données pour l’amélioration de l’IA générative',
    toggle: 'Utiliser mes données pour entraîner des modèles d’IA de création de contenu',
  },
  it: { title: 'Dati per migliorare l’IA generativa', on: 'Sì', off: 'No' },
  es: { title: 'Datos para mejorar la IA generativa' },
  nl: {
    title: 'Gegevens voor verbetering van generatieve AI',
    toggle: 'Mijn gegevens gebruiken voor training van AI-modellen waarmee content wordt gemaakt',
  },
  pt: {
    title: 'Dados para aprimoramento da IA generativa',
    toggle: 'Usar meus dados para treinar modelos de IA para criar conteúdos',
    on: 'Ativado',
  },
  pl: {
    title: 'Dane na potrzeby ulepszania generatywnej sztucznej inteligencji',
    toggle: 'Użyj moich danych do trenowania modeli AI służących do tworzenia treści',
  },
  cs: {
    title: 'Data pro zdokonalování generativní umělé inteligence',
    toggle: 'Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu',
  },
};

export function wordingIn(locale: Locale): Wording {
  return { ...english, ...sourced[locale] };
}
