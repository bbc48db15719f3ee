/* Draws a view (answer.js) in one of two languages. Text goes in as text nodes only; nothing published becomes markup. */
(function () {
'use strict';

var MARKS = { ok: '✓', warn: '!', bad: '×', calm: '·' };
var CODE = /([0-9A-Z]{1,6}(?:-[0-9A-Z]{1,6}){1,4}[）)。.，,]*)/, PHONE = /^[0-9+][0-9 ()+\-]{2,24}$/;
var RECORD_LISTS = ['pledge_text', 'products', 'standards'], RECORD_LINES = ['announcement_no', 'issuer'];
QC.page = { element: element };

function id(name) { return document.getElementById(name); }

function element(tag, name, content) {
  var made = document.createElement(tag);
  if (name) made.className = name;
  return fill(made, content);
}

function fill(parent, content) { // text (days and numbers stay whole), an element, or a list of these
  if (content === undefined || content === null || content === '') return parent;
  if (Array.isArray(content)) content.forEach(function (one) { fill(parent, one); });
  else if (content.nodeType) parent.appendChild(content);
  else {
    String(content).split(CODE).forEach(function (part) {
      parent.appendChild(CODE.test(part) ? unbroken(part) : document.createTextNode(part));
    });
  }
  return parent;
}

function unbroken(code) {
  var made = document.createElement('span');
  made.className = 'code';
  made.textContent = code;
  return made;
}

function chinese(made) { // what was published is, whatever the page speaks
  made.lang = 'zh-CN';
  return made;
}

function put(place, content) {
  var at = id(place);
  while (at.firstChild) at.removeChild(at.firstChild);
  fill(at, content);
  at.hidden = !at.firstChild;
}

function link(name, address, text) {
  var made = element('a', name, text);
  made.href = address;
  return made;
}

/* What stands there whatever was asked: title, form, footer. */
QC.page.frame = function (say, office, example) {
  document.documentElement.lang = say('lang');
  ['entry', 'check', 'another', 'recognise', 'complaining', 'logs', 'copy', 'link'].forEach(function (name) {
    put('word-' + name, say(name));
  });
  put('language', say('other'));
  id('language').lang = say('other') === 'English' ? 'en' : 'zh-CN';
  put('entry-hint', say('entry_hint', { number: example }));
  put('published', office.published ? say('published', { day: office.published }) : '');
  put('icp', office.icp && link('', 'https://beian.miit.gov.cn/', office.icp));
  put('police', office.police && link('', 'https://beian.mps.gov.cn/', office.police));
};

QC.page.draw = function (view, say, office, more) {
  var site = say(view.label ? 'site_label' : 'site');
  put('site', office.association ? say('site_of', { association: office.association, site: site }) : site);
  id('card').className = 'card ' + view.tone;
  said(view, say);
  document.title = id('head').textContent + (office.association ? ' · ' + office.association : '');
  put('facts', facts(view, say));
  put('cautions', cautions(view, say));
  put('actions', actions(view, say, more));
  put('record', view.record ? record(view.record, say) : '');
  put('contacts', contacts(view, say, office));
  var home = view.head === 'head_home'; // there the form comes first
  id('word-another').hidden = home;
  id('contacts').parentNode.insertBefore(id('contacts'), home ? null : id('record'));
  id('ask').hidden = view.verdict === 'cannot';
  id('share').hidden = !(more.link && view.signed);
  id('address').value = more.link || '';
  put('share-said', '');
};

function said(view, say) { // a live region: touched only where it says something new
  var parts = { mark: MARKS[view.tone], head: say(view.head), text: say(view.text, view.values), todo: view.todo && say(view.todo, view.values) };
  Object.keys(parts).forEach(function (name) { if (id(name).textContent !== parts[name]) put(name, parts[name]); });
}

function facts(view, say) {
  var list = element('dl'), shown = [];
  view.facts.forEach(function (fact) { row(list, say('fact_' + fact[0]), value(fact, view, say), fact[0]); });
  if (view.holder) shown.push(chinese(element('p', 'holder', view.holder)));
  if (view.uscc) shown.push(element('p', 'uscc', [say('fact_uscc') + ' ', element('span', '', view.uscc)]));
  if (view.large) {
    var large = element('dl', 'large');
    view.large.forEach(function (fact) { row(large, say('fact_' + fact[0]), fact[1]); });
    if (large.firstChild) shown.push(large);
  }
  return list.firstChild ? shown.concat(list) : shown;
}

function value(fact, view, say) {
  if (fact[0] === 'title' && fact[1]) return fact[1][say('lang') === 'en' ? 'en' : 'zh'];
  return fact[1] || (fact[2] && say(fact[2], view.values));
}

function row(list, name, content, kind) {
  if (content) list.appendChild(element('div', kind || '', [element('dt', '', name), element('dd', '', content)]));
}

function cautions(view, say) {
  var lines = [view.foreign && 'foreign_host', view.signed && 'proves', view.scope].concat(view.notes);
  return lines.filter(Boolean).map(function (name) { return element('p', '', say(name)); });
}

function actions(view, say, more) {
  if (more.secure) return link('button', more.secure, say('open_https'));
  return view.pledge && view.uscc ? link('button', QC.site.pledge(view.uscc), say('pledge')) : '';
}

function record(of, say) {
  var parts = [element('h2', '', say('record'))];
  if (of.statement) parts.push(chinese(element('p', '', of.statement)));
  RECORD_LISTS.forEach(function (name) {
    var lines = [].concat(of[name] || []).map(function (line) { return element('li', '', line); });
    if (lines.length) parts.push(element('h3', '', say('record_' + name)), chinese(element('ul', '', lines)));
  });
  var list = element('dl');
  RECORD_LINES.forEach(function (name) { row(list, say('record_' + name), of[name]); });
  return parts.concat(list.firstChild ? list : []);
}

function contacts(view, say, office) {
  var list = element('dl');
  row(list, say('hotline'), view.record && call(view.record.hotline));
  row(list, say('phone'), call(office.phone));
  row(list, say('complain'), call('12315'));
  return list;
}

function call(number) { return number && PHONE.test(number) ? link('', 'tel:' + number.replace(/[^0-9+]/g, ''), number) : number; }

/* Copies the link to the present check, in the form ?c= that messengers leave alone. */
QC.page.copy = function (say) {
  var address = id('address');
  function tell(done) {
    put('share-said', say(done ? 'copied' : 'copy_by_hand'));
  }
  if (navigator.clipboard && navigator.clipboard.writeText) {
    navigator.clipboard.writeText(address.value).then(function () { tell(true); }, function () { tell(selected(address)); });
  } else tell(selected(address));
};

function selected(address) { // the way of older browsers
  address.focus();
  address.setSelectionRange(0, address.value.length);
  try {
    return document.execCommand('copy');
  } catch (error) {
    return false;
  }
}
}());
