// The code of a mail's link stands behind "#", which no browser sends to a server. Put it into the field and clear
// the address bar; the person still presses the button. Without this script the code is pasted in.
(function () {
  "use strict";
  var field = document.getElementById("id_code");
  var code = window.location.hash.slice(1);
  if (!field || !/^[0-9A-Za-z-]{40,100}$/.test(code)) {
    return;
  }
  field.value = code;
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  var button = field.form.querySelector("button[type=submit]");
  if (button) {
    button.focus();
  }
})();
