// Reloads the page when its files have changed, and shows what is wrong with them. Only the preview serves this.
(() => {
  "use strict";
  const { follows, state: madeFrom } = document.currentScript.dataset;
  const memory = "assay-preview";
  let source;

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_assay/preview.css";
  document.head.append(style);

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const panel = element("aside", "assay-preview");
  panel.setAttribute("aria-label", "Findings of the preview");
  panel.lang = "en";
  panel.dir = "ltr";
  panel.hidden = true;
  const button = element("button", "assay-preview-bar");
  button.type = "button";
  const live = element("span", "assay-preview-summary");
  live.setAttribute("role", "status");
  const counts = element("span", "assay-preview-counts");
  const first = element("span", "assay-preview-first");
  const others = element("span", "assay-preview-others");
  live.append(counts, first, others);
  button.append(live);
  const list = element("div", "assay-preview-list");
  list.id = "assay-preview-list";
  list.tabIndex = 0;
  list.setAttribute("role", "region");
  list.setAttribute("aria-label", "What is wrong, file by file");
  button.setAttribute("aria-controls", list.id);
  panel.append(button, list);
  document.body.append(panel);

  const open = (isOpen) => {
    list.hidden = !isOpen;
    panel.classList.toggle("assay-preview-open", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => {
    open(list.hidden);
    // What somebody opened stays open on the next page, and when the page is loaded again.
    sessionStorage.setItem(memory, list.hidden ? "" : "open");
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden && !list.hidden) {
      button.click();
      button.focus();
    }
  });

  const item = (finding) => {
    const box = element("section", `assay-preview-finding assay-preview-${finding.severity}`);
    const head = element("h3");
    head.append(element("span", "assay-preview-severity", finding.severity), ` ${finding.message}`);
    box.append(head);
    if (finding.excerpt) {
      const excerpt = element("pre", "", finding.excerpt);
      excerpt.tabIndex = 0;
      box.append(excerpt);
    }
    for (const note of finding.notes) box.append(element("p", "assay-preview-note", note));
    if (finding.help) {
      const help = element("p", "assay-preview-help");
      help.append(element("strong", "", "help: "), finding.help);
      box.append(help);
    }
    box.append(element("p", "assay-preview-rule", `assay explain ${finding.rule}`));
    return box;
  };

  const group = (heading, findings) => {
    if (!findings.length) return [];
    return [element("h2", "assay-preview-group", heading), ...findings.map(item)];
  };

  const show = (state) => {
    panel.hidden = state.count === 0;
    document.body.classList.toggle("assay-preview-room", state.count > 0);
    panel.classList.toggle("assay-preview-has-errors", state.errors > 0);
    const elsewhere = state.count - state.here;
    counts.textContent = state.here ? state["summary-here"] : `${state["summary-elsewhere"]} on other pages`;
    first.textContent = state.here ? state.findings[0].message : "";
    others.textContent = state.here && elsewhere ? `${elsewhere} on other pages` : "";
    const rest = state.count - state.findings.length;
    list.replaceChildren(
      ...group(`On this page: ${state["summary-here"]}`, state.findings.slice(0, state.here)),
      ...group(`On other pages: ${state["summary-elsewhere"]}`, state.findings.slice(state.here)),
    );
    if (rest > 0) list.append(element("p", "assay-preview-note", `and ${rest} more: run assay check`));
    open(sessionStorage.getItem(memory) === "open");
  };

  // The page's file, so that what concerns it comes first.
  const pageFile = () => (follows === "pages" ? location.pathname.replace(/\/$/, "/index.html") : "");

  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/_assay/events${pageFile()}`);
    source.addEventListener("state", (event) => {
      const state = JSON.parse(event.data);
      if (state[follows] !== madeFrom) {
        source.close();
        location.reload();
      } else {
        show(state);
      }
    });
    source.addEventListener("error", () => {
      // The browser tries again by itself, unless it was told something that it does not understand.
      if (source.readyState === EventSource.CLOSED) {
        source = undefined;
        setTimeout(listen, 1000);
      }
    });
  };
  const rest = () => {
    source?.close();
    source = undefined;
  };

  // A browser has six connections to a host: tabs that nobody looks at leave theirs to the others.
  addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
