/* Which language the page speaks, and the file with its words: only that one is loaded. Remembered by the
   address (lang=en) or, where the browser allows it, by localStorage. */
(function () {
'use strict';

var LANGUAGES = ['zh', 'en'], needed = {};
QC.words = {};
QC.more = []; // what scripts loaded later add, by language too

QC.language = function () {
  var wanted = /[?&]lang=(zh|en)/.exec(location.search), kept = wanted && wanted[1];
  try {
    kept = kept || localStorage.getItem('lang');
  } catch (error) {
    kept = kept || '';
  }
  return LANGUAGES.indexOf(kept) >= 0 ? kept : /^zh/i.test(navigator.language || 'zh') ? 'zh' : 'en';
};

QC.remember = function (lang) {
  try {
    localStorage.setItem('lang', lang);
  } catch (error) {
    return false;
  }
  return true;
};

/* Promises that a script of ours has run, of the publication that the page is of: browsers keep older ones for days. */
QC.need = function (file) {
  needed[file] = needed[file] || new Promise(function (resolve) {
    var script = document.createElement('script');
    script.src = file + (document.documentElement.getAttribute('data-v') || '');
    script.onload = resolve;
    script.onerror = function () { needed[file] = null; }; // asked for again, it may come
    document.head.appendChild(script);
  });
  return needed[file];
};

/* Promises the words of lang as a function (name, values), {braces} filled in. */
QC.load = function (lang) {
  function say(name, values) {
    var words = QC.words[lang], text = words[name];
    QC.more.forEach(function (more) { text = text || more[lang][name]; });
    return text.replace(/\{(\w+)\}/g, function (all, key) { return (values && values[key]) || words[key] || ''; });
  }
  return QC.need('words_' + lang + '.js').then(function () { return say; });
};

QC.firstWords = QC.load(QC.language()); // asked for while the other scripts are still coming
}());
