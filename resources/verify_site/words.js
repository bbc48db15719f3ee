/* Which language the page speaks, and the file with its words: only that one is loaded. Remembered by the
   address (lang=en) or, where the browser allows it, by localStorage. */
(function () {
'use strict';

var LANGUAGES = ['zh', 'en'];
QC.words = {};
QC.more = {};

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

/* Promises that a script of ours has run. */
QC.need = function (file) {
  return new Promise(function (resolve) {
    var script = document.createElement('script');
    script.src = file;
    script.onload = resolve;
    document.head.appendChild(script);
  });
};

/* Promises the words of lang as a function (name, values), {braces} filled in. */
QC.load = function (lang) {
  function say(name, values) {
    var words = QC.words[lang];
    return (words[name] || QC.more[lang][name]).replace(/\{(\w+)\}/g, function (all, key) { return (values && values[key]) || words[key] || ''; });
  }
  return (QC.words[lang] ? Promise.resolve() : QC.need('words_' + lang + '.js')).then(function () { return say; });
};

QC.firstWords = QC.load(QC.language()); // asked for while the other scripts are still coming
}());
