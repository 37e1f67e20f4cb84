// The pupil's page: what the class computer says becomes what is on this screen.
(function (L) {
  "use strict";
  const el = L.el;
  const screen = document.getElementById("screen");
  const top = document.getElementById("top");
  const strip = document.getElementById("strip");
  let link = null;
  let state = null; // the last state that came
  let seat = L.store.get("seat"); // {token, seat}
  let pending = L.store.get("pending"); // an answer without a receipt: {step, round, choice}
  let underway = false; // whether it went out on this socket
  let overdue = 0;
  let mine = null; // {choice, status} for the step shown; only ever what the class computer confirmed
  let editing = false;
  let notice = "";
  let stop = ""; // "elsewhere", "ended"
  let ticking = 0;
  let deadline = 0;
  let total = 0;
  let shown = "";
  let asked = false; // whether a question was here already; then the waiting room needs no welcome
  let newest = -1; // number of the newest state on this socket

  const REFUSED = { "not-saving": "not_saving", "unknown-choice": "unknown_choice", "unknown-seat": "absent" };

  // --- one screen at a time; a screen that is already there is left alone, with its focus and its half-made answer
  function show(key, build) {
    const whole = L.language + "|" + key;
    if (whole === shown) return;
    const focused = screen.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const same = shown.split("|").slice(0, 3).join("|") === whole.split("|").slice(0, 3).join("|");
    const typing = document.activeElement && document.activeElement.id === "code" ? document.activeElement.value : null;
    shown = whole;
    L.hush();
    L.clear(screen).appendChild(build());
    if (!same) window.scrollTo(0, 0);
    if (L.covered()) return;
    const again = focused && screen.querySelector('[data-key="' + focused + '"]');
    const target = again && !again.disabled ? again : screen.querySelector("[data-focus]") || screen.querySelector("h1");
    if (target) target.focus();
    if (typing !== null && document.getElementById("code")) document.getElementById("code").value = typing;
  }

  // --- answers
  function key(step) {
    return step.id + "/" + (step.round || 1);
  }
  function draftOf(step) {
    const kept = L.store.get("draft");
    if (kept && kept.key === key(step)) return kept.choice;
    return mine ? mine.choice : [];
  }
  function answer(choice) {
    pending = { key: key(state.step), step: state.step.id, choice: choice };
    L.store.set("pending", pending);
    notice = "";
    editing = false;
    deliver();
    draw();
  }
  function deliver() {
    if (!pending || !link) return;
    if (link.send({ type: "answer", step: pending.step, choice: pending.choice })) underway = true;
    clearTimeout(overdue);
    overdue = setTimeout(function () {
      if (pending && link) link.restart(); // no receipt: the connection is dead, whatever the browser thinks
    }, 5000);
  }
  function settled() {
    pending = null;
    underway = false;
    clearTimeout(overdue);
    L.store.drop("pending");
    L.store.drop("draft");
  }
  function receipt(value) {
    const saved = value.status === "saved" || value.status === "changed";
    const here = state && state.step && state.step.id === value.step;
    const awaited = pending && pending.step === value.step && pending.choice.join() === value.choice.join();
    if (awaited && value.status === "busy") {
      clearTimeout(overdue);
      overdue = setTimeout(deliver, 1500); // many answer at once: it goes again by itself
      return;
    }
    if (awaited) settled();
    if (!here || (pending && !awaited)) return; // of an older tap: the newest one is still on its way
    if (saved) {
      mine = { choice: value.choice, status: value.status };
      notice = "";
      L.announce(L.say(value.status === "saved" ? "sent" : "changed"));
    } else if (!awaited) {
      return;
    } else if (value.status === "closed") {
      notice = L.say("late") + (mine ? " " + L.say("late_kept") : "");
    } else notice = L.say(REFUSED[value.status] || "not_open");
    draw();
  }
  function arrived(next) {
    if (next.n < newest) return;
    newest = next.n;
    const old = state;
    state = next;
    asked = asked || !!(next.step && next.step.prompt !== undefined);
    mine = next.mine;
    const moved = !old || !old.step || !next.step || key(old.step) !== key(next.step);
    if (moved) {
      editing = false;
      notice = "";
    }
    if (pending) {
      const open = next.step && pending.key === key(next.step) && next.phase === "open";
      if (mine && mine.choice.join() === pending.choice.join()) settled();
      else if (open && !underway) deliver();
      else if (!open && !underway) {
        const here = next.step && pending.step === next.step.id;
        settled();
        if (here) notice = L.say("late") + (mine ? " " + L.say("late_kept") : "");
      }
    }
    const left = next.step && next.phase === "open" ? next.step.seconds_left : null;
    if (typeof left === "number") {
      deadline = Date.now() + left * 1000;
      if (moved || !total || left > total) total = Math.max(left, next.step.seconds || 0);
    } else {
      deadline = 0;
      total = 0;
    }
    if (moved && next.phase === "open" && next.step) L.announce(next.step.prompt);
    if (next.phase === "ended") leave("ended");
    draw();
  }

  // --- joining, leaving, the socket
  function join(note) {
    seat = null;
    state = null;
    stop = "";
    drawTop();
    L.join.start({ show: show, joined: joined }, note);
  }
  function joined(value) {
    seat = { token: value.token, seat: value.seat };
    asked = false;
    L.store.set("seat", seat);
    settled();
    connect();
    draw();
  }
  function connect() {
    stop = "";
    if (link) link.stop();
    underway = false;
    link = L.link({
      url: function () {
        return L.socketUrl("/api/ws", { token: seat.token, lang: L.language });
      },
      up: function () {
        underway = false;
        newest = -1;
        strip.hidden = true;
      },
      message: function (value) {
        if (value.type === "state") arrived(value);
        else if (value.type === "receipt") receipt(value);
      },
      down: function (code) {
        underway = false;
        offline(code === 1013 ? L.say("busy") : "");
      },
      refused: function (code) {
        strip.hidden = true;
        if (code === 4401) {
          L.store.drop("seat");
          join(L.say("freed"));
        } else leave(code === 4409 ? "elsewhere" : "ended");
        draw();
      },
    });
  }
  function offline(text) {
    const said = (text || L.say("reconnecting")) + (pending ? " " + L.say("kept") : "");
    if (strip.textContent !== said) strip.textContent = said;
    strip.hidden = false;
  }
  function leave(why) {
    stop = why;
    settled();
    if (why === "ended") L.store.drop("seat");
    if (link) link.stop();
    strip.hidden = true;
  }

  // --- the top line: who I am, which question, text and language
  function drawTop() {
    const step = state && state.step;
    const inQuestion = step && step.prompt !== undefined && !stop;
    let where = "";
    if (inQuestion && step.number) where = L.say("question_of", { n: step.number, of: step.of });
    else if (inQuestion) where = L.say(step.kind === "poll" ? "poll_only" : step.kind === "branch" ? "branch_only" : "question_only");
    if (inQuestion && state.team) where = L.say("team", { n: state.team }) + " · " + where;
    const said = [L.language, seat ? seat.seat : "", where].join("|");
    if (top.dataset.said === said) return;
    top.dataset.said = said;
    L.clear(top);
    const badge = L.facts.audience === "grades-10-12" || L.adults ? null : L.template("sao-badge");
    if (seat) {
      top.appendChild(el("span", { class: "chip" }, L.animal(seat.seat, "tiny"), L.say("seat", { n: seat.seat })));
    } else {
      const label = L.facts["class"] ? L.className(L.facts["class"]) : L.say("app");
      top.appendChild(el("span", { class: "brand" }, badge, label));
    }
    top.appendChild(el("span", { class: "where" }, where));
    top.appendChild(
      el("button", { type: "button", class: "aa", "aria-label": L.say("settings"), onclick: L.openSettings }, "Aa")
    );
  }
  function bar() {
    const node = el("div", { class: "bar", "aria-hidden": "true" }, el("i"));
    const said = el("p", { class: "clock" });
    const root = el("div", { class: "timer" }, node, said);
    function tick() {
      if (!document.contains(root)) return;
      const left = Math.max(0, Math.ceil((deadline - Date.now()) / 1000));
      node.firstChild.style.width = deadline ? Math.min(100, (100 * left) / (total || 1)) + "%" : "0";
      said.textContent = L.say("time_left", { n: left });
      root.hidden = !deadline;
    }
    clearInterval(ticking);
    ticking = setInterval(tick, 500);
    setTimeout(tick, 0);
    return root;
  }

  // --- the screens
  function draw() {
    drawTop();
    if (!seat && !stop) {
      L.join.draw();
      return;
    }
    if (stop === "ended") show("ended", endedPage);
    else if (stop === "elsewhere") show("elsewhere", elsewherePage);
    else if (!state) show("entering", enteringPage);
    else if (state.paused) show("paused", pausedPage);
    else if (!state.step || state.step.prompt === undefined) show("waiting|" + asked, waitingPage);
    else question();
    if (!strip.hidden) offline("");
  }
  function message(pose, heading, lines, extra) {
    return el(
      "div",
      { class: "column centre" },
      L.sao(pose),
      el("h1", { tabindex: "-1" }, heading),
      lines.map(function (line) {
        return el("p", { class: "quiet" }, line);
      }).reduce(function (root, node) {
        root.appendChild(node);
        return root;
      }, el("div")),
      extra
    );
  }
  function enteringPage() {
    return message("hello", L.say("entering"), []);
  }
  function waitingPage() {
    return el(
      "div",
      { class: "column centre" },
      L.animal(seat.seat, "huge"),
      el("p", { class: "who" }, el("b", null, L.say("seat", { n: seat.seat })), el("span", null, L.animalName(seat.seat))),
      el("h1", { tabindex: "-1" }, L.say(asked ? "look_up" : "in_heading")),
      asked ? null : el("p", { class: "look" }, L.say("look_up"))
    );
  }
  function pausedPage() {
    return message("hello", L.say("paused"), [L.say("paused_note")]);
  }
  function endedPage() {
    return message(
      "cheer",
      L.say("ended"),
      [L.say("ended_note")],
      L.button("link", L.say("join_again"), function () {
        join("");
      })
    );
  }
  function elsewherePage() {
    return message(
      "think",
      L.say("elsewhere"),
      [L.say("elsewhere_note")],
      L.button("primary", L.say("use_here"), connect)
    );
  }

  function question() {
    const step = state.step;
    const base = "q|" + key(step) + "|" + state.phase;
    const sent = pending ? pending.choice.join() : "";
    const done = mine ? mine.choice.join() + mine.status : "";
    if (state.phase === "waiting") show(base, waitOpenPage);
    else if (state.phase === "revealed") show(base + "|" + done, revealPage);
    else if (pending) show(base + "|pending|" + sent, sentPage);
    else if (state.phase === "closed") show(base + "|" + done + "|" + notice, closedPage);
    else if (mine && !editing && !notice) show(base + "|sent|" + done, sentPage);
    else show(base + "|ask|" + done + "|" + notice + "|" + L.canSpeak(), askPage);
  }
  function heading(step) {
    return step.prompt ? el("h1", { class: "prompt", tabindex: "-1" }, L.bind(step.prompt)) : el("h1", { class: "prompt", tabindex: "-1" }, L.say("look_up"));
  }
  function aside(step) {
    if (!step.picture || step.type === "hotspot") return null;
    return L.picture(step.picture.url, step.picture.alt, "aside");
  }
  function askPage() {
    const step = state.step;
    const root = el("div", { class: "askpage" }, bar(), heading(step), aside(step));
    if (notice) root.appendChild(el("p", { class: "notice", role: "alert" }, notice));
    root.appendChild(
      L.asks.build(step, {
        draft: draftOf(step),
        save: function (draft) {
          L.store.set("draft", { key: key(step), choice: draft });
        },
        send: answer,
        locked: false,
      })
    );
    if (mine && editing) {
      root.appendChild(
        L.button("link", L.say("keep"), function () {
          editing = false;
          L.store.drop("draft");
          draw();
        })
      );
    }
    const speaker = L.speaker(function () {
      return L.asks.spoken(step);
    });
    if (speaker) root.appendChild(speaker);
    return root;
  }
  function waitOpenPage() {
    const step = state.step;
    const root = el("div", { class: "askpage" }, heading(step), aside(step), el("p", { class: "hint strong" }, L.say("wait_open")));
    root.appendChild(L.asks.build(step, { draft: [], save: null, send: null, locked: true }));
    return root;
  }
  function sentPage() {
    const step = state.step;
    const waiting = pending !== null;
    const choice = waiting ? pending.choice : mine.choice;
    const tick = waiting ? null : el("span", { class: "tick", "aria-hidden": "true" }, L.icon("check"));
    const title = waiting ? L.say("sending") : L.say(mine.status === "changed" ? "changed" : "sent");
    return el(
      "div",
      { class: "column centre sentpage" },
      bar(),
      el("h1", { tabindex: "-1" }, tick, title),
      L.asks.summary(step, choice, true),
      el("div", { class: "after" }, L.sao("think"), el("p", { class: "look" }, L.say("look_up"))),
      waiting
        ? null
        : L.button("link", L.say("change"), function () {
            editing = true;
            draw();
          })
    );
  }
  function closedPage() {
    const step = state.step;
    return el(
      "div",
      { class: "column centre sentpage" },
      el("h1", { tabindex: "-1" }, L.say("closed")),
      notice ? el("p", { class: "notice", role: "alert" }, notice) : el("p", { class: "quiet" }, L.say(mine ? "closed_mine" : "closed_none")),
      mine ? L.asks.summary(step, mine.choice, true) : null,
      el("div", { class: "after" }, L.sao("think"), el("p", { class: "look" }, L.say("look_up")))
    );
  }
  function revealPage() {
    const step = state.step;
    const reveal = state.reveal || {};
    const correct = reveal.correct || [];
    if (!correct.length) {
      return message("cheer", L.say("poll_thanks"), [L.say(step.kind === "branch" ? "branch_note" : "poll_note"), L.say("look_up")]);
    }
    const right = mine && L.asks.isRight(step, mine.choice, correct);
    const title = L.say(right ? "right" : mine ? "review" : "seen");
    const card = el("div", { class: "card explain" });
    if (!right) card.appendChild(el("h2", null, L.say("right_answer")));
    card.appendChild(L.asks.summary(step, correct, false));
    function clean(text) {
      return text && right && text.indexOf(title) === 0 ? text.slice(title.length).trim() : text;
    }
    if (right && reveal.feedback) card.appendChild(L.rich(clean(reveal.feedback)));
    else if (reveal.explanation) card.appendChild(L.rich(reveal.explanation));
    const own = el("div", { class: "card explain own" });
    if (mine && !right) {
      own.appendChild(el("h2", null, L.say("you_chose")));
      own.appendChild(L.asks.summary(step, mine.choice, false));
      if (reveal.feedback) own.appendChild(L.rich(reveal.feedback));
    }
    return el(
      "div",
      { class: "column revealpage" },
      el("div", { class: "verdict " + (right ? "ok" : "again") }, L.sao(right ? "cheer" : "think"), el("h1", { tabindex: "-1" }, title)),
      el("div", { class: "cards" }, card, mine && !right ? own : null),
      el("p", { class: "quiet" }, L.say("private"))
    );
  }

  // --- keys: A to D or 1 to 4 choose
  document.addEventListener("keydown", function (event) {
    if (L.covered() || event.altKey || event.ctrlKey || event.metaKey || event.target.tagName === "INPUT") return;
    const at = "abcd".indexOf(event.key.toLowerCase()) >= 0 ? "abcd".indexOf(event.key.toLowerCase()) : "1234".indexOf(event.key);
    const button = at >= 0 && event.key.length === 1 ? screen.querySelector('[data-option="' + at + '"]') : null;
    if (button) button.click();
  });
  L.languageChanged = function () {
    shown = "";
    if (link && seat && !stop) connect(); // the lesson's own words in the other language
    draw();
  };
  L.whenVoices(draw);

  L.paint();
  L.translate();
  window.addEventListener("hashchange", function () {
    if (!seat && L.codeOfLink()) join("");
  });
  if (seat) {
    connect();
    draw();
  } else join("");
})(window.LH);
