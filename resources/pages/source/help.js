// "I need help" and "Text and language". Everything on both came with the page: opening them asks the server for
// nothing, tells it nothing, and changes no address.
(function (L) {
  "use strict";
  const el = L.el;
  const lesson = document.getElementById("lesson");
  const pages = { help: document.getElementById("help"), settings: document.getElementById("settings") };
  let opener = null;

  L.template = function (id) {
    return document.getElementById("pictures").content.querySelector("#" + id).cloneNode(true);
  };
  // Pictures are made once and kept, so that showing them later asks for nothing.
  const kept = {};
  L.sao = function (pose) {
    if (!L.young) return null;
    if (!kept[pose]) {
      kept[pose] = L.template("sao-" + pose);
      kept[pose].removeAttribute("id");
    }
    return kept[pose];
  };

  function open(name) {
    opener = document.activeElement;
    L.hush();
    lesson.hidden = true;
    pages[name].hidden = false;
    window.scrollTo(0, 0);
    document.getElementById(name + "-heading").focus();
    history.pushState({ page: name }, ""); // the phone's Back closes it; the address stays as it is
  }
  function close() {
    Object.keys(pages).forEach(function (name) {
      pages[name].hidden = true;
    });
    lesson.hidden = false;
    window.scrollTo(0, 0);
    if (opener && document.contains(opener)) opener.focus();
    opener = null;
  }
  function closeByUser() {
    close();
    if (history.state && history.state.page) history.back();
  }
  L.covered = function () {
    return lesson.hidden;
  };
  window.addEventListener("popstate", function () {
    if (lesson.hidden) close();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && lesson.hidden) closeByUser();
  });

  function fillHelp() {
    const help = L.facts.help || {};
    const line = (help.line || {})[L.language] || "";
    const first = L.say("help_first");
    document.getElementById("help-first").textContent = first;
    document.getElementById("help-line").textContent = first && line.indexOf(first) === 0 ? line.slice(first.length).trim() : line;
    const ways = document.getElementById("help-ways");
    while (ways.children.length > 2) ways.removeChild(ways.lastChild);
    const contacts = (help.contacts || []).slice();
    if (!contacts.length) contacts.push({ role: L.say("help_school"), place: L.say("help_school_note") });
    contacts.forEach(function (contact) {
      const inside = [
        el("span", { class: "disc", "aria-hidden": "true" }, L.school.cloneNode()),
        el("span", null, el("b", null, contact.role), contact.place ? el("span", null, contact.place) : null, contact.phone ? el("span", null, contact.phone) : null),
      ];
      const dial = (contact.phone || "").replace(/[^+\d]/g, "");
      ways.appendChild(
        dial
          ? el("li", null, el("a", { class: "way", href: "tel:" + dial }, inside[0], inside[1]))
          : el("li", { class: "way" }, inside[0], inside[1])
      );
    });
    L.clear(document.getElementById("help-back")).appendChild(L.icon("back"));
    document.getElementById("help-back").appendChild(document.createTextNode(L.say("help_back")));
    const note = L.clear(document.getElementById("help-private"));
    note.appendChild(L.icon("lock"));
    note.appendChild(el("span", null, L.say("help_private")));
  }
  function toggle(key, text, changed) {
    return el(
      "button",
      {
        type: "button",
        class: "switch",
        role: "switch",
        "data-key": key,
        "aria-checked": String(!!L.store.get(key)),
        onclick: function () {
          L.store.set(key, !L.store.get(key));
          changed(key);
        },
      },
      el("span", null, text),
      el("i", { "aria-hidden": "true" })
    );
  }
  function fillSettings() {
    const list = L.clear(document.getElementById("settings-list"));
    function changed(key) {
      L.paint();
      L.translate();
      document.querySelector('#settings-list [data-key="' + key + '"]').focus();
    }
    list.appendChild(toggle("large", L.say("set_large"), changed));
    list.appendChild(toggle("contrast", L.say("set_contrast"), changed));
    list.appendChild(el("h2", null, L.say("set_language")));
    const row = list.appendChild(el("div", { class: "pair", role: "group", "aria-label": L.say("set_language") }));
    [["vi", "Tiếng Việt"], ["en", "English"]].forEach(function (one) {
      row.appendChild(
        el(
          "button",
          {
            type: "button",
            class: "choice",
            lang: one[0],
            "data-key": "language-" + one[0],
            "aria-pressed": String(L.language === one[0]),
            onclick: function () {
              if (L.language === one[0]) return;
              L.language = one[0];
              L.store.set("language", one[0]);
              changed("language-" + one[0]);
              L.languageChanged();
            },
          },
          one[1]
        )
      );
    });
    list.appendChild(L.button("primary", L.say("done"), closeByUser));
  }
  L.translate = function () {
    L.sayAll(document);
    fillHelp();
    fillSettings();
  };
  L.openSettings = function () {
    open("settings");
  };

  L.school = L.template("school");
  L.school.removeAttribute("id");
  if (L.young) {
    document.getElementById("help-sao").appendChild(L.sao("listen"));
    ["hello", "think", "cheer"].forEach(L.sao);
  }
  document.getElementById("help-open").addEventListener("click", function () {
    open("help");
  });
  document.getElementById("help-back").addEventListener("click", closeByUser);
  document.getElementById("help-hide").addEventListener("click", closeByUser);
})(window.LH);
