// Joining: the code (or the link that holds it), then the seat.
(function (L) {
  "use strict";
  const el = L.el;
  let code = "";
  let room = null;
  let chosen = 0; // 0: none yet, -1: any
  let trouble = "";
  let watch = 0;
  let on = null;

  L.codeOfLink = function () {
    const match = /(?:^|[#?&])(?:code=)?(\d{4})(?:$|&)/.exec(location.hash || location.search);
    return match ? match[1] : "";
  };
  L.animalName = function (seat) {
    const names = (L.facts.animals || [])[seat - 1];
    return names ? L.say("animal", { name: names[L.index()] }) : "";
  };
  L.animal = function (seat, className) {
    if (!(L.facts.animals || [])[seat - 1]) return null;
    return el("img", { class: className || "animal", src: "/animals/" + seat + ".svg", alt: "" });
  };
  L.refusal = function (answer) {
    if (answer.status === 0) return L.say("no_answer");
    if (answer.status === 429) return L.say("code_wait", { n: answer.wait || 5 });
    if (answer.status === 403) return L.say("code_wrong");
    if (answer.status === 410) return L.say("ended");
    return (answer.body.error && answer.body.error.message) || L.say("no_answer");
  };

  // `how`: show(key, build), joined(answer)
  L.join = {
    start: function (how, note) {
      on = how;
      trouble = note || "";
      room = null;
      chosen = 0;
      code = L.codeOfLink() || code;
      if (code) enter();
      else L.join.draw();
    },
    stop: function () {
      clearInterval(watch);
      on = null;
    },
    draw: function () {
      if (!on) return;
      if (room === null) on.show("code|" + trouble, codePage);
      else if (!room.pick) on.show("crowd|" + trouble, crowdPage);
      else {
        on.show("pick|" + room.seats + "|" + chosen + "|" + trouble + "|" + room.taken.join(), pickPage);
        if (chosen) reach(document.querySelector('[data-key="go"]'));
      }
    },
  };

  // The button that comes next is never hidden under the help button.
  function reach(button) {
    const hidden = button.getBoundingClientRect().bottom + 8 - document.querySelector("#lesson > footer").getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy(0, hidden);
  }
  function enter() {
    L.ask("/api/room", { code: code }).then(function (answer) {
      if (!on) return;
      if (answer.status !== 200) {
        trouble = L.refusal(answer);
        room = null;
        if (answer.status === 0) setTimeout(enter, 2000);
        L.join.draw();
        return;
      }
      if (room === null && trouble === L.say("no_answer")) trouble = "";
      room = answer.body;
      clearInterval(watch);
      if (room.pick) watch = setInterval(look, 10000);
      L.join.draw();
    });
  }
  function look() {
    if (document.hidden) return; // help open or not makes no difference: the server could tell
    L.ask("/api/room", { code: code }).then(function (answer) {
      if (!on || answer.status !== 200) return;
      room = answer.body;
      if (room.taken.indexOf(chosen) >= 0) chosen = 0;
      L.join.draw();
    });
  }
  function ask(button) {
    const wish = chosen > 0 ? chosen : null;
    const old = L.store.get("seat");
    button.disabled = true;
    L.ask("/api/join", Object.assign({ code: code, seat: wish }, old ? { token: old.token } : {})).then(function (answer) {
      if (!on) return;
      button.disabled = false;
      if (answer.status === 200) {
        const how = on;
        L.join.stop();
        how.joined(answer.body);
        return;
      }
      if (answer.status === 409) {
        trouble = wish ? L.say("pick_just_taken", { n: wish }) : L.say("full");
        chosen = 0;
        enter();
        return;
      }
      trouble = answer.status === 0 ? L.say("join_again_please") : L.refusal(answer);
      if (answer.status === 403) room = null;
      L.join.draw();
    });
  }

  function troubleLine() {
    return trouble ? el("p", { class: "notice", role: "alert" }, trouble) : null;
  }
  function codePage() {
    const input = el("input", {
      id: "code",
      class: "code",
      inputmode: "numeric",
      pattern: "[0-9]*",
      maxlength: "4",
      autocomplete: "off",
      "aria-label": L.say("code_label"),
      "data-focus": true,
    });
    const go = el("button", { type: "submit", class: "primary", disabled: true }, L.say("code_next"));
    input.value = code;
    function check() {
      input.value = input.value.replace(/\D/g, "").slice(0, 4);
      go.disabled = input.value.length !== 4;
    }
    input.addEventListener("input", check);
    check();
    return el(
      "form",
      {
        class: "column narrow",
        onsubmit: function (event) {
          event.preventDefault();
          code = input.value;
          trouble = "";
          enter();
        },
      },
      L.sao("hello"),
      el("h1", { tabindex: "-1" }, L.say("code_heading")),
      input,
      troubleLine() || el("p", { class: "quiet" }, L.say("code_hint")),
      go,
      el("p", { class: "quiet" }, L.say("pick_none"))
    );
  }
  function goButton() {
    const go = el("button", { type: "button", class: "primary", "data-key": "go" }, L.say("pick_go"));
    go.addEventListener("click", function () {
      trouble = "";
      ask(go);
    });
    return go;
  }
  function crowdPage() {
    return el(
      "div",
      { class: "column narrow centre" },
      L.sao("hello"),
      el("h1", { tabindex: "-1" }, L.say("crowd_heading")),
      troubleLine(),
      goButton(),
      el("p", { class: "quiet" }, L.say("pick_none"))
    );
  }
  function pickPage() {
    const grid = el("div", { class: "seats", role: "group", "aria-label": L.say("pick_group") });
    for (let seat = 1; seat <= room.seats; seat++) grid.appendChild(seatButton(seat));
    const go = goButton();
    go.disabled = chosen === 0;
    return el(
      "div",
      { class: "pickpage" },
      el("h1", { tabindex: "-1" }, L.say("pick_heading")),
      troubleLine(),
      grid,
      el(
        "div",
        { class: "pickend" },
        chosen === 0
          ? null
          : el(
              "div",
              { class: "me" },
              chosen > 0 ? L.animal(chosen) : null,
              el(
                "div",
                null,
                el("b", null, chosen > 0 ? L.say("seat", { n: chosen }) : L.say("pick_any_done")),
                chosen > 0 && L.animalName(chosen) ? el("span", null, L.animalName(chosen)) : null
              )
            ),
        go,
        L.button("link", L.say("pick_any"), function () {
          chosen = -1;
          L.join.draw();
        }),
        el("p", { class: "quiet" }, L.say("pick_none"))
      )
    );
  }
  function seatButton(seat) {
    const taken = room.taken.indexOf(seat) >= 0;
    return el(
      "button",
      {
        type: "button",
        class: "seat" + (seat === chosen ? " chosen" : ""),
        disabled: taken,
        "data-key": "seat-" + seat,
        "aria-pressed": taken ? null : String(seat === chosen),
        "aria-label": taken ? L.say("pick_taken", { n: seat }) : L.say("seat", { n: seat }),
        onclick: function () {
          chosen = seat;
          trouble = "";
          L.join.draw();
        },
      },
      taken ? L.icon("check") : String(seat)
    );
  }
})(window.LH);
