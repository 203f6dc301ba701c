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

    /* Drafts: kept as one types, offered again in the same form, gone once it was sent or the person signs out. Who a
       resident is and how they are reached is not left in a browser that others may use. */
    const NOT_KEPT = ['name', 'phone', 'address', 'key', '_csrf'];
    const draftOf = form => 'draft:' + who + ':' + form.dataset.draft;
    const typed = form => Array.from(new FormData(form))
        .filter(([name, value]) => !NOT_KEPT.includes(name) && typeof value === 'string' && value !== '');

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
    /* Files go ahead of their form, as they are chosen; the form sends the tickets they are known by. */
    document.addEventListener('change', async event => {
        const input = event.target;
        if (!input.dataset.upload) {
            return;
        }
        const field = input.closest('.files');
        const failed = field.querySelector('.wrong');
        failed.hidden = true;
        for (const file of input.files) {
            const body = new FormData();
            body.append('file', file);
            const token = input.form.querySelector('[name=_csrf]').value;
            const answer = await fetch(input.dataset.upload, {method: 'POST', body, headers: {'X-CSRF-TOKEN': token}})
                .catch(() => null);
            const told = answer && await answer.json().catch(() => null);
            if (!answer || !answer.ok || !told) {
                const why = told && (told.errors ? told.errors[0].message : told.detail);
                failed.textContent = failed.dataset.said + ' ' + file.name + (why ? ': ' + why : '') + ' ✗';
                failed.hidden = false;
                continue;
            }
            for (const taken of told.files) {
                const item = document.createElement('li');
                const ticket = Object.assign(document.createElement('input'),
                    {type: 'hidden', name: input.dataset.name, value: taken.ticket});
                const drop = Object.assign(document.createElement('button'),
                    {type: 'button', className: 'plain', textContent: input.dataset.remove});
                drop.dataset.drop = '';
                item.append(ticket, file.name + ' ✓ ', drop);
                field.querySelector('.uploaded').append(item);
            }
        }
        input.value = '';
    });
    document.addEventListener('click', event => {
        if (event.target.matches('[data-drop]')) {
            event.target.closest('li').remove();
        }
    });
    for (const button of document.querySelectorAll('[data-print]')) {
        button.hidden = false;
        button.addEventListener('click', () => window.print());
    }
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
    /* A detail that was opened is read from its top; on a phone it stands below the list. */
    document.addEventListener('htmx:afterSwap', event => {
        const detail = event.target.closest('#detail');
        if (!detail) {
            return;
        }
        document.getElementById('desk').classList.add('open');
        detail.scrollTop = 0;
        const opened = detail.querySelector('[data-case]');
        document.querySelectorAll('tr.current').forEach(row => row.classList.remove('current'));
        if (opened) {
            document.querySelectorAll('tr[data-case="' + opened.dataset.case + '"]')
                .forEach(row => row.classList.add('current'));
        }
        const first = detail.querySelector('.summary, form.form input:not([type=hidden]), form.form textarea, form.form select')
            || detail.querySelector('[data-focus]');
        if (first) {
            first.focus({preventScroll: true});
            if (detail.getBoundingClientRect().top > innerHeight / 2) {
                detail.scrollIntoView();
            }
        }
    });

    /* What is shown once is copied whole. */
    document.addEventListener('click', async event => {
        const button = event.target.closest('[data-copy]');
        if (!button) {
            return;
        }
        const shown = document.getElementById(button.dataset.copy);
        getSelection().selectAllChildren(shown);
        const copied = navigator.clipboard
            ? await navigator.clipboard.writeText(shown.textContent).then(() => true, () => false)
            : document.execCommand('copy');
        button.parentElement.querySelector('[data-copied]').hidden = !copied;
    });

    /* A chosen file is read into the text that is sent, if it is one. */
    document.addEventListener('change', async event => {
        const file = event.target.files && event.target.files[0];
        const into = file && event.target.dataset.into && document.getElementById(event.target.dataset.into);
        if (into) {
            const note = event.target.parentElement.querySelector('[data-unreadable]');
            try {
                into.value = new TextDecoder('utf-8', {fatal: true}).decode(await file.arrayBuffer());
                note.hidden = true;
            } catch {
                note.hidden = false;
            }
        }
    });
    document.addEventListener('htmx:load', event => arrived(event.target));
    arrived(document);

    /* Live: a message says only that a case changed; what changed is asked for with the reader's own rights. */
    const list = document.querySelector('[data-live]');
    if (list) {
        const waiting = new Set();
        const mine = new Map();
        let heard = false;

        const refresh = () => {
            waiting.clear();
            return htmx.ajax('GET', location.pathname + location.search, {target: '#list', swap: 'innerHTML show:none'});
        };

        const announce = () => {
            const news = document.getElementById('news');
            if (news) {
                news.firstElementChild.textContent = say(news.dataset.pattern, waiting.size);
                news.classList.toggle('on', waiting.size > 0);
            }
        };

        const touched = form => form && typed(form).some(([name]) => name !== 'handler');

        const changed = async id => {
            if (performance.now() - (mine.get(id) || -1e6) < 3000) {
                return;
            }
            const address = (list.dataset.live ? list.dataset.live + id : location.pathname) + location.search;
            const answer = await fetch(address, {headers: {'HX-Request': 'true', 'HX-Target': 'list'}});
            if (!answer.ok) {
                return;
            }
            const told = new DOMParser().parseFromString(await answer.text(), 'text/html');
            const tabs = list.querySelector('.tabs');
            if (tabs && told.querySelector('.tabs')) {
                tabs.replaceChildren(...told.querySelector('.tabs').childNodes);
            }
            const ofTheCase = 'tr[data-row][data-case="' + id + '"]';
            for (const row of list.querySelectorAll(ofTheCase)) {
                if (!list.dataset.live && !told.getElementById(row.id)) {
                    row.classList.add('changed');
                }
            }
            for (const row of told.querySelectorAll(ofTheCase)) {
                const shown = document.getElementById(row.id);
                if (!shown && row.dataset.here === 'true') {
                    waiting.add(row.id);
                } else if (shown) {
                    row.classList.add('changed');
                    const box = shown.querySelector('[name=pick]');
                    const same = row.querySelector('[name=pick]');
                    if (shown.contains(document.activeElement) || row.dataset.here !== 'true') {
                        shown.classList.add('changed');
                    } else {
                        if (box && same) {
                            same.checked = box.checked;
                        }
                        shown.replaceWith(row);
                        htmx.process(row);
                    }
                }
            }
            announce();
            tick();
            const opened = document.querySelector('#detail [data-case="' + id + '"]');
            if (opened) {
                const form = opened.querySelector('form.form');
                if (touched(form)) {
                    opened.querySelector('[data-stale]').hidden = false;
                } else if (!form && !document.getElementById('detail').contains(document.activeElement)) {
                    htmx.ajax('GET', opened.dataset.href, {target: '#detail', swap: 'innerHTML show:none'});
                } else {
                    opened.querySelector('[data-stale]').hidden = false;
                }
            }
        };

        const stream = new EventSource('/live');
        stream.addEventListener('now', event => {
            base = Date.parse(event.data) - performance.now();
            if (heard && stream.broken) {
                refresh();
            }
            heard = true;
            stream.broken = false;
            document.documentElement.dataset.live = 'on';
        });
        stream.addEventListener('case', event => changed(event.data));
        stream.addEventListener('many', () => refresh());
        stream.addEventListener('error', () => {
            stream.broken = true;
        });
        document.addEventListener('htmx:beforeRequest', event => {
            const of = event.target.closest && event.target.closest('form') && event.target.closest('[data-case]');
            if (of) {
                mine.set(of.dataset.case, performance.now());
            }
        });
        document.addEventListener('desk-changed', refresh);
        document.addEventListener('click', event => {
            if (event.target.closest('[data-show]')) {
                refresh();
            }
        });
        document.addEventListener('change', event => {
            const button = document.querySelector('[data-batch]');
            if (button && event.target.name === 'pick') {
                button.textContent = say(button.form.dataset.pattern, document.querySelectorAll('[name=pick]:checked').length);
            }
        });

        /* Keys, where the desk has any, unless the person types, or switched them off. */
        const help = document.getElementById('keys');
        const toggle = document.getElementById('keys-on');
        if (!toggle) {
            return;
        }
        toggle.checked = localStorage.getItem('keys:' + who) !== 'off';
        toggle.addEventListener('change', () => localStorage.setItem('keys:' + who, toggle.checked ? 'on' : 'off'));
        document.addEventListener('click', event => {
            if (event.target.closest('[data-keys]')) {
                help.showModal();
            }
        });

        const rows = () => Array.from(list.querySelectorAll('tr[data-row]'));
        const cursor = () => list.querySelector('tr.under-cursor') || list.querySelector('tr.current');
        const move = by => {
            const all = rows();
            const at = all.indexOf(cursor());
            const to = all[Math.min(all.length - 1, Math.max(0, at + by))];
            if (to) {
                all.forEach(row => row.classList.remove('under-cursor'));
                to.classList.add('under-cursor');
                to.scrollIntoView({block: 'nearest'});
                to.querySelector('[data-open]').focus({preventScroll: true});
            }
        };
        const inDetail = letter => {
            const row = cursor();
            const detail = document.getElementById('detail');
            const opened = detail.querySelector('[data-case]');
            const press = () => {
                const button = detail.querySelector('[data-key=' + letter + ']');
                if (button) {
                    button.click();
                }
            };
            if (opened && (!row || row.dataset.case === opened.dataset.case)) {
                press();
            } else if (row) {
                document.addEventListener('htmx:afterSettle', press, {once: true});
                row.querySelector('[data-open]').click();
            }
        };
        const keys = {
            j: () => move(1),
            k: () => move(-1),
            x: () => {
                const box = cursor() && cursor().querySelector('[name=pick]');
                if (box) {
                    box.click();
                }
            },
            a: () => {
                const button = cursor() && cursor().querySelector('[data-key=a]');
                if (button) {
                    button.click();
                } else {
                    inDetail('a');
                }
            },
            r: () => inDetail('r'),
            b: () => inDetail('b'),
            '/': () => document.getElementById('find').focus(),
            '?': () => help.showModal()
        };
        document.addEventListener('keydown', event => {
            const typing = event.target.closest('input:not([type=checkbox]), textarea, select, dialog');
            if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && toggle.checked && keys[event.key]) {
                event.preventDefault();
                keys[event.key]();
            }
        });
    }
})();
