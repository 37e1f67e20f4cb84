// The kinds of questions: buttons, order, placing (match and sort), places in a picture. Every one by touch and by keys.
(function (L) {
  "use strict";
  const el = L.el;
  L.asks = {};

  function find(list, id) {
    return list.filter(function (one) {
      return one.id === id;
    })[0];
  }
  function without(list, value) {
    return list.filter(function (one) {
      return one !== value;
    });
  }
  function contents(thing) {
    return el("span", { class: "inside" }, L.picture(thing.picture, thing.alt), el("span", { class: "text" }, L.bind(thing.text)));
  }
  function sendBar(ready, send) {
    return el(
      "div",
      { class: "sendbar" },
      el("button", { type: "button", class: "primary", "data-key": "send", disabled: !ready, onclick: send }, L.say("send"))
    );
  }
  function hint(key) {
    return el("p", { class: "hint" }, L.say(key));
  }
  L.asks.kind = function (step) {
    return step.type || "single"; // polls and branches are chosen like single questions
  };

  // Builds the answering part. `on`: draft (what is chosen so far), save(draft), send(choice), locked
  L.asks.build = function (step, on) {
    const root = el("div", { class: "ask" });
    let held = null;
    const tools = {
      held: function (value) {
        if (arguments.length) held = value;
        return held;
      },
      change: function (draft, said) {
        on.draft = draft;
        on.save(draft);
        redraw(said);
      },
      redraw: redraw,
    };
    function redraw(said) {
      const focused = document.activeElement && root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
      L.clear(root);
      BUILDERS[L.asks.kind(step)](root, step, on, tools);
      if (focused) {
        const again = root.querySelector('[data-key="' + focused + '"]');
        if (again) again.focus();
      }
      if (said) L.announce(said);
    }
    redraw();
    return root;
  };

  // --- one or several options
  function options(root, step, on, tools) {
    const several = step.type === "multiple";
    if (several && !on.locked) root.appendChild(hint("hint_multiple"));
    const bare = step.options.every(function (option) {
      return !option.text;
    });
    const list = root.appendChild(el("div", { class: "options" + (bare ? " bare" : "") }));
    step.options.forEach(function (option, index) {
      const chosen = on.draft.indexOf(option.id) >= 0;
      const inside = [
        L.block(index),
        bare ? null : contents(option),
        chosen ? el("span", { class: "mark" }, L.icon("check")) : null,
      ];
      const label = L.letterLabel(index) + (option.text ? ": " + option.text : "") + (chosen ? ", " + L.say("chosen") : "");
      const node = on.locked
        ? el("div", { class: "option locked", role: "group", "aria-label": label }, inside[0], inside[1])
        : el(
            "button",
            {
              type: "button",
              class: "option" + (chosen ? " chosen" : ""),
              "aria-label": label,
              "aria-pressed": String(chosen),
              "data-key": "option-" + index,
              "data-option": index,
              onclick: function () {
                if (!several) on.send([option.id]);
                else tools.change(chosen ? without(on.draft, option.id) : on.draft.concat(option.id));
              },
            },
            inside[0],
            inside[1],
            inside[2]
          );
      list.appendChild(node);
    });
    if (several && !on.locked) {
      root.appendChild(
        sendBar(on.draft.length > 0, function () {
          on.send(
            step.options
              .map(function (option) {
                return option.id;
              })
              .filter(function (id) {
                return on.draft.indexOf(id) >= 0;
              })
          );
        })
      );
    }
  }

  // --- order: swap by two taps, drag by the number, or the arrows
  function order(root, step, on, tools) {
    const ids = step.items.map(function (item) {
      return item.id;
    });
    const draft = on.draft.length === ids.length ? on.draft : ids;
    if (!on.locked) root.appendChild(hint("hint_order"));
    const list = root.appendChild(el("ol", { class: "rows" }));
    function swap(a, b) {
      const next = draft.slice();
      next[a] = draft[b];
      next[b] = draft[a];
      tools.held(null);
      tools.change(next, L.say("order_place", { n: b + 1, text: find(step.items, draft[a]).text }));
    }
    draft.forEach(function (id, place) {
      const item = find(step.items, id);
      const row = list.appendChild(el("li", { class: "row" + (tools.held() === place ? " held" : ""), "data-place": place }));
      const grip = row.appendChild(el("span", { class: "grip", "aria-hidden": "true" }, String(place + 1), on.locked ? null : L.icon("drag")));
      if (on.locked) {
        row.appendChild(contents(item));
        return;
      }
      row.appendChild(
        el(
          "button",
          {
            type: "button",
            class: "card plain",
            "data-key": "row-" + id,
            "aria-pressed": String(tools.held() === place),
            "aria-label": L.say("order_place", { n: place + 1, text: item.text }),
            onclick: function () {
              const other = tools.held();
              if (other !== null && other !== place) swap(other, place);
              else {
                tools.held(other === place ? null : place);
                tools.redraw(other === place ? "" : L.say("picked", { text: item.text }));
              }
            },
          },
          contents(item)
        )
      );
      const arrows = row.appendChild(el("span", { class: "arrows" }));
      ["up", "down"].forEach(function (way) {
        const to = place + (way === "up" ? -1 : 1);
        arrows.appendChild(
          el(
            "button",
            {
              type: "button",
              class: "arrow",
              "data-key": way + "-" + id,
              disabled: to < 0 || to >= draft.length,
              "aria-label": L.say("move_" + way, { text: item.text }),
              onclick: function () {
                swap(place, to);
              },
            },
            L.icon(way)
          )
        );
      });
      dragging(grip, row, function (target) {
        const to = Number(target.dataset.place);
        if (to === place) return;
        const next = draft.slice();
        next.splice(place, 1);
        next.splice(to, 0, id);
        tools.change(next);
      });
    });
    if (!on.locked) {
      root.appendChild(
        sendBar(true, function () {
          on.send(draft);
        })
      );
    }
  }

  // --- placing: cards from a tray into places. Match: one card a place; sort: any number.
  function placing(root, step, on, tools) {
    const match = step.type === "match";
    const places = match ? step.pairs.left : step.buckets;
    const things = match ? step.pairs.right : step.items;
    const where = {}; // thing id -> place id
    on.draft.forEach(function (part) {
      const two = part.split(":");
      if (match) where[two[1]] = two[0];
      else where[two[0]] = two[1];
    });
    function choice(map) {
      return things
        .filter(function (thing) {
          return map[thing.id];
        })
        .map(function (thing) {
          return match ? map[thing.id] + ":" + thing.id : thing.id + ":" + map[thing.id];
        });
    }
    function put(thingId, placeId) {
      const next = Object.assign({}, where);
      if (match && placeId) {
        things.forEach(function (other) {
          if (next[other.id] === placeId) delete next[other.id];
        });
      }
      if (placeId) next[thingId] = placeId;
      else delete next[thingId];
      tools.held(null);
      tools.change(
        choice(next),
        placeId ? L.say("placed", { text: find(things, thingId).text, place: find(places, placeId).text }) : ""
      );
    }
    // On a narrow phone two cards stand side by side only where no word of theirs would break.
    function fits(thing) {
      const most = thing.picture ? 12 : 9;
      return L.bind(thing.text).split(" ").every(function (word) {
        return word.length <= most;
      });
    }
    function card(thing) {
      const held = tools.held() === thing.id;
      const stacked = thing.picture && !where[thing.id] && things.every(fits);
      const node = el(
        on.locked ? "span" : "button",
        {
          type: on.locked ? null : "button",
          class: "card" + (held ? " held" : "") + (stacked ? " stacked" : ""),
          "data-key": "card-" + thing.id,
          "data-thing": thing.id,
          "aria-pressed": on.locked ? null : String(held),
          onclick: on.locked
            ? null
            : function (event) {
                event.stopPropagation();
                if (tools.held() && !held && where[thing.id]) {
                  put(tools.held(), where[thing.id]); // onto a filled place
                  return;
                }
                tools.held(held ? null : thing.id);
                tools.redraw(held ? "" : L.say("picked", { text: thing.text }));
              },
        },
        on.locked ? null : el("span", { class: "grip", "aria-hidden": "true" }, L.icon("drag")),
        contents(thing)
      );
      if (!on.locked) {
        dragging(node.firstChild, node, function (target) {
          put(thing.id, target.dataset.place);
        });
      }
      return node;
    }
    if (!on.locked) root.appendChild(hint("hint_" + step.type));
    const left = things.filter(function (thing) {
      return !where[thing.id];
    });
    const tray = el("div", { class: "tray" + (things.every(fits) ? "" : " long"), role: "group", "aria-label": L.say("tray"), "data-place": "" });
    left.forEach(function (thing) {
      tray.appendChild(card(thing));
    });
    const rows = el("div", { class: "places" + (match ? " match" : "") });
    places.forEach(function (place) {
      const inside = things.filter(function (thing) {
        return where[thing.id] === place.id;
      });
      const row = el(
        "div",
        {
          class: "place" + (tools.held() && !on.locked ? " waiting" : ""),
          "data-place": place.id,
          onclick: function () {
            if (!on.locked && tools.held()) put(tools.held(), place.id);
          },
        },
        el("div", { class: "placename" }, contents(place))
      );
      const slot = row.appendChild(el("div", { class: "slot" }));
      inside.forEach(function (thing) {
        slot.appendChild(card(thing));
      });
      if (!on.locked && (tools.held() ? where[tools.held()] !== place.id : !inside.length)) {
        slot.appendChild(
          el(
            "button",
            {
              type: "button",
              class: "put",
              "data-key": "put-" + place.id,
              disabled: !tools.held(),
              "aria-label": L.say("put_here") + ": " + place.text,
            },
            L.say("put_here")
          )
        );
      }
      rows.appendChild(row);
    });
    if (left.length) root.appendChild(tray);
    root.appendChild(rows);
    if (on.locked) return;
    const whole = match ? left.length === 0 && things.length === places.length : left.length === 0;
    root.appendChild(
      el("p", { class: "hint" }, left.length ? L.say("cards_left", { n: left.length }) : L.say("all_placed"))
    );
    root.appendChild(
      sendBar(whole, function () {
        on.send(on.draft);
      })
    );
  }

  // --- places in a picture; the same places as a list for those who cannot see it
  function hotspot(root, step, on, tools) {
    if (!on.locked) root.appendChild(hint("hint_hotspot"));
    function toggle(id) {
      tools.change(on.draft.indexOf(id) >= 0 ? without(on.draft, id) : on.draft.concat(id));
    }
    if (step.picture) {
      const frame = root.appendChild(el("div", { class: "spots" }, L.picture(step.picture.url, step.picture.alt, "scene")));
      step.spots.forEach(function (spot, index) {
        const chosen = on.draft.indexOf(spot.id) >= 0;
        const node = el(
          on.locked ? "span" : "button",
          {
            type: on.locked ? null : "button",
            class: "spot" + (chosen ? " chosen" : ""),
            tabindex: "-1",
            "aria-hidden": "true",
            onclick: on.locked
              ? null
              : function () {
                  toggle(spot.id);
                },
          },
          el("span", { class: "number" }, chosen ? L.icon("check") : String(index + 1))
        );
        node.style.left = spot.x * 100 + "%";
        node.style.top = spot.y * 100 + "%";
        node.style.width = spot.w * 100 + "%";
        node.style.height = spot.h * 100 + "%";
        frame.appendChild(node);
      });
    }
    const list = root.appendChild(el("div", { class: "spotlist" }));
    step.spots.forEach(function (spot, index) {
      const chosen = on.draft.indexOf(spot.id) >= 0;
      list.appendChild(
        el(
          on.locked ? "span" : "button",
          {
            type: on.locked ? null : "button",
            class: "card" + (chosen ? " chosen" : ""),
            "data-key": "spot-" + spot.id,
            "aria-pressed": on.locked ? null : String(chosen),
            "aria-label": L.say("spot", { n: index + 1, text: spot.text }),
            onclick: on.locked
              ? null
              : function () {
                  toggle(spot.id);
                },
          },
          el("span", { class: "number" }, chosen ? L.icon("check") : String(index + 1)),
          contents(spot)
        )
      );
    });
    if (!on.locked) {
      root.appendChild(
        sendBar(on.draft.length > 0, function () {
          on.send(on.draft);
        })
      );
    }
  }

  const BUILDERS = {
    single: options,
    "true-false": options,
    multiple: options,
    order: order,
    match: placing,
    sort: placing,
    hotspot: hotspot,
  };

  // Drags `node` by `grip`; `drop` gets the [data-place] under the finger.
  function dragging(grip, node, drop) {
    grip.addEventListener("pointerdown", function (event) {
      if (event.button) return;
      const start = { x: event.clientX, y: event.clientY };
      let ghost = null;
      function move(next) {
        const x = next.clientX - start.x;
        const y = next.clientY - start.y;
        if (!ghost && Math.abs(x) + Math.abs(y) > 8) {
          const box = node.getBoundingClientRect();
          ghost = document.body.appendChild(node.cloneNode(true));
          ghost.classList.add("ghost");
          ghost.setAttribute("aria-hidden", "true");
          ghost.style.left = box.left + "px";
          ghost.style.top = box.top + "px";
          ghost.style.width = box.width + "px";
          node.classList.add("lifted");
        }
        if (ghost) ghost.style.transform = "translate(" + x + "px," + y + "px)";
      }
      function end(last) {
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", end);
        window.removeEventListener("pointercancel", end);
        if (!ghost) return;
        document.body.removeChild(ghost);
        node.classList.remove("lifted");
        const under = last.type === "pointerup" ? document.elementFromPoint(last.clientX, last.clientY) : null;
        const target = under && under.closest("[data-place]");
        window.addEventListener("click", swallow, true); // the drag is no tap
        setTimeout(function () {
          window.removeEventListener("click", swallow, true);
        }, 0);
        if (target) drop(target);
      }
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", end);
      window.addEventListener("pointercancel", end);
    });
  }
  function swallow(event) {
    event.stopPropagation();
    event.preventDefault();
  }

  // --- what was chosen, for "sent", "closed" and the feedback
  L.asks.summary = function (step, choice, big) {
    const kind = L.asks.kind(step);
    const root = el("div", { class: "summary" });
    if (BUILDERS[kind] === options) {
      step.options.forEach(function (option, index) {
        if (choice.indexOf(option.id) < 0) return;
        if (big && choice.length === 1) {
          root.appendChild(L.block(index, "bigblock"));
          if (option.text) root.appendChild(el("p", { class: "chosentext" }, L.bind(option.text)));
          return;
        }
        root.appendChild(
          el("div", { class: "line" }, L.shape(index, true), el("span", { class: "text" }, L.bind(option.text) || L.letterLabel(index)))
        );
      });
      return root;
    }
    if (kind === "order") {
      const list = root.appendChild(el("ol", { class: "rows small" }));
      choice.forEach(function (id, place) {
        const item = find(step.items, id);
        if (!item) return;
        list.appendChild(el("li", { class: "row" }, el("span", { class: "grip" }, String(place + 1)), contents(item)));
      });
    } else if (kind === "hotspot") {
      step.spots.forEach(function (spot, index) {
        if (choice.indexOf(spot.id) < 0) return;
        root.appendChild(el("div", { class: "line" }, el("span", { class: "number" }, String(index + 1)), el("span", { class: "text" }, spot.text)));
      });
    } else {
      BUILDERS[kind](root, step, { draft: choice, locked: true, save: null, send: null }, { held: function () { return null; } });
    }
    return root;
  };
  L.asks.isRight = function (step, choice, correct) {
    if (choice.length !== correct.length) return false;
    if (L.asks.kind(step) === "order") return choice.join() === correct.join();
    return choice.slice().sort().join() === correct.slice().sort().join();
  };
  L.asks.spoken = function (step) {
    const parts = [step.read_aloud || step.prompt];
    (step.options || []).forEach(function (option, index) {
      if (option.text) parts.push(L.facts.answers[index].letter + ". " + option.text);
    });
    (step.items || []).concat(step.buckets || [], step.spots || []).forEach(function (one) {
      parts.push(one.text);
    });
    return parts.join(".\n");
  };
})(window.LH);
