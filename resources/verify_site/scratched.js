/* The code below the coating of a label, where its batch has such codes: a form for it, and whether it is that label's.
   Loaded when it is first needed. The code stays here: what is fetched is the one shard of hashes that would hold it.
   The other reader is qc_desktop/trust (item_labels, hidden_shards); both run tests/trust/vectors.json. */
(function () {
'use strict';

var CHARACTERS = 20, MOST_IN_SHARD = 4096, HASH_DIGITS = 16;
var LOOKS = { fits: ['ok', '✓'], differs: ['bad', '×'] }; // else warn
var form = null, asked = 0;

QC.more.push({
  zh: {
    scratch: '刮开涂层，输入防伪码',
    scratch_code: '防伪码（20位）',
    scratch_check: '核对防伪码',
    scratch_hint: '涂层在购买时应当完好。字母大小写、空格和横线都不要紧。防伪码不会离开这台设备：本页只取回一份公布的名单，在这里比对。',
    head_code_busy: '正在核对防伪码…',
    head_code_fits: '防伪码相符',
    text_code_fits: '它是标识 {label} 的防伪码。这不能证明标识没有被复制：买来时涂层已经刮开的，很可疑。本页不统计核对过几次。异常请拨12315。',
    head_code_differs: '防伪码不相符',
    text_code_differs: '它不是标识 {label} 的防伪码。请对照刮开处和标识编号再输一遍；仍不相符的，请不要采信，保留实物和购物凭证，拨打12315反映。',
    head_code_missing: '防伪码没有核对',
    text_code_missing: '防伪码名单没有取到，不能判断。请过一会儿再试，或打电话向本会核实。',
    head_code_forged: '防伪码没有核对',
    text_code_forged: '取到的防伪码名单签名不对，没有采用，不能判断。请过一会儿再试；仍然如此，请打电话告诉本会。',
    head_code_form: '不是20位防伪码',
    text_code_form: '防伪码有20位字母和数字，您输入的有 {count} 位。请对照刮开处再输一遍。'
  },
  en: {
    scratch: 'Scratch off the coating and enter the code',
    scratch_code: 'Hidden code (20 characters)',
    scratch_check: 'Compare',
    scratch_hint: 'The coating should be whole when you buy. Capitals, blanks and hyphens do not matter. The code does not leave this device: the page fetches a published list and compares here.',
    head_code_busy: 'Comparing…',
    head_code_fits: 'The code fits',
    text_code_fits: 'It is the hidden code of label {label}. That does not show that the label was not copied: a coating that was scratched off before you bought it is suspicious. Nobody counts the checks made here. If something is wrong, call 12315.',
    head_code_differs: 'The code does not fit',
    text_code_differs: 'It is not the hidden code of label {label}. Compare it and the label’s number and enter it again; if it stays so, do not rely on the label, keep the goods and the receipt, and report it to 12315.',
    head_code_missing: 'The code was not checked',
    text_code_missing: 'The list of hidden codes could not be loaded, so there is no telling. Try again in a while, or telephone the association.',
    head_code_forged: 'The code was not checked',
    text_code_forged: 'The list of hidden codes that came is not signed properly and was not used, so there is no telling. Try again in a while; if it stays so, tell the association by telephone.',
    head_code_form: 'Not a code of 20 characters',
    text_code_form: 'A hidden code has 20 letters and figures; you entered {count}. Compare it with what was scratched off and enter it again.'
  }
});

/* The characters of a hidden code in what was typed: no I, L, O and U, which are misread. */
QC.plainCode = function (typed) {
  return QC.normalized(typed, 'NFKC').toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0').replace(/[^0-9A-HJKMNP-TV-Z]/g, '');
};

/* Promises the hash, in hexadecimal, that is published of a label's code. */
QC.codeHash = function (batch, index, plain) {
  var domain = QC.utf8('QCERT-CODE-V1\0'), code = QC.utf8(plain), whole = new Uint8Array(domain.length + 8 + code.length);
  var numbers = new DataView(whole.buffer, domain.length, 8);
  whole.set(domain);
  numbers.setUint32(0, batch);
  numbers.setUint32(4, index);
  whole.set(code, domain.length + 8);
  return QC.sha256(whole).then(function (hash) { return QC.hex(hash).slice(0, HASH_DIGITS); });
};

/* In which shard of a batch of count labels a hash lies. */
QC.shardOf = function (hash, count) {
  var digits = 0;
  while (count > MOST_IN_SHARD * Math.pow(16, digits)) digits++;
  return hash.slice(0, digits) || 'all';
};

/* Promises 'fits', 'differs', 'missing' or 'forged' for the plain code of a label {batch, index, count}. */
QC.site.code = function (label, plain, keys) {
  return QC.codeHash(label.batch, label.index, plain).then(function (hash) {
    var shard = QC.shardOf(hash, label.count);
    return QC.site.signed('codes/' + label.batch + '/' + shard + '.json', 'QCERT-CODES-V1', keys).then(function (got) {
      if (got.state) return got.state === 'forged' ? 'forged' : 'missing';
      if (got.list.batch !== label.batch || got.list.shard !== shard) return 'forged';
      return isListed(got.list, hash) ? 'fits' : 'differs';
    });
  });
};

function isListed(list, hash) {
  var all = QC.hex(QC.base64(list.hashes));
  for (var at = 0; at < all.length; at += HASH_DIGITS) {
    if (all.substr(at, HASH_DIGITS) === hash) return true;
  }
  return false;
}

/* Offers the form for label, or takes it away where there is none; what was typed and answered stays with its label. */
QC.scratched = function (label, say, desk) {
  form = form || built();
  var number = label ? QC.labelText(label.batch, label.index) : '';
  if (number !== form.number) begin(number);
  form.label = label;
  form.say = say;
  form.desk = desk;
  form.section.hidden = !label;
  if (label) write();
};

function begin(number) {
  asked++;
  form.number = number;
  form.answer = null;
  form.input.value = '';
}

function built() {
  var make = QC.page.element, made = {
    title: make('h2'), name: make('label'), input: make('input'), button: make('button'), hint: make('p'), said: make('div')
  };
  var line = make('div', 'line', [made.input, made.button]), lines = make('form', '', [made.name, line, made.hint]);
  set(made.name, { 'for': 'scratched' });
  set(made.input, {
    id: 'scratched', type: 'text', autocapitalize: 'characters', autocorrect: 'off', spellcheck: 'false', required: '',
    'aria-describedby': 'scratched-hint'
  });
  set(made.hint, { id: 'scratched-hint' });
  set(made.button, { id: 'scratched-check', type: 'submit' });
  set(made.said, { id: 'scratched-said', role: 'status', 'aria-live': 'polite' });
  set(lines, { autocomplete: 'off' });
  lines.addEventListener('submit', submitted);
  made.section = make('section', 'entry', [made.title, lines, made.said]);
  var cautions = document.getElementById('cautions');
  cautions.parentNode.insertBefore(made.section, cautions.nextSibling);
  return made;
}

function set(element, values) {
  Object.keys(values).forEach(function (name) { element.setAttribute(name, values[name]); });
}

function write() {
  form.title.textContent = form.say('scratch');
  form.name.textContent = form.say('scratch_code');
  form.button.textContent = form.say('scratch_check');
  form.hint.textContent = form.say('scratch_hint');
  form.input.setAttribute('aria-invalid', String(!!form.answer && form.answer.state === 'form'));
  var card = answered(), old = form.said.firstChild;
  if (old && card && old.textContent === card.textContent) return; // drawn anew with nothing new: not said again
  if (old) form.said.removeChild(old);
  if (card) form.said.appendChild(card);
}

function answered() {
  var answer = form.answer, make = QC.page.element;
  if (!answer) return null;
  var look = LOOKS[answer.state] || (answer.state === 'busy' ? ['calm', ''] : ['warn', '!']), mark = make('span', '', look[1] && look[1] + ' ');
  var head = make('strong', '', [mark, form.say('head_code_' + answer.state)]);
  set(mark, { 'aria-hidden': 'true' });
  set(head, { tabindex: '-1' });
  var values = { label: form.number, count: String(answer.count) };
  return make('div', 'card ' + look[0], [make('p', '', head), answer.state === 'busy' ? '' : make('p', '', form.say('text_code_' + answer.state, values))]);
}

function submitted(event) {
  event.preventDefault();
  var plain = QC.plainCode(form.input.value), mine = ++asked;
  if (plain.length !== CHARACTERS) return tell({ state: 'form', count: plain.length });
  tell({ state: 'busy' });
  QC.site.code(form.label, plain, form.desk.keys).then(function (state) {
    if (mine !== asked) return;
    var waits = document.activeElement === form.input || document.activeElement === form.button;
    tell({ state: state });
    if (waits) form.said.querySelector('strong').focus(); // which also takes the keyboard of a phone away
  });
}

function tell(answer) {
  form.answer = answer;
  if (form.said.firstChild) form.said.removeChild(form.said.firstChild); // who asks again hears it again
  write();
}
}());
