// Enrichment on top of forms that work without it. No eval, no inline style or script, no text of its own:
// every sentence comes from data attributes that the templates render. SPDX-License-Identifier: EUPL-1.2

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
const number = n => new Intl.NumberFormat(document.documentElement.lang).format(n);
const wait = ms => new Promise(done => setTimeout(done, ms));
// The moment at which the browser says that the line is back.
const back = () => new Promise(done => addEventListener('online', done, { once: true }));
const two = n => String(n).padStart(2, '0');

// The clock of a computer may be an hour wrong, so every time on the screen comes from the server: `Date` of an answer, or
// the second of the Dutch day that a page or an answer names, from which we count on.
const at = second => ({ hour: two(Math.floor(second / 3600) % 24), minute: two(Math.floor(second / 60) % 60) });
const dutch = new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const clockOf = answer => {
  const parts = Object.fromEntries(dutch.formatToParts(new Date(answer.headers.get('Date') ?? Date.now())).map(p => [p.type, p.value]));
  return { hour: parts.hour, minute: parts.minute };
};

// The one place where HTML of our own server enters the document (works with Trusted Types).
const policy = globalThis.trustedTypes?.createPolicy('app', { createHTML: html => html });
const trusted = html => (policy ? policy.createHTML(html) : html);

// Unsent text waits in sessionStorage, not localStorage: computers in village halls are shared.
const drafts = {
  prefix: 'draft:',
  read(url) {
    try { return JSON.parse(sessionStorage.getItem(this.prefix + url)) ?? {}; } catch { return {}; }
  },
  write(url, fields) {
    try {
      if (Object.keys(fields).length) sessionStorage.setItem(this.prefix + url, JSON.stringify(fields));
      else sessionStorage.removeItem(this.prefix + url);
    } catch { /* full or switched off */ }
  },
  clear() {
    try {
      Object.keys(sessionStorage).filter(k => k.startsWith(this.prefix)).forEach(k => sessionStorage.removeItem(k));
    } catch { /* switched off */ }
  },
};

/**
 * <app-autosave url> around a form: posts each changed field that has a data-version, alone:
 * csrf, field, value, version. 204 + ETag gives the new version; 412 is a clash and Location leads to it.
 */
class Autosave extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.url = this.getAttribute('url');
    if (!this.form || !this.url) return;
    const places = this.querySelectorAll('[data-save-status]');
    this.status = places[places.length - 1];
    this.changed = new Set();
    this.stopped = new Set();
    this.clashed = new Map(); // the server keeps these texts until somebody chose
    this.known = new Map(); // what the server has, as far as we know
    this.form.addEventListener('input', event => this.typed(event, 1500));
    this.form.addEventListener('change', event => this.typed(event, 0));
    this.form.addEventListener('submit', () => { this.leaving = true; this.remember(true); });
    addEventListener('pagehide', () => this.sendLast());
    addEventListener('beforeunload', event => { if (this.failed && this.changed.size && !this.leaving) event.preventDefault(); });
    addEventListener('online', () => this.save());
    for (const { name, dataset } of this.form.elements) if ('version' in dataset) this.known.set(name, this.value(name));
    this.restore();
  }

  controls(name) { return [...this.form.elements].filter(e => e.name === name && 'version' in e.dataset); }

  value(name) {
    const [first, ...more] = this.controls(name);
    if (first.type === 'radio') return [first, ...more].find(e => e.checked)?.value ?? '';
    if (first.type === 'checkbox') return first.checked ? first.value : '';
    return first.value;
  }

  version(name) { return this.controls(name)[0].dataset.version; }

  setVersion(name, version) {
    for (const control of this.controls(name)) control.dataset.version = version;
    const hidden = this.form.elements[`version.${name}`];
    if (hidden) hidden.value = version;
  }

  typed(event, pause) {
    const { name } = event.target;
    if (!name || !('version' in event.target.dataset)) return;
    if (this.clashed.get(name) === this.value(name)) return; // left, not typed on
    this.stopped.delete(name);
    this.clashed.delete(name);
    if (this.value(name) === this.known.get(name)) this.changed.delete(name); else this.changed.add(name);
    this.remember();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  // Drafts of other pages on the same address stay. `sent`: the form carries the text, but perhaps to
  // the sign-in page.
  remember(sent = false) {
    const others = Object.entries(drafts.read(this.url)).filter(([name]) => !this.controls(name).length);
    const fields = Object.fromEntries(others);
    for (const name of [...this.changed, ...this.stopped]) fields[name] = { value: this.value(name), version: this.version(name), sent };
    drafts.write(this.url, fields);
  }

  // Text that did not reach the server last time comes back with the version it was based on:
  // when somebody else wrote meanwhile, the server answers with the clash and shows both.
  restore() {
    const same = (a, b) => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
    for (const [name, draft] of Object.entries(drafts.read(this.url))) {
      const [first, ...more] = this.controls(name);
      if (!first || same(draft.value, this.value(name)) || (draft.sent && draft.version !== this.version(name))) continue;
      if (first.type === 'radio') [first, ...more].forEach(e => { e.checked = e.value === draft.value; });
      else if (first.type === 'checkbox') first.checked = draft.value !== '';
      else first.value = draft.value;
      this.setVersion(name, draft.version);
      this.changed.add(name);
    }
    this.remember();
    if (this.changed.size) this.save();
  }

  body(name) {
    const csrf = this.form.elements.csrf?.value ?? '';
    return new URLSearchParams({ csrf, field: name, value: this.value(name), version: this.version(name) });
  }

  sendLast() {
    if (this.leaving) return;
    for (const name of this.changed) navigator.sendBeacon(this.url, this.body(name));
  }

  // Below the field itself where there is a place for it, otherwise at the end of the form.
  say(state, sentence, link, name = this.current) {
    const field = name && this.controls(name)[0]?.closest('.app-field');
    const status = field?.querySelector('[data-save-status]') ?? this.status;
    if (!status) return;
    status.dataset.state = state;
    const text = status.querySelector('[data-text]') ?? status;
    text.textContent = sentence;
    if (!link) return;
    const a = document.createElement('a');
    a.href = link;
    a.textContent = this.dataset.clashLink;
    text.append(' ', a);
  }

  async save() {
    if (this.busy || !this.changed.size) return;
    this.busy = true;
    for (let attempt = 0; this.changed.size; ) {
      const [name] = this.changed;
      this.current = name;
      if (!attempt) this.say('saving', this.dataset.saving);
      if (await this.post(name)) { attempt = 0; continue; }
      this.failed = true;
      // The line may be down for an hour: go on trying, and say after a minute what one can do meanwhile.
      this.say('failed', attempt < 5 ? this.dataset.retrying : this.dataset.failed);
      await Promise.race([wait(2000 * 2 ** Math.min(attempt, 5)), back()]);
      attempt += 1;
    }
    this.busy = false;
    this.remember();
  }

  // The server's own sentence, if it gave one.
  async reason(answer) {
    const plain = answer.headers.get('Content-Type')?.startsWith('text/plain');
    return (plain && await answer.text()) || this.dataset.refused;
  }

  // True when this field needs no further attempt.
  async post(name) {
    const body = this.body(name);
    let answer;
    try {
      answer = await fetch(this.url, { method: 'POST', body, redirect: 'manual', headers: { 'X-Autosave': '1' } });
    } catch { return false; }
    if (answer.status >= 500 || answer.status === 429) return false;
    if (answer.ok) {
      const tag = answer.headers.get('ETag');
      if (tag) this.setVersion(name, tag.replace(/^W\//, '').replaceAll('"', ''));
      this.known.set(name, body.get('value'));
      if (this.value(name) === body.get('value')) this.changed.delete(name);
      this.failed = false;
      this.remember();
      this.say('good', fill(this.dataset.saved, clockOf(answer)));
      return true;
    }
    this.changed.delete(name);
    if (answer.status === 412) this.clashed.set(name, body.get('value')); else this.stopped.add(name);
    this.remember();
    if (answer.status === 412) {
      this.say('failed', this.dataset.clash, answer.headers.get('Location'));
      this.dispatchEvent(new CustomEvent('clash', { bubbles: true, detail: name }));
    } else this.say('failed', await this.reason(answer));
    return true;
  }
}

/** <app-words for max>: counts along by the rule of the server; tells a screen reader only when typing rests. */
class Words extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.getAttribute('for'));
    this.max = Number(this.getAttribute('max'));
    if (!this.field) return;
    this.field.addEventListener('input', () => this.count());
    this.count(true);
  }

  count(quiet) {
    const n = (this.field.value.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,/-]*/gu) ?? []).length;
    const left = this.max - n;
    const { count, over, overOne } = this.dataset;
    const sentence = left >= 0 ? fill(count, { n: number(n), max: number(this.max) }) : left === -1 ? overOne : fill(over, { n: number(-left) });
    this.querySelector('[data-visible]').textContent = sentence;
    this.querySelector('.full')?.setAttribute('width', `${Math.min(100, 100 * n / this.max)}%`);
    this.querySelector('.app-words').dataset.state = left < 0 ? 'over' : left <= this.max * .1 ? 'near' : 'good';
    clearTimeout(this.timer);
    if (!quiet) this.timer = setTimeout(() => { this.querySelector('[data-quiet]').textContent = sentence; }, 1200);
  }
}

// The first word on a stream comes at once; where a proxy keeps streams back it does not come, and we ask instead.
const FIRST_WORD = 5000;
// After that the server says something every 15 seconds.
const SILENCE = 25000;
const ASK = 3000;
const STREAM_AGAIN = 60000;

/**
 * <app-live url part version ask pulse seconds>: hears on the stream `url` which version there is, asks for the part and
 * merges it; focus and typing stay. Without a stream it asks `ask` for the version every few seconds. `pulse`: asks anyway.
 */
class Live extends HTMLElement {
  connectedCallback() {
    this.version = Number(this.getAttribute('version'));
    this.wanted = this.version;
    this.pulse = Number(this.getAttribute('pulse')) * 1000;
    this.setClock(Number(this.getAttribute('seconds')));
    this.updated = this.now();
    this.askedAt = performance.now();
    this.status = document.querySelector('[data-live-status]');
    const button = document.querySelector('[data-live-pause]');
    if (button) {
      button.hidden = false;
      button.addEventListener('click', () => {
        this.paused = !this.paused;
        button.setAttribute('aria-pressed', String(this.paused));
        if (this.paused) { this.close(); this.say(this.dataset.paused); } else { this.open(); this.inquire(); }
      });
    }
    this.typing = new Typing(this);
    this.addEventListener('submit', event => this.sending(event));
    addEventListener('online', () => this.inquire());
    // No line here, the browser knows; a stream may take minutes to notice.
    addEventListener('offline', () => this.lose());
    this.open();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() { this.close(); clearInterval(this.timer); }

  setClock(second) { this.base = second - performance.now() / 1000; }

  now() { return at(this.base + performance.now() / 1000); }

  open() {
    this.close();
    this.heardAt = performance.now();
    this.openedAt = this.heardAt;
    this.spoke = false;
    this.stream = new EventSource(this.getAttribute('url'));
    for (const name of ['changed', 'here']) this.stream.addEventListener(name, event => this.hear(Number(event.data)));
    this.stream.onerror = () => this.broke();
  }

  close() { this.stream?.close(); this.stream = null; }

  hear(version) {
    this.heardAt = performance.now();
    this.spoke = true;
    this.asking = false;
    this.found();
    this.wanted = Math.max(this.wanted, version);
    this.update();
  }

  // The server may be stopping, or the session may be over: it says so when we ask, though not all at the same moment.
  broke() {
    this.spoke = false;
    this.asking = true;
    this.lose();
    if (this.stream?.readyState === EventSource.CLOSED) { this.close(); this.reopen = true; }
    setTimeout(() => this.inquire(), 300 + 1500 * Math.random());
  }

  tick() {
    if (this.paused || this.over) return;
    const now = performance.now();
    if (this.stream && now - this.heardAt > (this.spoke ? SILENCE : FIRST_WORD)) {
      this.close();
      this.asking = true;
      this.reopen = this.spoke; // it did get through before
    }
    if (!this.stream && now - this.openedAt > STREAM_AGAIN) this.open();
    const every = this.asking ? ASK : this.pulse || Infinity;
    if (now - this.askedAt >= every) this.inquire();
  }

  async inquire() {
    if (this.inquiring || this.over || this.paused) return;
    this.inquiring = true;
    this.askedAt = performance.now();
    try {
      const answer = await fetch(this.getAttribute('ask'), { redirect: 'manual', signal: AbortSignal.timeout(8000) });
      if (this.shut(answer)) return;
      const { version, chair, clock: second } = await answer.json();
      this.setClock(second);
      const news = this.chair !== undefined && this.chair !== chair;
      this.chair = chair;
      this.found();
      if (this.reopen) { this.reopen = false; this.open(); }
      this.wanted = Math.max(this.wanted, version);
      await this.update(news);
    } catch { this.lose(); } finally { this.inquiring = false; }
  }

  // Signed out, or no longer welcome: nothing more is shown or asked. Other faults pass.
  shut(answer) {
    if (answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status)) { this.end(); return true; }
    if (!answer.ok) throw new Error(String(answer.status));
    return false;
  }

  end() {
    this.over = true;
    this.close();
    clearInterval(this.timer);
    const box = document.createElement('div');
    box.className = 'holder stack';
    const text = document.createElement('p');
    text.textContent = this.dataset.over;
    const link = document.createElement('a');
    link.href = location.pathname + location.search;
    link.textContent = this.dataset.overLink;
    box.append(text, link);
    this.replaceChildren(box);
    this.say(this.dataset.over);
  }

  lose() {
    if (this.over || this.paused) return;
    this.lostAt ??= this.now();
    const lost = fill(this.dataset.lost, this.lostAt);
    this.say(this.unsent ? `${lost} ${this.dataset.unsent}` : lost);
  }

  found() { this.lostAt = null; this.unsent = false; this.fresh(); }

  say(sentence) {
    if (!this.status || this.status.textContent === sentence) return;
    this.status.textContent = sentence;
    this.status.parentElement.dataset.state = this.over || this.lostAt ? 'lost' : this.asking ? 'asking' : this.paused ? 'paused' : 'live';
  }

  fresh() { if (!this.paused) this.say(fill(this.asking ? this.dataset.asking : this.dataset.live, this.updated)); }

  // A form that is sent without a line would end on an error page of the browser; here the text stays.
  sending(event) {
    if (!this.lostAt) { this.typing.sent(event.target); return; }
    event.preventDefault();
    this.unsent = true;
    this.lose();
    this.inquire();
  }

  async update(anyway = false) {
    if (this.busy) return;
    this.busy = true;
    while ((this.wanted > this.version || anyway) && !this.paused && !this.over) {
      const target = this.wanted;
      try {
        const answer = await fetch(this.getAttribute('part'), { redirect: 'manual', headers: { 'X-Part': '1' } });
        if (this.shut(answer)) break;
        const template = document.createElement('template');
        template.innerHTML = trusted(await answer.text());
        merge(this, template.content);
        this.typing.restore();
        this.version = Math.max(this.version, target);
        anyway = false;
        this.updated = this.now();
        this.found();
      } catch {
        this.lose();
        await wait(2000);
      }
    }
    this.busy = false;
  }
}

/** What is typed in the forms of a live part, kept until a page came back on which its form is done. */
class Typing {
  constructor(part) {
    this.part = part;
    part.addEventListener('input', event => this.keep(event.target));
    // Pages that came after a form was sent: where the form is gone, it went through.
    for (const key of this.keys()) {
      const url = key.slice(drafts.prefix.length);
      if (drafts.read(url).sent && !this.forms().some(form => this.url(form) === url)) drafts.write(url, {});
    }
    this.restore();
  }

  keys() { try { return Object.keys(sessionStorage).filter(key => key.startsWith(`${drafts.prefix}typed:`)); } catch { return []; } }

  forms() { return [...this.part.querySelectorAll('form[method=post]')]; }

  url(form) { return `typed:${form.getAttribute('action')}`; }

  fields(form) { return [...form.elements].filter(e => e.name && /^(TEXTAREA|SELECT|INPUT)$/.test(e.nodeName) && e.type !== 'hidden'); }

  keep({ form }) {
    if (!form) return;
    const values = {};
    for (const field of this.fields(form)) {
      if (!/^(radio|checkbox)$/.test(field.type)) values[field.name] = field.value;
      else if (field.checked) values[field.name] = field.value;
    }
    drafts.write(this.url(form), { values });
  }

  sent(form) {
    const draft = drafts.read(this.url(form));
    if (draft.values) drafts.write(this.url(form), { ...draft, sent: true });
  }

  // What the server knows goes first; only empty fields are filled in.
  restore() {
    for (const form of this.forms()) {
      const { values } = drafts.read(this.url(form));
      if (!values) continue;
      const chosen = new Set(this.fields(form).filter(e => e.checked).map(e => e.name));
      for (const field of this.fields(form)) {
        const value = values[field.name];
        if (!value) continue;
        if (/^(radio|checkbox)$/.test(field.type)) { if (!chosen.has(field.name)) field.checked = field.value === value; }
        else if (!field.value) field.value = value;
      }
    }
  }
}

const typedIn = node => node === document.activeElement && /^(INPUT|TEXTAREA|SELECT)$/.test(node.nodeName);
const alike = (a, b) => a && a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? '') === (b.id ?? '');

/** Makes the children of `old` like those of `fresh`: alike nodes stay, so focus, scroll and typing stay. */
export function merge(old, fresh) {
  const byId = new Map([...old.children].filter(e => e.id).map(e => [e.id, e]));
  let here = old.firstChild;
  for (const next of [...fresh.childNodes]) {
    const found = (next.id && byId.get(next.id)) || here;
    if (!alike(found, next)) { old.insertBefore(next, here); continue; }
    if (found !== here) old.insertBefore(found, here);
    if (next.nodeType !== Node.ELEMENT_NODE) { if (found.data !== next.data) found.data = next.data; }
    else if (!typedIn(found)) { mergeAttributes(found, next); merge(found, next); }
    here = found.nextSibling;
  }
  while (here) { const gone = here; here = here.nextSibling; gone.remove(); }
}

function mergeAttributes(old, fresh) {
  const keep = name => name === 'open' && old.nodeName === 'DETAILS';
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !keep(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

/** <app-order>: the Up and Down buttons work without script; with it also dragging, and nothing reloads. */
class Order extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.list = this.querySelector('ol');
    if (!this.form || !this.list) return;
    this.addEventListener('click', event => {
      const button = event.target.closest('button[data-step]');
      if (!button) return;
      event.preventDefault();
      this.step(button.closest('li'), Number(button.dataset.step));
      button.focus();
    });
    this.list.addEventListener('pointerdown', event => this.drag(event));
  }

  step(item, by) {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    this.list.insertBefore(item, by < 0 ? other : other.nextSibling);
    this.moved(item);
  }

  drag(event) {
    const grip = event.target.closest('[data-grip]');
    if (!grip) return;
    const item = grip.closest('li');
    grip.setPointerCapture(event.pointerId);
    const follow = move => {
      const over = document.elementFromPoint(move.clientX, move.clientY)?.closest('li');
      if (!over || over === item || over.parentNode !== this.list) return;
      const box = over.getBoundingClientRect();
      this.list.insertBefore(item, move.clientY > box.top + box.height / 2 ? over.nextSibling : over);
    };
    const drop = () => { grip.removeEventListener('pointermove', follow); this.moved(item); };
    grip.addEventListener('pointermove', follow);
    grip.addEventListener('pointerup', drop, { once: true });
    grip.addEventListener('pointercancel', drop, { once: true });
  }

  async moved(item) {
    const items = [...this.list.children];
    const status = this.querySelector('[role=status]');
    const values = { name: item.dataset.name, place: number(items.indexOf(item) + 1), total: number(items.length) };
    if (status) status.textContent = fill(this.dataset.moved, values);
    const body = new URLSearchParams({ csrf: this.form.elements.csrf?.value ?? '', order: items.map(i => i.dataset.id).join(',') });
    try {
      const answer = await fetch(this.form.action, { method: 'POST', body, headers: { 'X-Autosave': '1' } });
      if (!answer.ok) location.reload();
    } catch { location.reload(); }
  }
}

/** <app-preview url field> in a form: asks for the picture again when a field of that name changes. */
class Preview extends HTMLElement {
  connectedCallback() {
    const field = this.getAttribute('field');
    const form = this.closest('form');
    form?.addEventListener('change', async ({ target }) => {
      if (target.name !== field) return;
      const asked = new URLSearchParams([...new FormData(form)].filter(([name]) => name === field || name === 'of'));
      const answer = await fetch(`${this.getAttribute('url')}?${asked}`, { headers: { 'X-Part': '1' } }).catch(() => null);
      if (!answer?.ok) return; // the button below the picture still works
      const template = document.createElement('template');
      template.innerHTML = trusted(await answer.text());
      merge(this, template.content);
    });
  }
}

/** <app-example url> in a form: works the example out again, with what is typed, shortly after the last key. */
class Example extends HTMLElement {
  connectedCallback() {
    const form = this.closest('form');
    let timer = 0;
    let asked = 0;
    const again = async () => {
      const mine = ++asked;
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(this.getAttribute('url'), { method: 'POST', body }).catch(() => null);
      // A number that is not finished yet is no reason to complain; the button below says what is wrong.
      if (!answer?.ok || mine !== asked) return;
      const page = document.createElement('template');
      page.innerHTML = trusted(await answer.text());
      const made = page.content.querySelector('app-example');
      if (made) merge(this, made);
    };
    form?.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(again, 400);
    });
  }
}

/** <app-when field is>: shows what is inside only while that field of the form has one of these answers. */
class When extends HTMLElement {
  connectedCallback() {
    const form = this.closest('form');
    const look = () => {
      const answer = new FormData(form).get(this.getAttribute('field')) ?? '';
      this.hidden = !this.getAttribute('is').split(' ').includes(answer);
    };
    form?.addEventListener('change', look);
    look();
  }
}

/** <app-presence url>: asks every half minute who else is here, as long as somebody sees the page. With `now`
 *  it asks at once, because the page came without. */
class Presence extends HTMLElement {
  connectedCallback() {
    this.seen = () => { if (document.visibilityState === 'visible') this.look(); };
    this.timer = setInterval(this.seen, 30000);
    document.addEventListener('visibilitychange', this.seen);
    if (this.hasAttribute('now')) this.look();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.seen);
  }

  async look() {
    try {
      const answer = await fetch(this.getAttribute('url'), { redirect: 'error' });
      if (!answer.ok) return;
      const template = document.createElement('template');
      template.innerHTML = trusted(await answer.text());
      merge(this, template.content);
    } catch { /* no line, or signed out: the next page says so */ }
  }
}

const elements = { 'app-autosave': Autosave, 'app-words': Words, 'app-live': Live, 'app-order': Order, 'app-preview': Preview, 'app-example': Example, 'app-when': When, 'app-presence': Presence };
for (const [name, element] of Object.entries(elements)) customElements.define(name, element);

// After signing out nothing typed stays behind on a shared computer.
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => drafts.clear());
// After a form came back with errors, the heading of the summary has the focus.
document.querySelector('[data-error-heading]')?.focus();
