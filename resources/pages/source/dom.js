// Words, elements, icons, answer shapes, and what the device remembers.
(function (L) {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  L.facts = JSON.parse(document.getElementById("facts").textContent);

  // --- what the device remembers; a browser that forbids it still works until the page is closed
  const memory = {};
  L.store = {
    get: function (key) {
      try {
        const text = localStorage.getItem("lophoc." + key);
        return text === null ? memory[key] || null : JSON.parse(text);
      } catch (refused) {
        return memory[key] || null;
      }
    },
    set: function (key, value) {
      memory[key] = value;
      try {
        localStorage.setItem("lophoc." + key, JSON.stringify(value));
      } catch (refused) {
        memory[key] = value;
      }
    },
    drop: function (key) {
      delete memory[key];
      try {
        localStorage.removeItem("lophoc." + key);
      } catch (refused) {
        delete memory[key];
      }
    },
  };

  // --- words
  L.adults = L.facts.audience === "adults";
  L.young = L.facts.audience === "grades-1-3" || L.facts.audience === "grades-4-5";
  L.language = L.store.get("language") || L.facts.language || "vi";
  L.index = function () {
    return L.language === "en" ? 1 : 0;
  };
  // Two-syllable words and numbers that a line break must not tear apart.
  const TOGETHER = /([Mm]àn|[Gg]iúp|[Tt]hầy|[Aa]nh|[Bb]ố|[Ôô]ng|[Ll]ớp|[Ss]ố|[Cc]âu|xem|[Tt]ài|[Kk]ết|[Mm]ật|[Tt]in|[Tt]rẻ|[Qq]uốc) (chiếu|hình|đỡ|cô|chị|mẹ|bà|\d+\S*|lại|nhé|khoản|thúc|hỏi|khẩu|cậy|nhắn|em|gia)(?![\wÀ-ỹ])/g;
  L.className = function (label) {
    return /^\d/.test(label) ? L.say("class", { label: label }) : label; // "Lớp 3A", but "Phòng máy"
  };
  L.say = function (key, values) {
    const entry = L.words[key];
    const at = L.index();
    const text = L.adults && entry.length > 2 ? entry[at + 2] : entry[at];
    const said = text.replace(/\{(\w+)\}/g, function (whole, name) {
      return values && name in values ? values[name] : whole;
    });
    return L.bind(said);
  };
  L.bind = function (text) {
    return L.language === "vi" ? text.replace(TOGETHER, "$1\u00a0$2") : text;
  };
  L.sayAll = function (root) {
    root.querySelectorAll("[data-say]").forEach(function (node) {
      node.textContent = L.say(node.dataset.say);
    });
    root.querySelectorAll("[data-label]").forEach(function (node) {
      node.setAttribute("aria-label", L.say(node.dataset.label));
    });
  };
  L.announce = function (text) {
    document.getElementById("announcer").textContent = text;
  };

  // --- elements: L.el("p", {class: "x", onclick: f}, "text", otherElement)
  function fill(node, attributes, children) {
    Object.keys(attributes || {}).forEach(function (name) {
      const value = attributes[name];
      if (value === null || value === undefined || value === false) return;
      if (name.slice(0, 2) === "on") node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : value);
    });
    children.forEach(function (child) {
      if (child === null || child === undefined) return;
      node.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return node;
  }
  L.el = function (tag, attributes) {
    return fill(document.createElement(tag), attributes, [].slice.call(arguments, 2));
  };
  function svg(tag, attributes) {
    return fill(document.createElementNS(SVG, tag), attributes, [].slice.call(arguments, 2));
  }
  L.clear = function (node) {
    while (node.firstChild) node.removeChild(node.firstChild);
    return node;
  };
  L.button = function (className, text, press, icon) {
    return L.el("button", { type: "button", class: className, onclick: press }, icon ? L.icon(icon) : null, text);
  };

  const ICONS = {
    back: "m15 5-7 7 7 7",
    next: "m9 5 7 7-7 7",
    check: "M4.5 12.5 10 18 20 7",
    lock: "M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 8 0V11",
    sound: "M4 9.5v5h4l5 4v-13l-5 4zM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11",
    up: "m5 15 7-7 7 7",
    down: "m5 9 7 7 7-7",
    drag: "M9 6v.1M9 12v.1M9 18v.1M15 6v.1M15 12v.1M15 18v.1",
    clock: "M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19M12 7v5.5l3.5 2",
    black: "M3 4h18v12H3zM3 4l18 12M8 21h8",
    play: "M7 4.5v15l12-7.5z",
    pause: "M8 5v14M16 5v14",
    eye: "M2 12c3-5 6.5-7 10-7s7 2 10 7c-3 5-6.5 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
    x: "M6 6l12 12M18 6 6 18",
  };
  L.icon = function (name) {
    return svg(
      "svg",
      { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
      svg("path", { d: ICONS[name] })
    );
  };

  const SHAPES = {
    circle: "M50 8a42 42 0 1 0 0 84 42 42 0 0 0 0-84Z",
    triangle: "M50 7 95 88Q96 92 91 92H9Q4 92 5 88Z",
    square: "M19 11H81Q89 11 89 19V81Q89 89 81 89H19Q11 89 11 81V19Q11 11 19 11Z",
    diamond: "M50 2 98 50 50 98 2 50Z",
  };
  // The shape with its letter; `fillColour` is white on a block of the answer's colour, else that colour itself.
  L.shape = function (index, solid) {
    const look = L.facts.answers[index];
    const letter = solid && !look.outlined ? "#FFFFFF" : look.letter_colour;
    const text = svg("text", {
      x: 50,
      y: 50 + 0.36 * look.letter_size + (look.shape === "triangle" ? 12 : 0),
      "text-anchor": "middle",
      "font-size": look.letter_size,
      fill: letter,
    });
    text.textContent = look.letter;
    return svg(
      "svg",
      { class: "shape", viewBox: "-3 -3 106 106", "aria-hidden": "true", focusable: "false" },
      svg("path", {
        d: SHAPES[look.shape],
        fill: solid ? look.colour : "#FFFFFF",
        stroke: solid || look.outlined ? "#1B2438" : "none",
        "stroke-width": 5,
        "stroke-linejoin": "round",
      }),
      text
    );
  };
  L.block = function (index, className) {
    const node = L.el("span", { class: className || "block" }, L.shape(index, false));
    node.style.background = L.facts.answers[index].colour;
    return node;
  };
  L.letterLabel = function (index) {
    const look = L.facts.answers[index];
    return look.letter + ", " + L.say("shape_" + look.shape);
  };
  L.picture = function (source, alt, className) {
    return source ? L.el("img", { class: className || "picture", src: source, alt: alt || "", draggable: "false" }) : null;
  };

  // **bold**, *italics* and "- lists", as lessons write them.
  L.rich = function (text, className) {
    const root = L.el("div", { class: className || "rich" });
    let list = null;
    (text || "").split("\n").forEach(function (line) {
      const bullet = /^\s*[-*]\s+(.*)$/.exec(line);
      if (!line.trim()) return;
      if (bullet && !list) list = root.appendChild(L.el("ul"));
      if (!bullet) list = null;
      const node = bullet ? list.appendChild(L.el("li")) : root.appendChild(L.el("p"));
      (bullet ? bullet[1] : line).split(/(\*\*[^\s*].*?\*\*|\*[^\s*][^*]*\*)/).forEach(function (part) {
        if (/^\*\*[^\s*].*\*\*$/.test(part)) node.appendChild(L.el("strong", null, part.slice(2, -2)));
        else if (/^\*[^\s*][^*]*\*$/.test(part)) node.appendChild(L.el("em", null, part.slice(1, -1)));
        else if (part) node.appendChild(document.createTextNode(part));
      });
    });
    return root;
  };

  // --- colours of the audience, and the device's own wishes
  L.paint = function () {
    const root = document.documentElement;
    const palette = L.facts.palette || {};
    Object.keys(palette).forEach(function (name) {
      root.style.setProperty("--" + name, name === "radius" ? Math.max(4, palette.radius / 2) + "px" : palette[name]);
    });
    root.classList.toggle("large", !!L.store.get("large"));
    root.classList.toggle("contrast", !!L.store.get("contrast"));
    root.lang = L.language;
  };
})(window.LH);
