// Reading aloud with a voice of the device itself: voices that send the text away are never used.
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
  // A button that reads `text()`, and stops when pressed again; null where the device has no voice.
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
  // Voices may come late; the page then draws its button.
  L.whenVoices = function (redraw) {
    if (speech && speech.addEventListener) speech.addEventListener("voiceschanged", redraw);
  };
})(window.LH);
