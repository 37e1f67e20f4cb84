// One socket that comes back by itself: after a lost network, a locked phone, a restarted laptop.
(function (L) {
  "use strict";
  const FINAL = [4401, 4409, 4410]; // not known any more, opened elsewhere, lesson over
  const SILENCE = 50000; // the class computer says something at least every 20 s

  // `on`: url(), message(value), up(), down(code), refused(code)
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
  // Asks the class computer; gives {status, body}, status 0 when it did not answer.
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
