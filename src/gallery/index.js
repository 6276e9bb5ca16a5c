// What is shown, and the review: kept by this browser, saved as a file, read in again. Nothing is sent anywhere.
"use strict";
(() => {
    const find = (id) => document.getElementById(id);
    const articles = [...document.querySelectorAll("article")];
    const sections = [...document.querySelectorAll("main > section:not(.others):not(.gone)")];
    const shelf = "vitrina-review " + document.title;
    const review = new Map(); // name -> {approved, fingerprint, note}

    // ---- what is shown ----

    const filters = ["view", "language", "text", "screen", "kind", "findings", "hard", "changed", "open"].map(find).filter(Boolean);

    for (const kind of new Set(articles.map((article) => article.dataset.kind)))
        find("kind").add(new Option(kind, kind));

    function fits(article) {
        const data = article.dataset;
        return (!find("language").value || data.language === find("language").value) &&
            (!find("kind").value || data.kind === find("kind").value) &&
            (!find("findings").checked || "findings" in data) &&
            (!find("hard").checked || "hard" in data) &&
            (!find("changed").checked || "changed" in data) &&
            (!find("open").checked || !isApproved(article)) &&
            [...article.querySelectorAll("figure")].some(isWanted);
    }

    function isWanted(figure) {
        return ["text", "screen"].every((id) => !find(id)?.value || figure.dataset[id] === find(id).value);
    }

    function show() {
        document.body.classList.toggle("sheet", find("view").value === "sheet");
        for (const article of articles) {
            article.hidden = !fits(article);
            let first = true; // which stands on the contact sheet
            for (const figure of article.querySelectorAll("figure")) {
                figure.hidden = !isWanted(figure);
                figure.classList.toggle("first", first && !figure.hidden);
                first = first && figure.hidden;
            }
        }
        for (const section of sections)
            section.hidden = !section.querySelector("article:not([hidden])");
        tell();
    }

    function tell() {
        const shown = articles.filter((article) => !article.hidden).length;
        const approved = articles.filter(isApproved).length;
        const notes = [...review.values()].filter((entry) => entry.note).length;
        find("status").textContent = `${shown} of ${articles.length} pages shown, ${approved} approved, ${notes} with a note`;
    }

    // On the contact sheet a picture leads to its page.
    function open(event, article) {
        if (find("view").value !== "sheet")
            return;
        event.preventDefault();
        find("view").value = "pages";
        show();
        article.scrollIntoView();
        article.querySelector("figure:not([hidden]) a").focus({preventScroll: true});
    }

    // ---- the review ----

    // Of a page that is shown in fewer sizes than were approved, nothing has changed.
    function holds(fingerprints, article) {
        const approved = String(fingerprints).split("-");
        return article.dataset.print.split("-").every((print) => approved.includes(print));
    }

    function isApproved(article) {
        const entry = review.get(article.dataset.name);
        return Boolean(entry && entry.approved && holds(entry.fingerprint, article));
    }

    function mark(article) {
        const entry = review.get(article.dataset.name);
        article.querySelector(".approved").checked = isApproved(article);
        article.querySelector(".stale").hidden = !(entry && entry.approved) || isApproved(article);
        article.classList.toggle("done", isApproved(article));
    }

    function put(article) {
        const entry = review.get(article.dataset.name);
        article.querySelector("textarea").value = entry ? entry.note : "";
        mark(article);
    }

    function keep() {
        try {
            localStorage.setItem(shelf, JSON.stringify({reader: find("reader").value, pages: [...review]}));
        } catch {
            find("status").textContent = "This browser keeps nothing: save your review before you close the page";
        }
    }

    function take(article) {
        review.set(article.dataset.name, {
            approved: article.querySelector(".approved").checked,
            fingerprint: article.dataset.print,
            note: article.querySelector("textarea").value.trim(),
        });
    }

    function recall() {
        try {
            const kept = JSON.parse(localStorage.getItem(shelf)) || {reader: "", pages: []};
            find("reader").value = kept.reader;
            for (const [name, entry] of kept.pages)
                review.set(name, entry);
        } catch {
            // what was kept cannot be read: the review begins anew
        }
    }

    // ---- files ----

    function download(name, type, text) {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([text], {type}));
        link.download = name;
        link.click();
        URL.revokeObjectURL(link.href);
    }

    function fileName(ending) {
        const reader = find("reader").value.trim().replace(/[^\p{L}\p{N}]+/gu, "-");
        return `review${reader ? "-" + reader : ""}.${ending}`;
    }

    function pages() {
        return articles.filter((article) => review.has(article.dataset.name)).map((article) => ({
            page: article.dataset.name,
            ...review.get(article.dataset.name),
        })).filter((entry) => entry.approved || entry.note);
    }

    function save() {
        const content = {format: "vitrina-review", title: document.title, reader: find("reader").value.trim(), saved: new Date().toISOString(), pages: pages()};
        download(fileName("json"), "application/json", JSON.stringify(content, null, 1) + "\n");
    }

    // A note that begins like a formula is none.
    const cell = (text) => `"${text.replace(/^([=+\-@])/, "'$1").replaceAll('"', '""')}"`;

    function saveTable() {
        const rows = pages().map((entry) => [entry.page, entry.approved ? "yes" : "no", entry.note, find("reader").value].map(cell).join(","));
        download(fileName("csv"), "text/csv", "\uFEFF" + ["page,approved,note,reader", ...rows].join("\r\n") + "\r\n");
    }

    // Of several readers: a page is approved once one of them does, and all notes stand below one another.
    function join(reader, page) {
        const before = review.get(page.page) || {approved: false, fingerprint: "", note: ""};
        const note = page.note && reader && reader !== find("reader").value ? `${reader}: ${page.note}` : page.note || "";
        const current = articles.find((article) => article.dataset.name === page.page);
        const fresh = page.approved && (!before.approved || (current && holds(page.fingerprint, current)));
        review.set(page.page, {
            approved: before.approved || Boolean(page.approved),
            fingerprint: fresh ? String(page.fingerprint) : before.fingerprint,
            note: !note || before.note.includes(note) ? before.note : [before.note, note].filter(Boolean).join("\n"),
        });
    }

    async function readIn(files) {
        let count = 0;
        const wrong = [];
        for (const file of files) {
            try {
                const content = JSON.parse(await file.text());
                if (content.format !== "vitrina-review" || !Array.isArray(content.pages))
                    throw new Error("no review");
                content.pages.forEach((page) => join(String(content.reader || ""), page));
                count += content.pages.length;
            } catch {
                wrong.push(file.name);
            }
        }
        articles.forEach(put);
        keep();
        show();
        find("status").textContent = wrong.length ? `${wrong.join(", ")}: no review that can be read` : `${count} pages read in`;
    }

    // ---- beginning ----

    recall();
    for (const article of articles) {
        put(article);
        article.querySelector(".pictures").addEventListener("click", (event) => open(event, article));
        article.querySelector(".review").addEventListener("input", () => {
            take(article);
            mark(article);
            keep();
            tell();
        });
    }
    filters.forEach((filter) => filter.addEventListener("input", show));
    find("reader").addEventListener("input", keep);
    find("save").addEventListener("click", save);
    find("table").addEventListener("click", saveTable);
    find("load").addEventListener("change", (event) => readIn([...event.target.files]));
    document.querySelector(".tools").addEventListener("submit", (event) => event.preventDefault());
    document.querySelector(".tools").hidden = false;
    for (const what of ["findings", "hard"])
        find(what).disabled = articles.every((article) => !(what in article.dataset));
    find("view").value = location.hash ? "pages" : "sheet";
    show();
    if (location.hash)
        document.getElementById(location.hash.slice(1))?.scrollIntoView();
})();
