// What the desk does better with a script than without one. Everything works without it.
(() => {
  "use strict";

  // The editor: findings and the page follow the text while it is typed, and no text is left behind by mistake.
  const editor = document.querySelector("form[data-editor]");
  if (editor) {
    const text = editor.querySelector("textarea");
    const saved = text.defaultValue;
    let isSent = false;
    let timer;
    let asked = 0;
    const unsaved = () => text.value !== saved || editor.querySelector(".unsaved") !== null;

    const look = async () => {
      const number = ++asked;
      const form = new URLSearchParams(new FormData(editor));
      form.set("do", "look");
      const response = await fetch(editor.action, { method: "POST", body: form });
      if (!response.ok || number !== asked) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const [side, fresh] = [document.getElementById("editor-side"), page.getElementById("editor-side")];
      if (!side || !fresh) return;
      const frame = side.querySelector("iframe");
      const next = fresh.querySelector("iframe");
      const scroll = frame?.contentWindow?.scrollY ?? 0;
      side.querySelector("section").replaceWith(fresh.querySelector("section"));
      if (frame && next) {
        frame.addEventListener("load", () => frame.contentWindow?.scrollTo(0, scroll), { once: true });
        frame.src = next.getAttribute("src");
      }
    };

    text.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => look().catch(() => {}), 700);
    });
    editor.addEventListener("submit", () => { isSent = true; });
    addEventListener("beforeunload", (event) => {
      if (!isSent && unsaved()) event.preventDefault();
    });
    addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s") {
        event.preventDefault();
        editor.requestSubmit(editor.querySelector("button[value=save]"));
      }
    });
    // A finding's line leads to its place in the text.
    document.addEventListener("click", (event) => {
      const line = event.target.closest?.(".finding .line");
      const number = line && Number(line.textContent.replace(/\D/g, ""));
      if (!number) return;
      const start = text.value.split("\n").slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
      const end = text.value.indexOf("\n", start);
      text.focus();
      text.setSelectionRange(start, end < 0 ? text.value.length : end);
    });
  }

  // A remark is about the words that were selected before it is written.
  const passage = document.querySelector("[data-passage]");
  const matter = document.querySelector(".claim-body");
  if (passage && matter) {
    matter.addEventListener("mouseup", () => {
      const selection = getSelection();
      const chosen = selection.toString().replace(/\s+/g, " ").trim();
      const isFree = passage.value === "" || passage.classList.contains("taken");
      if (!chosen || !isFree || !matter.contains(selection.anchorNode)) return;
      passage.value = chosen;
      passage.classList.add("taken");
    });
  }

  // A quote is taken from the article by selecting it.
  const words = document.querySelector("[data-quote]");
  const quote = words && document.getElementById(words.dataset.quote);
  if (quote) {
    const take = () => {
      const selection = getSelection();
      const chosen = selection.toString().replace(/\s+/g, " ").trim();
      if (chosen && words.contains(selection.anchorNode) && words.contains(selection.focusNode)) {
        quote.value = chosen;
        quote.classList.add("taken");
      }
    };
    words.addEventListener("mouseup", take);
    words.addEventListener("keyup", take);
  }
})();
