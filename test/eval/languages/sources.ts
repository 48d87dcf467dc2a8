/** The languages that are measured, by the code that labelled texts carry. */
export const languages = [
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'ru',
  'zh',
  'ja',
  'ko',
  'ar',
  'hi',
  'tr',
  'nl',
  'pl',
] as const;
export type Language = (typeof languages)[number];

/** A folder of manuals in a Debian package. */
export interface Source {
  name: string;
  folder: string;
}

/** The packages that hold manuals of a language; a folder may be absent where nobody has translated one. */
export function sourcesOf(language: Language): Source[] {
  const region = { zh: 'CN', pt: 'BR', ar: 'MA', ja: 'JP', ko: 'KR', hi: 'IN' }[language as string];
  const underscored = language === 'zh' ? 'zh_CN' : language;
  const dashed = language === 'zh' ? 'zh-cn' : language;
  return [
    { name: 'gnome-user-docs', folder: `usr/share/help/${language === 'pt' ? 'pt_BR' : underscored}` },
    {
      name: 'debian-handbook',
      folder: `usr/share/doc/debian-handbook/html/${language}-${region ?? language.toUpperCase()}`,
    },
    { name: 'installation-guide-amd64', folder: `usr/share/doc/installation-guide-amd64/${underscored}` },
    // There is none in Arabic.
    ...(language === 'ar'
      ? []
      : [
          {
            name: `libreoffice-help-${dashed}`,
            folder: `usr/share/libreoffice/help/${language === 'zh' ? 'zh-CN' : language}/text`,
          },
        ]),
  ];
}
