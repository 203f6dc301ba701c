/* The island of the desks: time by the server's clock, drafts, keys, and what changes while one looks. */
(() => {
    'use strict';
    const bar = document.querySelector('header.bar');
    if (!bar || !bar.dataset.now) {
        return;
    }
    const words = JSON.parse(bar.dataset.words);
    const who = bar.dataset.who || 'nobody';

    /* The browser's own clock may be wrong by a day: only what passes by it is believed. */
    let base = Date.parse(bar.dataset.now) - performance.now();
    const now = () => base + performance.now();

    const say = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (all, i) => values[i]);

    /* In the same words and steps as PageTimes.left. */
    function left(due) {
        const late = now() > due;
        const minutes = Math.floor(Math.abs(due - now()) / 60000);
        const said = late ? words.over : words.left;
        const text = minutes < 1 ? said.now
            : minutes < 60 ? say(said.minutes, minutes)
            : minutes < 1440 ? say(said.hours, Math.floor(minutes / 60), minutes % 60)
            : say(said.days, Math.floor(minutes / 1440), Math.floor(minutes % 1440 / 60));
        return {text, of: late ? words.tones.over : due - now() <= words.soon ? words.tones.soon : words.tones.later};
    }

    function tick() {
        for (const time of document.querySelectorAll('time[data-due]')) {
            const shown = time.querySelector('.left');
            const {text, of} = left(Date.parse(time.dataset.due));
            if (shown && shown.firstElementChild.textContent !== text) {
                shown.className = 'left state-' + of.tone;
                shown.firstElementChild.textContent = text;
                shown.lastElementChild.textContent = of.icon;
            }
        }
    }
    setInterval(tick, 5000);

    /* Drafts: kept as one types, offered again in the same form, gone once it was sent or the person signs out. */
    const draftOf = form => 'draft:' + who + ':' + form.dataset.draft;
    const typed = form => Array.from(new FormData(form))
        .filter(([name, value]) => name !== 'key' && name !== '_csrf' && typeof value === 'string' && value !== '');

    function keep(form) {
        localStorage.setItem(draftOf(form), JSON.stringify(typed(form)));
    }

    function offer(form) {
        const draft = localStorage.getItem(draftOf(form));
        const note = form.querySelector('.offer');
        if (!draft || !note || draft === JSON.stringify(typed(form)) || draft === '[]') {
            return;
        }
        note.hidden = false;
        note.querySelector('[data-restore]').addEventListener('click', () => {
            form.reset();
            for (const [name, value] of JSON.parse(draft)) {
                for (const input of form.querySelectorAll('[name="' + CSS.escape(name) + '"]')) {
                    if (input.type === 'radio' || input.type === 'checkbox') {
                        input.checked = input.checked || input.value === value;
                    } else {
                        input.value = value;
                    }
                }
            }
            note.hidden = true;
            keep(form);
        });
        note.querySelector('[data-discard]').addEventListener('click', () => {
            localStorage.removeItem(draftOf(form));
            note.hidden = true;
        });
    }

    function arrived(root) {
        for (const sent of root.querySelectorAll('[data-sent]')) {
            localStorage.removeItem('draft:' + who + ':' + sent.dataset.sent);
        }
        root.querySelectorAll('form[data-draft]').forEach(offer);
        const summary = root.querySelector('.summary');
        if (summary) {
            summary.focus();
        }
        tick();
    }

    document.addEventListener('input', event => {
        const form = event.target.form;
        if (form && form.dataset.draft) {
            keep(form);
        }
    });
    document.addEventListener('submit', event => {
        if (event.target.action.endsWith('/sign-out')) {
            Object.keys(localStorage)
                .filter(key => key.startsWith('draft:' + who + ':'))
                .forEach(key => localStorage.removeItem(key));
        }
    });
    for (const lost of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
        document.addEventListener(lost, event => {
            const note = event.target.querySelector && event.target.querySelector('[data-unsent]');
            if (note) {
                note.hidden = false;
            }
        });
    }
    document.addEventListener('htmx:load', event => arrived(event.target));
    arrived(document);
})();
