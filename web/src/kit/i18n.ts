import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Area, Words } from '../words/areas.ts'

export type Language = 'zh' | 'en'

const key = 'qinqing/language'
const files = import.meta.glob<Record<string, unknown>>('../words/*/*.ts', { import: 'default' })

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'kit'
    resources: Words
  }
}

/** Words arrive by area, together with the pages that speak them. */
const shelf = {
  type: 'backend' as const,
  init: () => undefined,
  read: async (language: string, area: string) => {
    const load = files[`../words/${language}/${area}.ts`]
    if (!load) throw new Error(`No words for ${area} in ${language}`)
    return load()
  },
}

const remembered = (): Language => (localStorage.getItem(key) === 'en' ? 'en' : 'zh')

const tell = (language: string) => {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
}

/** Resolves when the kit's own words are there, so that the first paint already speaks. */
export async function speak(language: Language = remembered()) {
  tell(language)
  await i18next.use(shelf).use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: ['zh', 'en'],
    ns: ['kit'],
    defaultNS: 'kit',
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: true },
  })
}

/** Loads what a page says beside the page itself, instead of after it. */
export const learn = (areas: readonly Area[]) => i18next.loadNamespaces([...areas])

export async function switchLanguage(language: Language) {
  localStorage.setItem(key, language)
  await i18next.changeLanguage(language)
  tell(language)
}

export function useLanguage(): Language {
  const { i18n } = useTranslation('kit')
  return i18n.language === 'en' ? 'en' : 'zh'
}
