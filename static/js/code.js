// The code of a mail's link stands behind "#", which no browser sends to a server. Mail programs rewrite links, so it
// is looked for in the query and the path too. Put it into the field and clear the address bar; the person still
// presses the button. Without this script the code is pasted in.
(function () {
  "use strict";
  var field = document.getElementById("id_code");
  if (!field) {
    return;
  }
  // First with the same between all groups, so that no word before or after is taken for one of them.
  var GROUPS = [
    /(?:^|[^0-9A-Z])[0-9A-Z]{4}([^0-9A-Z]{1,12})[0-9A-Z]{4}(?:\1[0-9A-Z]{4}){11}(?![0-9A-Z])/i,
    /(?:^|[^0-9A-Z])[0-9A-Z]{4}([^0-9A-Z]{1,12})[0-9A-Z]{4}(?:\1[0-9A-Z]{4}){4}(?![0-9A-Z])/i,
    /[0-9A-Z]{4}(?:[^0-9A-Z]{1,12}[0-9A-Z]{4}){12}/i,
    /[0-9A-Z]{4}(?:[^0-9A-Z]{1,12}[0-9A-Z]{4}){5}/i,
    /(?:[0-9A-Z]{52}|[0-9A-Z]{24})(?![0-9A-Z])/i
  ];
  var plain = function (text) {
    // Only what may be part of a code; a link inside a link is encoded twice.
    for (var time = 0; time < 3; time += 1) {
      text = text.replace(/%([0-9A-F]{2})/gi, function (_all, hex) { return String.fromCharCode(parseInt(hex, 16)); });
    }
    return text;
  };
  var find = function (text) {
    var match = GROUPS.map(function (groups) { return groups.exec(plain(text)); }).find(Boolean);
    return match ? match[0].toUpperCase().match(/[0-9A-Z]/g).join("").match(/.{4}/g).join("-") : "";
  };
  var take = function () {
    var start = field.form.getAttribute("action");
    var behind = find(window.location.hash);
    var before = find(window.location.search) || find(window.location.pathname.replace(start, " "));
    if (!behind && !before) {
      return;
    }
    field.value = behind || before;
    window.history.replaceState(null, "", start + (before ? "" : window.location.search));
    var button = field.form.querySelector("button[type=submit]");
    if (button) {
      button.focus();
    }
  };
  take();
  // Another link opened in this tab leaves the page and only changes what stands behind "#": the newer one wins.
  window.addEventListener("hashchange", take);
})();
