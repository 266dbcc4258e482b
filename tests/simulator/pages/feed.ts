import { frame, notice } from './frame.ts';

const POSTS = 300;

const style = `
.top { position: fixed; inset: 0 0 auto 0; z-index: 100; height: 56px; display: flex; gap: 12px;
  align-items: center; padding: 0 16px; background: #fff; border-bottom: 1px solid #999; }
.feed { padding-top: 72px; }
.post { border: 1px solid #ccc; margin: 0 0 12px; padding: 8px; background: #fff; }
.messaging { position: fixed; right: 16px; bottom: 0; z-index: 100; width: 280px; height: 48px; }
`;

/** Ordinary, long, and with something fixed at the top and in the corner that must stay usable. */
export function feedPage(lang: string): string {
  return frame({
    title: 'Feed',
    lang,
    style,
    scripts: ['feed.js'],
    body: `
<header class="top">
  ${notice()}
  <nav aria-label="Primary">
    <a href="/feed/" data-name="home">Home</a>
    <a href="/mypreferences/d/" data-name="settings">Settings</a>
    <a href="/help/linkedin/answer/a6278444" data-name="help">Help</a>
  </nav>
  <button type="button" data-name="notifications">Notifications</button>
  <button type="button" data-name="me">Me</button>
  <button type="button" data-name="rerender">Render again</button>
</header>
<main class="feed">
  <h1>Feed</h1>
  ${Array.from({ length: POSTS }, (_, index) => post(index + 1)).join('\n')}
</main>
<button type="button" class="messaging" data-name="messaging">Messaging</button>`,
  });
}

function post(number: number): string {
  return `<article class="post" id="post-${number}">
  <h2>Demo member ${number}</h2>
  <p>A demo post that says nothing, number ${number}.</p>
  <button type="button" data-name="like">Like</button>
</article>`;
}
