import { element } from './element.js';

/** Shows a modal dialog; answers the name of the button that closed it. */
export function ask(title, names, signal) {
  return new Promise((done) => {
    const buttons = names.map((name) => element('button', { type: 'button' }, name));
    const heading = element('h2', { id: 'dialog-title' }, title);
    const dialog = element(
      'div',
      { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'dialog-title' },
      element('div', {}, heading, ...buttons),
    );
    for (const button of buttons) {
      button.addEventListener('click', () => {
        dialog.remove();
        done(button.textContent);
      });
    }
    signal.addEventListener('abort', () => dialog.remove());
    document.body.append(dialog);
    buttons[0].focus();
  });
}
