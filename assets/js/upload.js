// <app-upload url> around a form with one file: sends it in pieces, goes on after a lost line or a reload.
// SPDX-License-Identifier: EUPL-1.2
const PIECE = 1024 * 1024;

// Not a secret: it only tells two files of the same name and size apart (FNV-1a, 32 bits).
const mark = bytes => bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 16777619) >>> 0, 2166136261).toString(16);

class Upload extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.place = this.querySelector('[data-progress]');
    this.form?.addEventListener('submit', event => {
      const file = this.form.elements.file.files[0];
      if (!file?.size) return;
      event.preventDefault();
      if (!this.busy) this.send(file);
    });
  }

  say(sentence, percent) {
    const text = (sentence ?? '').replace('{percent}', percent);
    const [bar, status] = this.place.children;
    this.place.hidden = false;
    bar.hidden = percent === undefined;
    if (percent !== undefined) bar.value = percent;
    if (status.textContent !== text) status.textContent = text;
  }

  // Nothing comes back when the line is lost or the server is busy: that passes.
  async post(url, body) {
    const answer = await fetch(url, { method: 'POST', body }).catch(() => null);
    return !answer || answer.status >= 500 || answer.status === 429 ? null : answer;
  }

  pause(tries) {
    return new Promise(done => { addEventListener('online', done, { once: true }); setTimeout(done, Math.min(2 ** tries, 30) * 1000); });
  }

  async send(file) {
    this.busy = true;
    const { csrf, section, back } = this.form.elements;
    const head = new Uint8Array(await file.slice(0, PIECE).arrayBuffer());
    const about = { csrf: csrf.value, section: section.value, name: file.name, size: file.size, mark: mark(head) };
    let url = null;
    let at = 0;
    for (let tries = 0; tries < 60;) {
      const begun = url !== null;
      const answer = await this.post(url ?? this.getAttribute('url'), begun ? this.piece(file, at) : new URLSearchParams(about));
      if (!answer) {
        this.say(this.dataset.lost);
        await this.pause(++tries);
        continue;
      }
      if (begun && answer.status === 201) { this.busy = false; return location.assign(back.value); }
      if (![201, 204, 409].includes(answer.status)) return this.stop(answer);
      tries = answer.status === 409 ? tries + 1 : 0;
      if (answer.status === 409) await this.pause(0);
      at = Number(answer.headers.get('Upload-Offset'));
      url ??= answer.headers.get('Location');
      // A reader is told every tenth, not every piece.
      if (at + PIECE >= file.size) this.say(this.dataset.checking, 100);
      else this.say(this.dataset.sending, Math.floor(at / file.size * 10) * 10);
    }
    this.stop();
  }

  piece(file, at) {
    const body = new FormData();
    body.set('csrf', this.form.elements.csrf.value);
    body.set('offset', at);
    body.set('piece', file.slice(at, at + PIECE), 'piece');
    return body;
  }

  async stop(answer) {
    this.busy = false;
    this.say(answer?.status === 422 ? await answer.text() : this.dataset.refused);
  }
}

customElements.define('app-upload', Upload);
