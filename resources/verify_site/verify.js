/* Answers the address that the page was opened with, and what is typed. Runs last: all other files are there. */
(function () {
'use strict';

var PATIENCE = 400; // milliseconds after which a signed code is shown while the status list is still on its way
var office = block('office') || { association: '', phone: '', icp: '', police: '', published: '' };
var lang = QC.language(), say = null, state = { about: 'busy' }, questions = 0, shown = '';
var desk = { begin: begin, byDigits: byDigits, show: show, kept: kept, keys: null, status: null };

function id(name) { return document.getElementById(name); }

function block(name) {
  try {
    return JSON.parse(id(name).textContent);
  } catch (error) {
    return null;
  }
}

function draw() {
  if (!say) return; // the words are still coming
  var keys = desk.keys, view = QC.answer(state, office, QC.today()), series = keys && keys.series[0];
  view.foreign = keys && !isOurs();
  QC.page.frame(say, office, series ? QC.numberOf((series.code * 1e4 + 2026) * 1e6 + 128, keys.series) : '…');
  QC.page.draw(view, say, office, {
    link: state.digits ? base() + '?c=' + state.digits : '',
    secure: state.why === 'insecure' ? location.href.replace(/^http:/, 'https:') : ''
  });
  if (view.codes || QC.scratched) QC.need('scratched.js').then(function () { QC.scratched(view.codes, say, desk); });
}

function isHosted() { return /^http/.test(location.protocol); }

function here() { return (location.protocol + '//' + location.host + location.pathname).replace(/index\.html$/, ''); }

function isOurs() { return !isHosted() || desk.keys.prefixes.indexOf(here() + '#') >= 0; }

function base() { return isHosted() || !desk.keys.prefixes.length ? here() : desk.keys.prefixes[0].slice(0, -1); }

function kept(kid) { return desk.status.then(function (told) { return QC.site.kept(kid, desk.keys, told); }); }

/* Starts a new question; what older ones still bring is let go. */
function begin(first) {
  var mine = ++questions;
  function tell(found) {
    if (!tell.stands()) return;
    state = found;
    draw();
  }
  tell.stands = function () { return mine === questions; };
  tell(first);
  return tell;
}

function byDigits(digits, typed) {
  var tell = begin({ about: 'busy' });
  QC.checkDigits(digits, desk.keys, QC.today(), kept).then(function (result) {
    var found = { about: 'code', digits: digits, result: result, typed: typed };
    if ('batch' in result) label(tell, found);
    else if ('serial' in result) certificate(tell, found);
    else tell(found);
  });
}

function certificate(tell, found) {
  var told = false;
  function show() {
    told = true;
    tell(found);
  }
  var slow = setTimeout(show, PATIENCE);
  desk.status.then(function (list) {
    clearTimeout(slow);
    found.status = list;
    show();
  });
  QC.site.record(found.result).then(function (record) {
    found.record = record;
    if (told) tell(found);
  });
}

function label(tell, found) {
  Promise.all([QC.site.batch(found.result.batch, desk.keys), desk.status]).then(function (got) {
    found.batch = got[0];
    found.status = got[1];
    tell(found);
  });
}

function show(digits) { // in the address, so that the result can be kept and passed on
  shown = '#' + digits;
  location.hash = shown;
  return digits;
}

function route() {
  if (location.hash && location.hash === shown) return; // by us, and answered already
  shown = '';
  var digits = QC.carried(location.search.slice(1), location.hash.slice(1));
  if (digits) byDigits(digits, false);
  else begin({ about: 'home' });
}

function submitted(event) {
  event.preventDefault();
  if (!desk.keys) return;
  QC.need('typed.js').then(function () {
    QC.ask(id('typed').value, desk);
    id('verdict').focus();
  });
}

function speak(words) {
  say = words;
  draw();
}

id('entry').addEventListener('submit', submitted);
id('word-copy').addEventListener('click', function () { QC.page.copy(say); });
id('language').addEventListener('click', function () {
  lang = lang === 'zh' ? 'en' : 'zh';
  QC.remember(lang);
  QC.load(lang).then(speak);
});

QC.firstWords.then(speak);
var root = block('root'), keys = QC.site.keys(root, QC.keyList(block('keys'), root));
desk.status = QC.site.status(keys);
keys.then(function (list) {
  desk.keys = list;
  window.addEventListener('hashchange', route);
  route();
}, function (error) {
  var insecure = location.protocol === 'http:' && window.isSecureContext !== true;
  begin({ about: 'cannot', why: error.reason !== 'cannot_check' ? 'list_damaged' : insecure ? 'insecure' : 'old_browser' });
});
}());
