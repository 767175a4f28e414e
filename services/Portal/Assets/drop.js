// Dropping files: each goes up by itself, three at a time, with progress; then its line follows what becomes of it.
(() => {
  "use strict";
  const zone = document.querySelector("[data-drop]");
  if (!zone) return;

  const list = document.querySelector("[data-drop-list]");
  const status = document.querySelector("[data-drop-status]");
  const input = zone.querySelector("input[type=file]");
  const largest = Number(zone.dataset.largest);
  const waiting = [];
  let running = 0, done = 0, failed = 0, all = 0;

  const el = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const tell = () => { status.textContent = `${done} of ${all} ${all === 1 ? "file" : "files"} in the folder${failed ? `, ${failed} refused` : ""}`; };

  const add = (file, name) => {
    const line = el("li"), bar = el("progress"), label = el("span", name, "path"), state = el("span", "waiting", "drop-state");
    bar.max = 1; bar.value = 0; bar.setAttribute("aria-label", `Progress of ${name}`);
    line.append(label, bar, state);
    list.append(line);
    all++;
    if (file.size > largest) { refuse({ line, bar, state }, `larger than ${zone.dataset.largestText}`); return; }
    waiting.push({ file, name, line, bar, state });
  };

  const refuse = (item, why) => {
    failed++;
    item.bar.remove();
    item.line.classList.add("is-bad");
    item.state.textContent = why;
    tell();
  };

  const next = () => {
    while (running < 3 && waiting.length > 0) { running++; send(waiting.shift()); }
  };

  const send = item => {
    const request = new XMLHttpRequest();
    request.open("PUT", "/api/drop/" + item.name.split("/").map(encodeURIComponent).join("/"));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = event => {
      if (event.lengthComputable) item.bar.value = event.total ? event.loaded / event.total : 1;
      item.state.textContent = `${Math.round(item.bar.value * 100)}%`;
    };
    request.onload = () => {
      if (request.status === 429) { item.state.textContent = "waits: the server is busy"; setTimeout(() => { waiting.unshift(item); next(); }, 3000); }
      else if (request.status === 201) { arrived(item, request.response); }
      else { refuse(item, request.response?.detail ?? `refused (${request.status})`); }
      over();
    };
    request.onerror = () => { refuse(item, "the connection broke; drop it again"); over(); };
    request.send(item.file);
  };

  const over = () => { running--; next(); };

  const arrived = (item, answer) => {
    done++;
    item.bar.remove();
    item.state.textContent = "in the folder";
    tell();
    followed.push({ item, path: answer.path, fullPath: answer.fullPath, rounds: 0 });
  };

  // What other tools leave open: whether the file was any good. A few are asked for at a time, however many were dropped.
  const followed = [];
  const names = { inFlight: "In flight", indexed: "Indexed", rejected: "Rejected", failed: "Failed", removed: "Removed" };

  const isSettled = async ({ item, path, fullPath }) => {
    const answer = await fetch("/api/files/find?path=" + encodeURIComponent(fullPath), { cache: "no-store" });
    if (!answer.ok) return false;
    const file = await answer.json();
    const link = el("a", path, "path");
    link.href = "/files/" + encodeURIComponent(file.fileId);
    item.line.querySelector(".path").replaceWith(link);
    item.state.replaceChildren(el("span", names[file.state], "state state-" + file.state.toLowerCase()));
    if (file.state === "inFlight") return false;
    if (file.state === "indexed") { item.state.append(` ${file.articleCount} ${file.articleCount === 1 ? "article" : "articles"}`); }
    else { item.line.classList.add("is-bad"); item.state.append(" " + (file.detail ?? "")); }
    return true;
  };

  const follow = async () => {
    for (const one of followed.splice(0, 8)) {
      let settled = false;
      try { settled = await isSettled(one); } catch { /* The next round tries again. */ }
      if (!settled && ++one.rounds < 300) followed.push(one);
    }
    setTimeout(follow, 400);
  };
  follow();

  const take = files => { for (const [file, name] of files) add(file, name); tell(); next(); };

  const read = (entry, folder) => new Promise(resolve => {
    if (entry.isFile) { entry.file(file => resolve([[file, folder + file.name]]), () => resolve([])); return; }
    const reader = entry.createReader(), found = [];
    const more = () => reader.readEntries(async entries => {
      if (entries.length === 0) { resolve((await Promise.all(found)).flat()); return; }
      for (const inner of entries) found.push(read(inner, folder + entry.name + "/"));
      more();
    }, () => resolve([]));
    more();
  });

  for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, event => { event.preventDefault(); zone.classList.add("is-over"); });
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("is-over"));
  zone.addEventListener("drop", async event => {
    event.preventDefault();
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    if (entries.length > 0) { take((await Promise.all(entries.map(entry => read(entry, "")))).flat()); }
    else { take([...event.dataTransfer.files].map(file => [file, file.name])); }
  });
  input.addEventListener("change", () => { take([...input.files].map(file => [file, file.webkitRelativePath || file.name])); input.value = ""; });
  zone.addEventListener("submit", event => { event.preventDefault(); input.click(); });
  zone.classList.add("is-ready");
})();
