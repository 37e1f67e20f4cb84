window.LH = { words:
{
"title": ["Điều khiển bài học", "Lesson remote"],
"connecting": ["Đang nối với máy của lớp…", "Connecting to the class computer…"],
"reconnecting": ["Đang nối lại…", "Reconnecting…"],
"no_token": ["Quét lại mã trên máy của thầy cô", "Scan the code on your computer again"],
"no_token_note": ["Điện thoại này chưa được ghép, hoặc buổi học đã đổi. Mở “Điều khiển bằng điện thoại” trên máy rồi quét mã QR.", "This phone is not paired, or the session has changed. Open “Steer from a phone” on the computer and scan the QR code."],
"over": ["Buổi học đã kết thúc", "The lesson is over"],
"over_note": ["Kết quả nằm trong máy của thầy cô.", "The results are on your computer."],
"class": ["Lớp {label}", "Class {label}"],
"step_of": ["Bước {n}/{of}", "Step {n}/{of}"],
"beat_of": ["phần {n}/{of}", "part {n}/{of}"],
"lobby": ["Chưa mở bước nào", "No step shown yet"],
"lobby_note": ["Bấm “Bắt đầu” để mở bước đầu tiên.", "Press “Start” to show the first step."],
"phase_waiting": ["Chưa mở trả lời", "Not open yet"],
"phase_open": ["Đang nhận câu trả lời", "Taking answers"],
"phase_closed": ["Đã đóng, chưa hiện đáp án", "Closed, answer not shown"],
"phase_revealed": ["Đã hiện đáp án", "Answer shown"],
"phase_closed_vote": ["Đã đóng, chưa hiện kết quả", "Closed, result not shown"],
"phase_revealed_vote": ["Đã hiện kết quả", "Result shown"],
"paused": ["Đang tạm dừng", "Paused"],
"black": ["Màn chiếu đang tối", "The big screen is black"],
"time_left": ["Còn {n} giây", "{n} seconds left"],
"answered": ["{n}/{of} đã trả lời", "{n} of {of} answered"],
"joined": ["{n} máy đã vào", "{n} joined"],
"missing": ["Chưa trả lời", "Not answered yet"],
"missing_none": ["Tất cả đã trả lời.", "Everyone has answered."],
"missing_more": ["và {n} số nữa", "and {n} more"],
"seat": ["Số {n}", "Seat {n}"],
"right": ["đáp án đúng", "right answer"],
"notes": ["Lời cho thầy cô", "Notes"],
"previous": ["Lùi", "Back"],
"go_start": ["Bắt đầu", "Start"],
"go_next": ["Tiếp", "Next"],
"go_more": ["Hiện tiếp", "Show more"],
"go_open": ["Mở trả lời", "Open answers"],
"go_close": ["Đóng trả lời", "Close answers"],
"go_reveal": ["Hiện đáp án", "Show the answer"],
"go_reveal_vote": ["Hiện kết quả", "Show the result"],
"go_resume": ["Dạy tiếp", "Go on"],
"go_end": ["Kết thúc", "End"],
"go_none": ["Đã xong", "Finished"],
"skip": ["Sang bước sau", "Skip to the next step"],
"open": ["Mở trả lời", "Open answers"],
"open_again": ["Hỏi lại lần nữa", "Ask again"],
"close": ["Đóng trả lời", "Close answers"],
"reveal": ["Hiện đáp án", "Show the answer"],
"reveal_vote": ["Hiện kết quả", "Show the result"],
"more_time": ["Thêm 30 giây", "30 more seconds"],
"go_black": ["Màn tối", "Black screen"],
"go_light": ["Hiện lại màn", "Show the screen"],
"pause": ["Tạm dừng", "Pause"],
"resume": ["Dạy tiếp", "Go on"],
"end": ["Kết thúc", "End"],
"end_ask": ["Kết thúc buổi học?", "End the lesson?"],
"end_note": ["Câu trả lời đã lưu vẫn còn. Sau khi kết thúc, học sinh không trả lời được nữa.", "Saved answers are kept. Afterwards pupils can answer no more."],
"end_no": ["Dạy tiếp", "Go on teaching"],
"end_yes": ["Kết thúc buổi học", "End the lesson"],
"failed": ["Chưa làm được, mời thầy cô thử lại.", "That did not work. Please try again."],
"other_language": ["English", "Tiếng Việt"],
"shape_circle": ["hình tròn", "circle"],
"shape_triangle": ["hình tam giác", "triangle"],
"shape_square": ["hình vuông", "square"],
"shape_diamond": ["hình thoi", "diamond"]
}
};
(function (L) {
"use strict";
const SVG = "http://www.w3.org/2000/svg";
L.facts = JSON.parse(document.getElementById("facts").textContent);
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
L.adults = L.facts.audience === "adults";
L.young = L.facts.audience === "grades-1-3" || L.facts.audience === "grades-4-5";
L.language = L.store.get("language") || L.facts.language || "vi";
L.index = function () {
return L.language === "en" ? 1 : 0;
};
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
(function (L) {
"use strict";
const FINAL = [4401, 4409, 4410]; // not known any more, opened elsewhere, lesson over
const SILENCE = 50000; // the class computer says something at least every 20 s
L.link = function (on) {
let socket = null;
let tries = 0;
let timer = 0;
let heard = 0;
let pinged = false;
let stopped = false;
function open() {
clearTimeout(timer);
drop();
let mine;
try {
mine = new WebSocket(on.url());
} catch (refused) {
again();
return;
}
socket = mine;
heard = Date.now();
mine.onmessage = function (event) {
if (socket !== mine) return;
heard = Date.now();
const value = JSON.parse(event.data);
if (value.type === "ping") {
pinged = true;
return;
}
if (tries !== -1) {
tries = -1;
on.up();
}
on.message(value);
};
mine.onclose = function (event) {
if (socket !== mine) return;
socket = null;
if (FINAL.indexOf(event.code) >= 0) {
stopped = true;
on.refused(event.code);
} else {
on.down(event.code);
again();
}
};
}
function drop() {
if (socket === null) return;
const old = socket;
socket = null;
old.onmessage = old.onclose = null;
old.close();
}
function again() {
if (stopped) return;
tries = tries < 0 ? 0 : tries + 1;
const wait = Math.min(5000, 300 * Math.pow(2, tries));
clearTimeout(timer);
timer = setTimeout(open, wait * (0.6 + 0.8 * Math.random())); // a thousand phones do not knock at once
}
function restart() {
if (stopped) return;
drop();
on.down(0);
tries = 0;
open();
}
function wake() {
if (stopped || document.hidden) return;
if (socket === null) open();
else if (socket.readyState === 1 && Date.now() - heard > 25000) restart();
}
const silence = setInterval(function () {
const quiet = socket === null ? 0 : Date.now() - heard;
if ((pinged && quiet > SILENCE) || (tries >= 0 && quiet > 8000)) restart(); // dead, or never answered
}, 5000);
function offline() {
if (stopped) return;
drop();
on.down(0);
again();
}
window.addEventListener("online", wake);
window.addEventListener("offline", offline);
window.addEventListener("pageshow", wake);
document.addEventListener("visibilitychange", wake);
open();
return {
send: function (value) {
if (socket === null || socket.readyState !== 1) return false;
socket.send(JSON.stringify(value));
return true;
},
restart: restart,
stop: function () {
stopped = true;
clearTimeout(timer);
clearInterval(silence);
window.removeEventListener("online", wake);
window.removeEventListener("offline", offline);
window.removeEventListener("pageshow", wake);
document.removeEventListener("visibilitychange", wake);
drop();
},
};
};
L.socketUrl = function (path, values) {
const query = Object.keys(values).map(function (name) {
return name + "=" + encodeURIComponent(values[name]);
});
return (location.protocol === "https:" ? "wss://" : "ws://") + location.host + path + "?" + query.join("&");
};
L.ask = function (path, body, headers) {
return fetch(path, {
method: "POST",
headers: Object.assign({ "Content-Type": "application/json" }, headers || {}),
body: JSON.stringify(body || {}),
cache: "no-store",
}).then(
function (answer) {
const wait = Number(answer.headers.get("Retry-After")) || 0;
return answer.json().then(
function (value) {
return { status: answer.status, body: value, wait: wait };
},
function () {
return { status: answer.status, body: {}, wait: wait };
}
);
},
function () {
return { status: 0, body: {}, wait: 0 };
}
);
};
})(window.LH);
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
