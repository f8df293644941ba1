import i18next, { type BackendModule, type i18n, type ResourceLanguage } from 'i18next';
import LanguageDetector from 'i18next-browser-languagedetector';
import { initReactI18next } from 'react-i18next';
import { LANGUAGE_KEY, LANGUAGES, type Language, toLanguage } from './language.ts';

type Loaders = Record<Language, () => Promise<{ default: ResourceLanguage }>>;
export interface I18nOptions {
  /** The web's own texts (namespace `app`), loaded when their language is needed. */
  resources: Loaders;
  /** Language of a person whose browser speaks none of ours. */
  fallback?: Language;
}

const OWN: Loaders = {
  'pt-BR': () => import('../locales/pt-BR.json'),
  en: () => import('../locales/en.json'),
  es: () => import('../locales/es.json'),
};

/** Call once before rendering. The language is the one chosen before (localStorage `language`), else the browser's, else `fallback`. */
export async function setUpI18n({ resources, fallback = 'pt-BR' }: I18nOptions): Promise<i18n> {
  const detector = new LanguageDetector();
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(lazyBackend({ ui: OWN, app: resources }))
    .use(detector)
    .use(initReactI18next)
    .init({
      supportedLngs: [...LANGUAGES],
      fallbackLng: fallback,
      load: 'currentOnly',
      ns: ['ui', 'app'],
      defaultNS: 'app',
      fallbackNS: 'ui',
      interpolation: { escapeValue: false }, // React escapes
      detection: {
        order: ['localStorage', 'navigator'],
        caches: ['localStorage'],
        lookupLocalStorage: LANGUAGE_KEY,
        convertDetectedLanguage: (tag) => toLanguage(tag) ?? fallback,
      },
      react: { useSuspense: false },
    });
  return i18next;
}

function lazyBackend(namespaces: Record<string, Loaders>): BackendModule {
  return {
    type: 'backend',
    init: () => undefined,
    read(language, namespace, done) {
      const load = namespaces[namespace]?.[language as Language];
      if (!load) return done(new Error(`No texts for ${language}/${namespace}`), null);
      load().then(
        (loaded) => done(null, loaded.default),
        (cause: unknown) => done(new Error(`The texts for ${language} could not be loaded`, { cause }), null),
      );
    },
  };
}
