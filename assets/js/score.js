// Keys for who scores a lot. They never fire while somebody types, and can be turned off (WCAG 2.1.4).
// SPDX-License-Identifier: EUPL-1.2

const SETTING = 'score-keys';
const read = () => { try { return localStorage.getItem(SETTING) !== 'off'; } catch { return true; } };
const write = on => { try { localStorage.setItem(SETTING, on ? 'on' : 'off'); } catch { /* switched off */ } };

// Where a key is a letter and not a wish. A radio button or a box takes no letters.
const types = target => target.isContentEditable || target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])');

class ScoreKeys extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.box = this.querySelector('input[type=checkbox]');
    this.help = this.querySelector('[data-keys-help]');
    this.box.checked = read();
    this.box.addEventListener('change', () => write(this.box.checked));
    this.listen = event => this.pressed(event);
    document.addEventListener('keydown', this.listen);
  }

  disconnectedCallback() { document.removeEventListener('keydown', this.listen); }

  pressed(event) {
    const { key, target } = event;
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey || !(target instanceof Element) || types(target)) return;
    if (key === '?') this.show();
    else if (!this.box.checked) return;
    else if (/^\d$/.test(key)) this.grade(key);
    else if (key === 'n' || key === 'N') this.go('after');
    else if (key === 'v' || key === 'V') this.go('before');
    else if (key === 's' || key === 'S') document.querySelector('.app-score-card form button[type=submit]')?.click();
    else return;
    event.preventDefault();
  }

  show() {
    this.help.open = !this.help.open;
    this.help.querySelector('summary').focus();
  }

  // The grade that reads so; a digit also stands for what begins with it, as 1 for 10.
  grade(digit) {
    const all = [...document.querySelectorAll('input[type=radio][name=grade]')];
    const found = all.find(one => one.value === digit) ?? all.find(one => one.value.length > 1 && one.value.startsWith(digit));
    if (!found) return;
    found.checked = true;
    found.focus();
    found.dispatchEvent(new Event('change', { bubbles: true }));
  }

  go(way) {
    const place = this.getAttribute(way);
    if (place) location.assign(place);
  }
}

customElements.define('app-score-keys', ScoreKeys);

// The number of a paragraph chooses it for a note.
document.addEventListener('click', event => {
  const number = event.target instanceof Element ? event.target.closest('a[data-spot]') : null;
  const list = number && document.getElementById('note-at');
  if (!list) return;
  event.preventDefault();
  list.value = number.dataset.spot;
  const words = document.getElementById('note-text');
  words?.scrollIntoView({ block: 'center' });
  words?.focus();
});
