/*
 * `?scene=popup/sharing` draws one scene, `&language=ar` in another language, `&language=pseudo` in
 * one that is longer than any. Without a scene: all of them, each in a frame of its own.
 * `drawScene` draws another one into a page that is there, as hundreds of loads take minutes.
 */
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans-arabic/400.css';
import '@fontsource/noto-sans-arabic/600.css';
import '@fontsource/noto-sans-mono/400.css';
import '@fontsource/noto-sans-symbols-2/400.css';
import { render } from 'preact';
import bannerStyle from '../../src/ui/banner/banner.css?inline';
import dashboardStyle from '../../src/ui/dashboard/dashboard.css?inline';
import popupStyle from '../../src/ui/popup/popup.css?inline';
import welcomeStyle from '../../src/ui/welcome/welcome.css?inline';
import { LocaleContext } from '../../src/ui/words/locale.ts';
import { localeFor } from './locales.ts';
import { type Look, type Scene, scenes } from './scenes.tsx';

/** Pictures do not depend on the fonts of the machine they are taken on: no text is drawn in one of its own. */
const FONT = `
  * { font-family: 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Symbols 2' !important; }
  code, pre { font-family: 'Noto Sans Mono' !important; }
`;

const fonts = [
  "400 16px 'Noto Sans'",
  "600 16px 'Noto Sans'",
  "400 16px 'Noto Sans Arabic'",
  "600 16px 'Noto Sans Arabic'",
  "400 16px 'Noto Sans Mono'",
  "400 16px 'Noto Sans Symbols 2'",
];

const styles: Readonly<Record<Look, string>> = {
  popup: popupStyle,
  welcome: welcomeStyle,
  dashboard: dashboardStyle,
  banner: bannerStyle,
};

/** Takes the scene that is drawn away again. */
let clear = () => {};

const asked = new URLSearchParams(location.search);
const language = asked.get('language') ?? 'en';
const name = asked.get('scene');
if (name === null) drawAll(document.body);
else await drawScene(name, language);
Object.assign(globalThis, { drawScene });

async function drawScene(name: string, language: string): Promise<void> {
  const scene = scenes[name];
  if (!scene) throw new Error(`No scene is called ${name}`);
  clear();
  const locale = await localeFor(language);
  document.documentElement.lang = locale.language;
  document.documentElement.dir = locale.direction;
  document.title = name;
  // Before anything is drawn: a select keeps the line height of the font that it was first drawn in.
  await Promise.all(fonts.map((font) => document.fonts.load(font, 'a\u0627\u2713')));
  const { root, style, frame } = stage(scene);
  render(
    <LocaleContext.Provider value={locale}>{scene.draw(locale)}</LocaleContext.Provider>,
    frame,
  );
  clear = () => {
    render(null, frame);
    root.remove();
    style.remove();
  };
  await Promise.all([...frame.querySelectorAll('img')].map((image) => image.decode()));
  await document.fonts.ready;
  root.dataset['drawn'] = name;
}

/** Where a scene is drawn, with the style that it has in the extension. */
function stage({ look }: Scene) {
  const root = document.createElement('div');
  const style = styleOf(styles[look] + FONT);
  document.body.append(root);
  document.body.style.margin = look === 'banner' ? '0' : '';
  root.id = look === 'banner' ? 'scene' : look;
  if (look !== 'banner') {
    document.head.append(style);
    return { root, style, frame: root };
  }
  const frame = document.createElement('div');
  root.attachShadow({ mode: 'open' }).append(style, frame);
  return { root, style, frame };
}

function styleOf(text: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = text;
  return style;
}

function drawAll(into: HTMLElement): void {
  for (const scene of Object.keys(scenes)) {
    const title = document.createElement('h2');
    title.textContent = scene;
    const frame = document.createElement('iframe');
    frame.title = scene;
    frame.width = scene.startsWith('popup') ? '400' : '960';
    frame.height = scene.startsWith('banner') ? '160' : '640';
    frame.src = `?${new URLSearchParams({ scene, language })}`;
    into.append(title, frame);
  }
}
