// Only improves pages that work without it: one press sends once, and the access code is copied with one press.
// Nothing that was typed is remembered anywhere.
(function () {
  "use strict";
  document.querySelectorAll("form[data-once]").forEach(function (form) {
    var sending = false;
    form.addEventListener("submit", function (event) {
      if (sending) {
        event.preventDefault();
        return;
      }
      sending = true;
      form.setAttribute("aria-busy", "true");
      // A connection that was lost or stopped must not lock the form; the server counts one form once anyway.
      window.setTimeout(function () { sending = false; form.removeAttribute("aria-busy"); }, 6000);
    });
    window.addEventListener("pageshow", function () {
      sending = false;
      form.removeAttribute("aria-busy");
    });
  });

  var summary = document.getElementById("error-summary");
  if (summary) {
    summary.focus();
  }

  var keep = document.querySelector("[data-copy]");
  if (!keep) {
    return;
  }
  var say = function (word, act) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet button--small";
    button.textContent = word;
    button.addEventListener("click", function () { act(button); });
    keep.appendChild(button);
  };
  if (navigator.clipboard) {
    say(keep.dataset.copyWord, function (button) {
      navigator.clipboard.writeText(keep.dataset.copy).then(function () { button.textContent = keep.dataset.copiedWord; });
    });
  }
  say(keep.dataset.printWord, function () { window.print(); });
})();
