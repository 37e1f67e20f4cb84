// The teacher's remote: what the console shows, and the few keys that steer a lesson.
(function (L) {
  "use strict";
  const el = L.el;
  const screen = document.getElementById("screen");
  const top = document.getElementById("top");
  const keys = document.getElementById("keys");
  const strip = document.getElementById("strip");
  const MANY = 60; // seats named one by one; of a whole school only the first
  let token = takeToken();
  let state = null;
  let link = null;
  let deadline = 0;
  let ending = false;
  let trouble = "";
  let newest = -1;
  let gone = "";

  // The token is taken out of the address bar at once, and kept for this tab only.
  function takeToken() {
    const match = /token=([^&]+)/.exec(location.hash);
    try {
      if (match) sessionStorage.setItem("lophoc.teacher", decodeURIComponent(match[1]));
      if (match) history.replaceState(null, "", location.pathname);
      return sessionStorage.getItem("lophoc.teacher") || "";
    } catch (refused) {
      return match ? decodeURIComponent(match[1]) : "";
    }
  }
  function connect() {
    if (link) link.stop();
    gone = token ? "" : "token";
    if (!token) {
      draw();
      return;
    }
    link = L.link({
      url: function () {
        return L.socketUrl("/api/teacher/ws", { token: token, lang: L.language });
      },
      up: function () {
        newest = -1;
        strip.hidden = true;
      },
      message: function (value) {
        if (value.type !== "state" || value.n < newest) return;
        newest = value.n;
        const moved = !state || !state.step || !value.step || state.step.id !== value.step.id;
        state = value;
        const left = value.step ? value.step.seconds_left : null;
        deadline = typeof left === "number" ? Date.now() + left * 1000 : 0;
        if (moved) trouble = "";
        if (value.status === "ended") gone = "over";
        draw();
        if (moved) {
          window.scrollTo(0, 0);
          if (value.step) L.announce(value.step.title);
        }
      },
      down: function () {
        strip.textContent = L.say(state ? "reconnecting" : "connecting");
        strip.hidden = false;
      },
      refused: function (code) {
        strip.hidden = true;
        gone = code === 4410 ? "over" : "token";
        draw();
      },
    });
    draw();
  }
  function command(name, body) {
    trouble = "";
    L.ask("/api/teacher/" + name, body, { Authorization: "Bearer " + token, "Accept-Language": L.language }).then(function (answer) {
      if (answer.status >= 200 && answer.status < 300) return;
      if (answer.status === 401) {
        gone = "token";
        link.stop();
      } else trouble = (answer.body.error && answer.body.error.message) || L.say("failed");
      draw();
    });
  }

  function act(className, word, icon, press) {
    return el(
      "button",
      { type: "button", class: className, "data-key": word, onclick: press },
      icon ? L.icon(icon) : null,
      el("span", null, L.say(word))
    );
  }
  function send(name, body) {
    return function () {
      command(name, body);
    };
  }
  function draw() {
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.key : null;
    L.sayAll(document);
    document.title = L.say("title");
    document.documentElement.lang = L.language;
    drawTop();
    L.clear(screen);
    keys.hidden = true;
    if (gone) screen.appendChild(message(gone === "over" ? "over" : "no_token"));
    else if (!state) screen.appendChild(el("p", { class: "big" }, L.say("connecting")));
    else if (ending) screen.appendChild(endPage());
    else drawLesson();
    const again = focused && document.querySelector('[data-key="' + focused + '"]');
    if (again && !again.disabled) again.focus();
  }
  function message(word) {
    return el("div", { class: "message" }, el("h1", null, L.say(word)), el("p", null, L.say(word + "_note")));
  }
  function drawTop() {
    L.clear(top);
    const label = state && state["class"] ? L.className(state["class"]) : L.say("title");
    top.appendChild(el("div", { class: "lesson" }, el("b", null, label), el("span", null, (state && state.lesson) || "")));
    top.appendChild(
      el(
        "button",
        {
          type: "button",
          class: "tongue",
          "data-key": "tongue",
          lang: L.language === "vi" ? "en" : "vi",
          onclick: function () {
            L.language = L.language === "vi" ? "en" : "vi";
            L.store.set("language", L.language);
            connect();
          },
        },
        L.say("other_language")
      )
    );
  }
  function endPage() {
    const no = act("primary", "end_no", "", function () {
      ending = false;
      draw();
    });
    const yes = act("danger", "end_yes", "", function () {
      ending = false;
      command("end");
      draw();
    });
    return el("div", { class: "message" }, el("h1", null, L.say("end_ask")), el("p", null, L.say("end_note")), no, yes);
  }

  function drawLesson() {
    const step = state.step;
    if (trouble) screen.appendChild(el("p", { class: "notice", role: "alert" }, trouble));
    if (state.status === "paused") screen.appendChild(el("p", { class: "notice" }, L.say("paused")));
    if (state.black) screen.appendChild(el("p", { class: "notice" }, L.say("black")));
    if (!step) screen.appendChild(message("lobby"));
    else {
      const where = [];
      state.steps.forEach(function (one, at) {
        if (one.id === step.id) where.push(L.say("step_of", { n: at + 1, of: state.steps.length }));
      });
      if (step.beats > 1) where.push(L.say("beat_of", { n: step.beat, of: step.beats }));
      screen.appendChild(el("p", { class: "where" }, where.join(" · ")));
      screen.appendChild(el("h1", null, step.title));
      if (step.askable) asked(step);
    }
    if (state.notes) {
      screen.appendChild(el("section", { class: "panel" }, el("h2", null, L.say("notes")), L.rich(state.notes, "rich notes")));
    }
    if (!step || !step.askable) screen.appendChild(el("p", { class: "quiet" }, L.say("joined", { n: state.joined })));
    screen.appendChild(tools());
    drawKeys();
  }
  function asked(step) {
    const panel = el("section", { class: "panel" });
    const head = el("div", { class: "phase " + state.phase }, el("b", null, L.say(vote("phase_" + state.phase))), el("span", { id: "clock" }));
    panel.appendChild(head);
    if (step.prompt && step.prompt !== step.title) panel.appendChild(el("p", { class: "prompt" }, step.prompt));
    const counts = state.counts || {};
    const most = Math.max.apply(null, [1].concat(Object.keys(counts).map(function (id) {
      return counts[id];
    })));
    (step.options || []).forEach(function (option, index) {
      const right = (state.correct || []).indexOf(option.id) >= 0;
      const n = counts[option.id] || 0;
      const bar = el("i", null);
      const look = L.facts.answers[index];
      bar.style.width = (100 * n) / most + "%";
      bar.style.background = look ? look.colour : "#0C5A55";
      panel.appendChild(
        el(
          "div",
          { class: "count" + (right ? " right" : ""), "data-option": option.id },
          look ? L.shape(index, true) : null,
          el("div", { class: "middle" }, el("span", null, option.text), el("div", { class: "track" }, bar)),
          right ? el("span", { class: "tick", role: "img", "aria-label": L.say("right") }, L.icon("check")) : null,
          el("b", null, String(n))
        )
      );
    });
    screen.appendChild(actions());
    screen.appendChild(panel);
    if (state.phase === "open" || state.phase === "closed") panel.appendChild(missing());
  }
  function missing() {
    const left = state.missing;
    const root = el(
      "div",
      { class: "missing" },
      el("h2", null, L.say("answered", { n: state.answers, of: state.asked })),
      state.asked ? el("p", null, left.length ? L.say("missing") : L.say("missing_none")) : null
    );
    const list = root.appendChild(el("ul"));
    left.slice(0, MANY).forEach(function (seat) {
      list.appendChild(el("li", { "aria-label": L.say("seat", { n: seat }) }, String(seat)));
    });
    if (left.length > MANY) root.appendChild(el("p", null, L.say("missing_more", { n: left.length - MANY })));
    return root;
  }
  // What else can be done with the question; what Continue does itself is on its own key.
  function actions() {
    const root = el("div", { class: "actions" });
    const kind = state.action.kind;
    if (state.phase === "waiting" && kind !== "open") root.appendChild(act("strong", "open", "play", send("open")));
    if (state.phase === "open" && kind !== "close") root.appendChild(act("strong", "close", "lock", send("close")));
    if (state.phase === "open" && deadline) root.appendChild(act("plain", "more_time", "clock", send("timer", { seconds: 30 })));
    if (state.phase === "closed" && kind !== "reveal") root.appendChild(act("plain", isVote() ? "reveal_vote" : "reveal", "eye", send("reveal")));
    if (state.phase === "closed") root.appendChild(act("plain", "open_again", "play", send("open")));
    if (kind !== "next" && kind !== "end" && state.next) root.appendChild(act("plain", "skip", "next", send("next")));
    return root;
  }
  function tools() {
    const paused = state.status === "paused";
    return el(
      "div",
      { class: "tools" },
      act("plain", state.black ? "go_light" : "go_black", "black", send("black", { on: !state.black })),
      act("plain", paused ? "resume" : "pause", paused ? "play" : "pause", send(paused ? "resume" : "pause")),
      act("plain warn", "end", "x", askEnd)
    );
  }
  function drawKeys() {
    L.clear(keys);
    keys.hidden = false;
    keys.appendChild(act("plain", "previous", "back", send("previous")));
    const kind = state.action.kind;
    const go = act("primary", vote("go_" + kind), "", kind === "end" ? askEnd : send("advance"));
    go.dataset.key = "go";
    go.disabled = kind === "none";
    const leads = kind === "next" || kind === "start";
    if (leads && state.next) go.appendChild(el("small", null, state.next.title));
    keys.appendChild(go);
  }
  // A poll and a choice of path have a result, and no answer.
  function isVote() {
    return !!state.step && (state.step.kind === "poll" || state.step.kind === "branch");
  }
  function vote(word) {
    return isVote() && L.words[word + "_vote"] ? word + "_vote" : word;
  }
  function askEnd() {
    ending = true;
    draw();
    window.scrollTo(0, 0);
  }
  setInterval(function () {
    const clock = document.getElementById("clock");
    if (!clock) return;
    const left = Math.max(0, Math.ceil((deadline - Date.now()) / 1000));
    clock.textContent = deadline && state.phase === "open" ? L.say("time_left", { n: left }) : "";
  }, 250);
  window.addEventListener("hashchange", function () {
    const next = takeToken();
    if (next && next !== token) {
      token = next;
      state = null;
      connect();
    }
  });
  connect();
})(window.LH);
