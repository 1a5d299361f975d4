"use strict";
(() => {
  const details = JSON.parse(document.getElementById("details").textContent);
  const body = document.querySelector(".claims tbody");
  const rows = details.map((_, n) => document.getElementById("c" + n));
  const form = document.getElementById("filters");
  const chips = document.getElementById("chips");
  const reader = document.getElementById("reader");
  const back = document.getElementById("back");
  const pieces = rows.map(() => []);
  for (const piece of reader.querySelectorAll("[data-s], [data-c]")) {
    const numbers = new Set(((piece.dataset.s || "") + " " + (piece.dataset.c || "")).trim().split(" "));
    for (const n of numbers) pieces[n].push(piece);
  }
  const byId = new Map(details.map((detail, n) => [detail.id, n]));
  const words = rows.map((row, n) => (row.textContent + " " + details[n].q).toLowerCase());
  let chosen = -1;
  let lit = [];
  let extra = {};

  const narrow = () => matchMedia("(max-width: 980px)").matches;
  const visible = () => [...body.rows].filter((row) => !row.hidden);
  const numberOf = (row) => Number(row.id.slice(1));

  function fits(n, wanted) {
    const fields = details[n].f;
    for (const [name, value] of Object.entries(wanted)) {
      if (value === "") continue;
      if (name === "words") {
        if (!value.toLowerCase().split(/\s+/).every((word) => words[n].includes(word))) return false;
      } else if (name === "flag") {
        if (!fields.flags.includes(value)) return false;
      } else if (name === "min") {
        if (fields.confidence < Number(value)) return false;
      } else if (name === "max") {
        if (fields.confidence >= Number(value) && Number(value) < 1) return false;
      } else if (name === "claim") {
        if (details[n].id !== value) return false;
      } else if (String(fields[name]) !== value) return false;
    }
    return true;
  }

  function filter() {
    const wanted = { ...Object.fromEntries(new FormData(form)), ...extra };
    let shown = 0;
    rows.forEach((row, n) => {
      row.hidden = !fits(n, wanted);
      shown += !row.hidden;
    });
    document.getElementById("shown").textContent = shown === rows.length ? String(shown) : shown + " of " + rows.length;
    document.getElementById("none").hidden = shown > 0;
    for (const select of form.querySelectorAll("select")) select.classList.toggle("set", select.value !== "");
    chips.replaceChildren(...Object.entries(extra).map(([name, value]) => {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.textContent = { min: "from ", max: "below " }[name] !== undefined
        ? { min: "from ", max: "below " }[name] + value + " ×" : name + ": " + value + " ×";
      chip.addEventListener("click", () => { delete extra[name]; filter(); });
      return chip;
    }));
  }

  function clear() {
    for (const control of form.elements) if (control.name) control.value = "";
    extra = {};
  }

  function choose(n) {
    for (const piece of lit) piece.classList.remove("on");
    if (chosen >= 0) rows[chosen].removeAttribute("aria-current");
    chosen = n;
    lit = pieces[n];
    for (const piece of lit) {
      const mine = !piece.dataset.c || piece.dataset.c.split(" ").includes(String(n));
      if (mine) piece.classList.add("on");
    }
    rows[n].setAttribute("aria-current", "true");
    const title = document.getElementById("why-title");
    title.textContent = details[n].t;
    title.hidden = false;
    const list = document.getElementById("why-list");
    list.hidden = false;
    list.replaceChildren(...details[n].d.map(([name, value]) => {
      const line = document.createElement("div");
      const term = document.createElement("dt");
      const meaning = document.createElement("dd");
      term.textContent = name;
      meaning.textContent = value;
      line.append(term, meaning);
      return line;
    }));
    document.querySelector(".hint").hidden = true;
    history.replaceState(null, "", "#claim=" + details[n].id);
  }

  function showSentence(n) {
    if (narrow()) document.body.classList.add("reading");
    const target = document.getElementById("s" + n) || pieces[n][0];
    if (!target) return;
    const piece = target.nextElementSibling || target;
    const place = piece.getBoundingClientRect().top - reader.getBoundingClientRect().top + reader.scrollTop;
    const above = document.getElementById("why").offsetHeight;
    reader.scrollTo({ top: place - above - (reader.clientHeight - above) * 0.28 });
  }

  function showRow(n) {
    document.body.classList.remove("reading");
    if (rows[n].hidden) { clear(); filter(); }
    rows[n].scrollIntoView({ block: "center" });
    rows[n].querySelector("a").focus({ preventScroll: true });
  }

  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    if (!row || String(getSelection())) return;
    event.preventDefault();
    choose(numberOf(row));
    showSentence(chosen);
    row.querySelector("a").focus({ preventScroll: true });
  });

  reader.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-c], .s[data-s]");
    if (!piece || String(getSelection())) return;
    event.preventDefault();
    const numbers = (piece.dataset.c || piece.dataset.s).split(" ").map(Number);
    // a second click on words of several claims goes to the next of them
    const n = numbers[(numbers.indexOf(chosen) + 1) % numbers.length];
    choose(n);
    showRow(n);
  });

  document.querySelector(".claims thead").addEventListener("click", (event) => {
    const head = event.target.closest("th");
    if (!head) return;
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = head.dataset.k;
    const value = (n) => key === "place" ? n : key === "how"
      ? details[n].f.certainty + " " + details[n].f.evidence : details[n].f[key];
    const order = rows.map((_, n) => n).sort((a, b) => {
      const x = value(a), y = value(b);
      const by = typeof x === "number" ? x - y : x.localeCompare(y);
      return (down ? -by : by) || a - b;
    });
    body.append(...order.map((n) => rows[n]));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape") {
      if (document.body.classList.contains("reading")) back.click();
      else if (typing) event.target.blur();
      return;
    }
    if (typing) return;
    if (event.key === "/") {
      event.preventDefault();
      form.elements.words.focus();
    }
    const inTable = body.contains(event.target);
    const step = { j: 1, k: -1, ...(inTable ? { ArrowDown: 1, ArrowUp: -1 } : {}) }[event.key];
    if (!step) return;
    event.preventDefault();
    const list = visible();
    const at = list.indexOf(rows[chosen]);
    const next = list[at < 0 ? 0 : Math.min(Math.max(at + step, 0), list.length - 1)];
    if (!next) return;
    choose(numberOf(next));
    showSentence(chosen);
    if (!narrow()) {
      next.scrollIntoView({ block: "nearest" });
      next.querySelector("a").focus({ preventScroll: true });
    }
  });

  function follow() {
    const hash = location.hash;
    if (hash.startsWith("#f:")) {
      clear();
      for (const [name, value] of new URLSearchParams(hash.slice(3).replace(/\+/g, "%2B"))) {
        if (form.elements[name] && [...(form.elements[name].options || [])].some((o) => o.value === value)) {
          form.elements[name].value = value;
        } else extra[name] = value;
      }
      filter();
      document.getElementById("claims").scrollIntoView();
    } else if (hash.startsWith("#claim=") && byId.has(hash.slice(7))) {
      const n = byId.get(hash.slice(7));
      choose(n);
      showRow(n);
      showSentence(n);
    }
  }

  back.addEventListener("click", () => {
    document.body.classList.remove("reading");
    if (chosen >= 0) showRow(chosen);
  });
  document.getElementById("labels").addEventListener("change", (event) => {
    reader.classList.toggle("unlabelled", !event.target.checked);
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => { event.preventDefault(); clear(); filter(); });
  addEventListener("hashchange", follow);
  filter();
  follow();
})();
