window.LH = { words:
{
"app": ["Lớp Học Số", "Lớp Học Số"],
"code_heading": ["Nhập mã trên màn chiếu", "Type the code from the big screen"],
"code_label": ["Mã của lớp học, bốn chữ số", "Class code, four digits"],
"code_hint": ["Mã có bốn chữ số.", "The code has four digits."],
"code_next": ["Tiếp tục", "Continue"],
"code_wrong": ["Mã chưa đúng. Em nhìn lại màn chiếu rồi nhập lại nhé.", "That code is not right. Look at the big screen and try again.", "Mã chưa đúng. Anh chị xem lại màn chiếu rồi nhập lại nhé.", "That code is not right. Look at the big screen and try again."],
"code_wait": ["Chờ {n} giây rồi thử lại nhé.", "Wait {n} seconds, then try again."],
"no_answer": ["Chưa nối được với máy của lớp. Đang thử lại…", "No connection to the class computer yet. Trying again…"],
"join_again_please": ["Chưa nối được với máy của lớp. Bấm “Vào lớp” lần nữa nhé.", "No connection to the class computer yet. Press “Join the class” again."],
"pick_heading": ["Em ngồi số mấy?", "What is your seat number?", "Anh chị ngồi số mấy?", "What is your seat number?"],
"pick_group": ["Số chỗ ngồi", "Seat numbers"],
"pick_taken": ["Số {n}, đã có bạn chọn", "Seat {n}, taken", "Số {n}, đã có người chọn", "Seat {n}, taken"],
"pick_any": ["Chọn giúp em một số", "Choose a number for me", "Chọn giúp tôi một số", "Choose a number for me"],
"pick_any_done": ["Máy chọn giúp em", "Chosen for you", "Máy chọn giúp", "Chosen for you"],
"pick_go": ["Vào lớp", "Join the class"],
"pick_none": ["Không cần tên, không cần tài khoản.", "No name and no account needed."],
"pick_just_taken": ["Số {n} vừa có bạn chọn. Em chọn số khác nhé.", "Seat {n} was just taken. Please choose another.", "Số {n} vừa có người chọn. Anh chị chọn số khác nhé.", "Seat {n} was just taken. Please choose another."],
"full": ["Lớp đã đủ chỗ. Em báo thầy cô giúp nhé.", "Every seat is taken. Please tell your teacher.", "Lớp đã đủ chỗ. Anh chị báo người hướng dẫn giúp nhé.", "Every seat is taken. Please tell the host."],
"crowd_heading": ["Chào em!", "Hello!", "Chào anh chị!", "Hello!"],
"seat": ["Số {n}", "Seat {n}"],
"animal": ["Bạn {name}", "{name}", "{name}", "{name}"],
"class": ["Lớp {label}", "Class {label}"],
"entering": ["Đang vào lớp…", "Joining the class…"],
"in_heading": ["Em vào lớp rồi!", "You are in!", "Anh chị vào lớp rồi!", "You are in!"],
"look_up": ["Nhìn lên màn chiếu nhé", "Look at the big screen", "Mời anh chị nhìn lên màn chiếu", "Please look at the big screen"],
"reconnecting": ["Đang nối lại với lớp…", "Reconnecting to the class…"],
"kept": ["Câu trả lời của em vẫn được giữ và sẽ tự gửi.", "Your answer is kept and will be sent by itself.", "Câu trả lời của anh chị vẫn được giữ và sẽ tự gửi.", "Your answer is kept and will be sent by itself."],
"question_of": ["Câu {n}/{of}", "Question {n}/{of}"],
"question_only": ["Câu hỏi", "Question"],
"poll_only": ["Ý kiến", "Your view"],
"branch_only": ["Chọn lối đi", "Choose a path"],
"team": ["Đội {n}", "Team {n}"],
"time_left": ["Còn {n} giây", "{n} seconds left"],
"listen": ["Nghe đọc câu hỏi", "Read it to me"],
"listen_stop": ["Dừng đọc", "Stop reading"],
"shape_circle": ["hình tròn", "circle"],
"shape_triangle": ["hình tam giác", "triangle"],
"shape_square": ["hình vuông", "square"],
"shape_diamond": ["hình thoi", "diamond"],
"chosen": ["đã chọn", "chosen"],
"wait_open": ["Em đọc câu hỏi nhé. Sắp được trả lời rồi.", "Read the question. Answering opens soon.", "Mời anh chị đọc câu hỏi. Sắp được trả lời.", "Read the question. Answering opens soon."],
"hint_multiple": ["Chọn một hay nhiều ý, rồi bấm Gửi.", "Choose one or more, then press Send."],
"hint_order": ["Xếp theo thứ tự: kéo thẻ, hoặc chạm hai thẻ để đổi chỗ.", "Put them in order: drag a card, or tap two cards to swap them."],
"hint_match": ["Chạm một thẻ, rồi chạm ô hợp với nó. Kéo thẻ cũng được.", "Tap a card, then the place it belongs to. Dragging works too."],
"hint_sort": ["Chạm một thẻ, rồi chạm nhóm của nó. Kéo thẻ cũng được.", "Tap a card, then the group it belongs to. Dragging works too."],
"hint_hotspot": ["Chạm vào những chỗ em chọn, rồi bấm Gửi.", "Tap the places you choose, then press Send.", "Chạm vào những chỗ anh chị chọn, rồi bấm Gửi.", "Tap the places you choose, then press Send."],
"move_up": ["Đưa lên: {text}", "Move up: {text}"],
"move_down": ["Đưa xuống: {text}", "Move down: {text}"],
"order_place": ["Thứ {n}: {text}", "Number {n}: {text}"],
"put_here": ["Đặt vào đây", "Put it here"],
"tray": ["Thẻ chưa đặt", "Cards not placed yet"],
"cards_left": ["Còn {n} thẻ chưa đặt", "Not placed yet: {n}"],
"all_placed": ["Đã đặt hết. Bấm Gửi nhé!", "All placed. Press Send!"],
"picked": ["Đang cầm: {text}", "Picked up: {text}"],
"placed": ["{text}: đã đặt vào {place}", "{text}: placed in {place}"],
"spot": ["Chỗ {n}: {text}", "Place {n}: {text}"],
"send": ["Gửi câu trả lời", "Send my answer"],
"sending": ["Đang gửi…", "Sending…"],
"sent": ["Đã gửi!", "Sent!"],
"changed": ["Đã đổi!", "Changed!"],
"change": ["Đổi câu trả lời", "Change my answer"],
"keep": ["Giữ câu trả lời cũ", "Keep my answer"],
"closed": ["Đã hết giờ trả lời", "Answering is over"],
"closed_mine": ["Câu trả lời của em đã được lưu.", "Your answer is saved.", "Câu trả lời của anh chị đã được lưu.", "Your answer is saved."],
"closed_none": ["Không sao, mình cùng xem nhé.", "That is all right. Let us look at it together."],
"late": ["Câu hỏi vừa đóng nên lần gửi cuối chưa được nhận.", "The question had just closed, so the last one did not count."],
"late_kept": ["Câu trả lời trước vẫn được giữ.", "Your earlier answer is kept."],
"not_open": ["Câu hỏi chưa mở. Em chờ một chút nhé.", "The question is not open yet. Wait a moment.", "Câu hỏi chưa mở. Anh chị chờ một chút nhé.", "The question is not open yet. Wait a moment."],
"unknown_choice": ["Câu hỏi vừa thay đổi. Em chọn lại nhé.", "The question has just changed. Please choose again.", "Câu hỏi vừa thay đổi. Mời anh chị chọn lại.", "The question has just changed. Please choose again."],
"absent": ["Máy của lớp đang ghi số này vắng. Em báo thầy cô giúp nhé.", "The class computer has this seat as absent. Please tell your teacher.", "Máy của lớp đang ghi số này vắng. Anh chị báo người hướng dẫn giúp nhé.", "The class computer has this seat as absent. Please tell the host."],
"not_saving": ["Máy của lớp chưa lưu được. Em báo thầy cô giúp nhé.", "The class computer cannot save right now. Please tell your teacher.", "Máy của lớp chưa lưu được. Anh chị báo người hướng dẫn giúp nhé.", "The class computer cannot save right now. Please tell the host."],
"right": ["Đúng rồi!", "That is right!"],
"review": ["Mình cùng xem lại", "Let us look again"],
"seen": ["Mình cùng xem nhé", "Let us look together"],
"right_answer": ["Câu trả lời đúng", "The right answer"],
"you_chose": ["Em đã chọn", "You chose", "Anh chị đã chọn", "You chose"],
"private": ["Các bạn không thấy câu trả lời của em.", "Your classmates do not see your answer.", "Người khác không thấy câu trả lời của anh chị.", "Other people do not see your answer."],
"poll_thanks": ["Cảm ơn em!", "Thank you!", "Cảm ơn anh chị!", "Thank you!"],
"poll_note": ["Câu này không có đúng hay sai.", "Here nothing is right or wrong."],
"branch_note": ["Nhìn lên màn chiếu xem truyện rẽ lối nào nhé.", "Look at the big screen to see where the story goes."],
"paused": ["Mình nghỉ một chút nhé", "Let us take a short break"],
"paused_note": ["Câu trả lời đã gửi vẫn còn.", "Answers that were sent are kept."],
"ended": ["Buổi học kết thúc rồi", "The lesson is over"],
"ended_note": ["Cảm ơn em đã cùng học!", "Thank you for learning together!", "Cảm ơn anh chị đã cùng học!", "Thank you for learning together!"],
"join_again": ["Vào lớp khác", "Join another class"],
"elsewhere": ["Số này đang mở ở chỗ khác", "This seat is open somewhere else"],
"elsewhere_note": ["Nếu đây là máy của em, bấm nút bên dưới.", "If this is your device, press the button below.", "Nếu đây là máy của anh chị, bấm nút bên dưới.", "If this is your device, press the button below."],
"use_here": ["Dùng máy này", "Use this device"],
"busy": ["Lớp đang rất đông. Đang thử lại…", "The class is very full. Trying again…"],
"freed": ["Số cũ không còn giữ cho em nữa. Em vào lại nhé.", "Your seat is not kept any more. Please join again.", "Số cũ không còn được giữ nữa. Mời anh chị vào lại.", "Your seat is not kept any more. Please join again."],
"help": ["Em cần giúp đỡ", "I need help", "Cần giúp đỡ", "I need help"],
"help_first": ["Em không có lỗi.", "It is not your fault.", "", ""],
"help_back": ["Về bài học", "Back to the lesson"],
"help_hide": ["Ẩn nhanh", "Hide now"],
"help_111": ["Gọi 111", "Call 111"],
"help_111_note": ["Miễn phí, cả ngày lẫn đêm", "Free, day and night"],
"help_family": ["Nói với người nhà", "Tell someone at home", "Nói với người thân", "Tell someone close"],
"help_family_note": ["Bố mẹ, ông bà hoặc người chăm sóc em", "Parents, grandparents or whoever looks after you", "Người mà anh chị tin cậy", "Someone you trust"],
"help_school": ["Nói với thầy cô", "Tell a teacher", "Gặp nhà trường", "Talk to the school"],
"help_school_note": ["Thầy cô mà em tin cậy ở trường", "A teacher you trust at school", "Thầy cô chủ nhiệm hoặc ban giám hiệu", "The class teacher or the head"],
"help_private": ["Máy của lớp không biết em mở trang này. Màn chiếu không hiện gì.", "The class computer does not know that you opened this page. The big screen shows nothing.", "Máy của lớp không biết anh chị mở trang này. Màn chiếu không hiện gì.", "The class computer does not know that you opened this page. The big screen shows nothing."],
"settings": ["Chữ và ngôn ngữ", "Text and language"],
"set_large": ["Chữ to", "Large text"],
"set_contrast": ["Tương phản cao", "High contrast"],
"set_language": ["Ngôn ngữ", "Language"],
"done": ["Xong", "Done"],
"credit": ["Hình: OpenMoji (CC BY-SA 4.0), đã đổi màu. Chữ: Be Vietnam Pro (OFL 1.1).", "Pictures: OpenMoji (CC BY-SA 4.0), recoloured. Font: Be Vietnam Pro (OFL 1.1)."]
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
(function (L) {
"use strict";
const speech = window.speechSynthesis;
function voice() {
if (!speech) return null;
return (
speech.getVoices().filter(function (one) {
return one.localService && one.lang.toLowerCase().slice(0, 2) === L.language;
})[0] || null
);
}
L.canSpeak = function () {
return voice() !== null;
};
L.hush = function () {
if (speech) speech.cancel();
};
L.speaker = function (text) {
if (!L.canSpeak()) return null;
let reading = false;
const label = L.el("span", null, L.say("listen"));
function set(now) {
reading = now;
label.textContent = L.say(now ? "listen_stop" : "listen");
}
return L.el(
"button",
{
type: "button",
class: "link listen",
"data-key": "listen",
onclick: function () {
L.hush();
if (reading) {
set(false);
return;
}
const words = new SpeechSynthesisUtterance(text());
words.voice = voice();
words.lang = words.voice.lang;
words.rate = L.young ? 0.85 : 1;
words.onend = words.onerror = function () {
set(false);
};
set(true);
speech.speak(words);
},
},
L.icon("sound"),
label
);
};
L.whenVoices = function (redraw) {
if (speech && speech.addEventListener) speech.addEventListener("voiceschanged", redraw);
};
})(window.LH);
(function (L) {
"use strict";
const el = L.el;
const lesson = document.getElementById("lesson");
const pages = { help: document.getElementById("help"), settings: document.getElementById("settings") };
let opener = null;
L.template = function (id) {
return document.getElementById("pictures").content.querySelector("#" + id).cloneNode(true);
};
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
