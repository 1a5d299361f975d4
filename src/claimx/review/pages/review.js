"use strict";
(() => {
  const page = document.getElementById("page");
  const toast = document.getElementById("toast");
  const help = document.getElementById("help");
  const LETTERS = { n: "nutrient", o: "object", t: "trigger", d: "dose" };
  const ERRORS_FIELD = {
    nutrient: "nutrient_name", object: "object_name", relation: "relation", polarity: "polarity",
    certainty: "certainty", dose: "dose_min",
  };
  let busy = false;
  let mode = "";
  let spans = {};
  let initial = {};

  const find = (id) => document.getElementById(id);
  const state = () => (find("state") ? JSON.parse(find("state").textContent) : null);
  const query = () => new URLSearchParams(location.search);

  function say(text) {
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { toast.hidden = true; }, 3500);
  }

  async function load(params, { push = true } = {}) {
    const asked = new URLSearchParams(params);
    asked.set("part", "1");
    const answer = await fetch("/review?" + asked);
    if (!answer.ok) throw new Error((await answer.text()).trim());
    page.innerHTML = await answer.text();
    const now = new URLSearchParams(params);
    now.delete("after");
    const shown = state();
    if (shown) now.set("claim", shown.claim_id);
    history[push ? "pushState" : "replaceState"](null, "", "/review?" + now);
    arrive();
  }

  function arrive() {
    mode = "";
    spans = {};
    const shown = state();
    if (!shown) return;
    const number = find("text").dataset.number;
    let first = null;
    for (const piece of document.querySelectorAll("#text [data-s], #text [data-c]")) {
      const mine = (piece.dataset.c || "").split(" ").includes(number);
      const inSentence = (piece.dataset.s || "").split(" ").includes(number);
      if (mine || (inSentence && !piece.dataset.c)) piece.classList.add("on");
      if (inSentence && !first) first = piece;
    }
    if (first) {
      const reader = find("reader");
      const top = first.getBoundingClientRect().top - reader.getBoundingClientRect().top + reader.scrollTop;
      reader.scrollTo({ top: top - reader.clientHeight * 0.33, behavior: "instant" });
    }
    initial = fields();
  }

  async function post(act, body) {
    const answer = await fetch("/act/" + act + "?as=" + encodeURIComponent(query().get("as") || ""), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...body, request: crypto.randomUUID() }),
    });
    const found = await answer.json().catch(() => ({ problems: ["not saved: " + answer.status] }));
    if (!answer.ok) throw Object.assign(new Error("refused"), { problems: found.problems });
    return found;
  }

  async function run(work) {
    if (busy) return;
    busy = true;
    try {
      await work();
    } catch (error) {
      const problems = error.problems || ["Not saved: " + error.message];
      const list = find("problems");
      if (mode && list) {
        list.replaceChildren(...problems.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
      } else say(problems.join("; "));
    } finally {
      busy = false;
    }
  }

  function next() {
    const params = query();
    const shown = state();
    params.delete("claim");
    if (shown) params.set("after", shown.claim_id);
    return load(params);
  }

  function fields() {
    const found = {};
    for (const control of document.querySelectorAll("#edit .fields [name]")) found[control.name] = control.value;
    return found;
  }

  function open(wanted) {
    mode = wanted;
    const form = find("edit");
    const missed = wanted === "missed";
    form.hidden = false;
    find("errors").hidden = missed;
    find("edit-title").textContent = missed ? "Which claim was missed?" : "What is wrong?";
    document.querySelector('[data-do="wrong"]').setAttribute("aria-expanded", String(!missed));
    if (missed) {
      spans = { nutrient: null, object: null, trigger: null, dose: null };
      for (const shown of form.querySelectorAll("[data-shows]")) shown.textContent = "";
      const blank = {
        nutrient_state: "intake", polarity: "affirmed", certainty: "asserted", evidence: "none", claim_class: "other",
        resolution: "explicit", relation: "",
      };
      for (const control of form.querySelectorAll(".fields [name]")) {
        control.value = blank[control.name] ?? "";
        if (control.name === "relation") control.selectedIndex = -1;
      }
    }
    form.scrollIntoView({ block: "nearest" });
    if (!missed) form.querySelector("#errors input").focus({ preventScroll: true });
  }

  function close() {
    if (!mode) return;
    mode = "";
    load(query(), { push: false });
  }

  function setSpan(name) {
    const chosen = articleSelection();
    if (!chosen) return say("Select words in the article first.");
    spans[name] = [chosen.start, chosen.end];
    find("edit").querySelector(`[data-shows="${name}"]`).textContent = chosen.words;
    const field = find("edit").elements[name + "_name"];
    if (field) field.value = chosen.words;
    if (mode === "wrong" && !find("edit").elements.error.value) {
      find("edit").elements.error.value = name === "dose" ? "dose" : "boundary";
    }
    getSelection().removeAllRanges();
  }

  function clearSpan(name) {
    spans[name] = null;
    find("edit").querySelector(`[data-shows="${name}"]`).textContent = "";
    const field = find("edit").elements[name + "_name"];
    if (field) field.value = "";
    if (name === "object") find("edit").elements.object_type.value = "";
  }

  function correction() {
    const now = fields();
    const changed = {};
    for (const [name, value] of Object.entries(now)) {
      // a missed claim has nothing to differ from; what a dose says is read from its words
      if (mode === "missed" ? value !== "" : value !== initial[name]) changed[name] = value;
    }
    for (const [name, span] of Object.entries(spans)) if (mode !== "missed" || span) changed[name] = span;
    return changed;
  }

  function save() {
    const form = find("edit");
    const shown = state();
    const note = form.elements.note.value;
    if (mode === "missed") {
      return run(async () => {
        await post("missed", { doc_id: shown.doc_id, correction: correction(), note });
        await load(query(), { push: false });
        say("Added. Thank you.");
      });
    }
    const error = form.elements.error.value;
    return run(async () => {
      if (!error) throw Object.assign(new Error(), { problems: ["Say what is wrong: 1 to 9."] });
      const changes = error === "not_a_claim" ? {} : correction();
      await post("verdict", { claim_id: shown.claim_id, verdict: "wrong", error, correction: changes, note });
      await next();
    });
  }

  const acts = {
    right: () => run(async () => { await post("verdict", { claim_id: state().claim_id, verdict: "right" }); await next(); }),
    unsure: () => run(async () => { await post("verdict", { claim_id: state().claim_id, verdict: "unsure" }); await next(); }),
    wrong: () => open("wrong"),
    edit: () => open("wrong"),
    missed: () => open("missed"),
    next: () => run(next),
    close,
    undo: () => run(async () => {
      const undone = await post("undo", {});
      if (!undone.kind) return say("Nothing to undo.");
      const params = query();
      if (undone.claim_id) params.set("claim", undone.claim_id);
      await load(params);
      say("Undone.");
    }),
    read: () => run(async () => {
      const box = find("read");
      await post("read", { doc_id: state().doc_id, read: box.checked });
      say(box.checked ? "Marked as read in full." : "No longer marked as read.");
    }),
    stats: () => { location.href = "/stats?as=" + encodeURIComponent(query().get("as") || ""); },
    help: () => help.showModal(),
    sample: () => {
      const open = find("sample").classList.toggle("open");
      document.querySelector('[data-do="sample"]').setAttribute("aria-expanded", String(open));
    },
  };
  const KEYS = { r: "right", w: "wrong", u: "unsure", n: "next", z: "undo", m: "missed", e: "edit", s: "stats", "?": "help" };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do], [data-span], [data-clear]");
    if (button) {
      if (button.dataset.do) acts[button.dataset.do]();
      else if (button.dataset.span) setSpan(button.dataset.span);
      else clearSpan(button.dataset.clear);
    }
  });
  // a click on a button would take the selection away
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-span]")) event.preventDefault();
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "read") acts.read();
    if (event.target.name === "error") {
      const field = ERRORS_FIELD[event.target.value];
      for (const control of find("edit").querySelectorAll(".fields label")) {
        const asked = Boolean(field) && control.lastElementChild.name === field;
        control.classList.toggle("asked", asked);
        if (asked && control.closest("details")) control.closest("details").open = true;
      }
    }
    if (event.target.closest("#sample")) {
      const params = new URLSearchParams([...new FormData(find("sample"))].filter(([, value]) => value !== ""));
      run(() => load(params));
    }
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id === "edit") { event.preventDefault(); save(); }
    if (event.target.id === "sample") event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || help.open) return;
    if (event.key === "Escape") return close();
    const control = event.target;
    const typing = control.matches("select, textarea, input:not([type=radio]):not([type=checkbox])");
    if (typing) return;
    const pressed = event.key.toLowerCase();
    if (mode) {
      if (LETTERS[pressed] && articleSelection()) { event.preventDefault(); return setSpan(LETTERS[pressed]); }
      const radio = document.querySelectorAll("#errors input")[Number(pressed) - 1];
      if (mode === "wrong" && radio) {
        event.preventDefault();
        radio.checked = true;
        radio.focus();
        radio.dispatchEvent(new Event("change", { bubbles: true }));
      } else if (event.key === "Enter" && !control.matches("button")) { event.preventDefault(); save(); }
      return;
    }
    if (pressed === "f" && find("read")) { find("read").checked = !find("read").checked; return acts.read(); }
    const act = KEYS[pressed];
    const needsClaim = !["undo", "stats", "help"].includes(act);
    if (act && (state() || !needsClaim)) { event.preventDefault(); acts[act](); }
  });

  addEventListener("popstate", () => run(() => load(query(), { push: false })));
  arrive();
  const shown = state();
  if (shown) {
    const params = query();
    params.set("claim", shown.claim_id);
    history.replaceState(null, "", "/review?" + params);
  }
})();
