// Live updates: the server says that something changed, the page asks for itself again and takes over its live parts. So there is one
// rendering, the server's, and without scripts the page is the same but for the last seconds.
(() => {
  "use strict";
  const kind = document.body.dataset.livePage;
  if (!kind || !window.EventSource) return;

  const toggle = document.querySelector("[data-live-toggle]");
  const word = document.querySelector("[data-live-word]");
  let source = null, timer = 0, busy = false, again = false, known = null;

  const isInUse = part => {
    const focus = document.activeElement;
    return focus && focus !== document.body && part.contains(focus) && focus.matches("input, select, textarea");
  };

  // A button that is replaced between press and release would lose the click.
  let pressed = false;
  addEventListener("pointerdown", () => { pressed = true; }, true);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(() => { pressed = false; }, 300), true);

  // Every rendering has tokens of its own; they are no change.
  const shape = part => part.innerHTML.replace(/(name="form-token" value=")[^"]*/g, "$1");

  const refresh = async () => {
    if (busy || pressed) { again = true; if (!busy) schedule(); return; }
    busy = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
      if (answer.ok && !answer.redirected) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of document.querySelectorAll("[data-live]")) {
          const replacement = fresh.getElementById(part.id);
          if (pressed) { again = true; break; }
          if (replacement && !isInUse(part) && shape(replacement) !== shape(part)) {
            const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute("data-key") : null;
            part.replaceWith(document.adoptNode(replacement));
            if (focused) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
          }
        }
      }
    } catch { /* The next event tries again. */ }
    busy = false;
    if (again) { again = false; schedule(); }
  };

  const schedule = () => { clearTimeout(timer); timer = setTimeout(refresh, 250); };

  const changed = event => {
    if (kind !== "search") { schedule(); return; }
    const articles = JSON.parse(event.data).articles;
    if (known === null) known = articles;
    const notice = document.getElementById("news-notice");
    if (notice && articles !== known) {
      notice.hidden = false;
      const count = articles - known;
      notice.querySelector("[data-count]").textContent = count > 0 ? `${count} new ${count === 1 ? "article" : "articles"}` : "The archive has changed";
    }
  };

  const show = (on, text) => {
    if (!toggle) return;
    toggle.hidden = false;
    toggle.setAttribute("aria-pressed", String(on));
    word.textContent = text;
  };

  const start = () => {
    source = new EventSource("/live");
    source.addEventListener("change", changed);
    source.onopen = () => { show(true, "Live"); document.documentElement.dataset.live = "on"; };
    source.onerror = () => show(true, "Connecting…");
  };

  const stop = () => { source?.close(); source = null; show(false, "Paused"); delete document.documentElement.dataset.live; };

  toggle?.addEventListener("click", () => { if (source) stop(); else { start(); refresh(); } });
  // A page that nobody sees needs no updates, and a browser has few connections to one server.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { if (source) { stop(); document.body.dataset.asleep = "yes"; } }
    else if (document.body.dataset.asleep) { delete document.body.dataset.asleep; start(); refresh(); }
  });
  addEventListener("pagehide", () => source?.close());
  start();
})();
