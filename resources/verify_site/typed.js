/* What is typed into the form: a link, the digits of a code, or the number of a certificate or label. Loaded when it is
   first needed. desk is what verify.js lends: keys, status, begin (a new question), byDigits, show. */
(function () {
'use strict';

QC.more.push({
  zh: {
    head_typed_label: '查到这一批标识，真假未查验',
    text_typed_label: '您输入的是标识上印的编号。编号没有签名，谁都能照抄，所以本页只显示这一批的资料，不能判断您手中的标识是真是假。',
    text_typed_label_expired: '这一批标识的有效期已过。编号没有签名，谁都能照抄，所以本页只显示这一批的资料。',
    text_number_absent: '本会公布的名单里没有查到编号 {number}。',
    text_number_missing: '编号 {number} 的名单没有取到，不能判断。',
    text_number_differs: '展示页上编号 {number} 的编码没有通过查验，不能凭它判断。',
    text_batch_unknown: '本会公布的批次名单里没有查到标识编号 {number}。',
    text_batch_not_loaded: '标识编号 {number} 的批次名单没有取到，不能判断。',
    todo_typed: '这是按编号查到的，请与手中的证书逐项核对；最好再扫一次证书上的二维码。',
    todo_typed_label: '要查真假，请扫标识上的二维码。'
  },
  en: {
    head_typed_label: 'Batch found; genuineness not checked',
    text_typed_label: 'You entered a label’s printed number. Anyone can copy a number, it carries no signature: this page shows the data of the batch only and cannot tell whether your label is genuine.',
    text_typed_label_expired: 'The validity of this batch of labels has ended. A number carries no signature: this page shows the data of the batch only.',
    text_number_absent: 'The published lists have no number {number}.',
    text_number_missing: 'The list with number {number} could not be loaded, so there is no telling.',
    text_number_differs: 'The code of number {number} on the published page did not pass the check, so there is no telling from it.',
    text_batch_unknown: 'The published lists have no label number {number}.',
    text_batch_not_loaded: 'The list with label number {number} could not be loaded, so there is no telling.',
    todo_typed: 'Found by its number: compare it with the certificate in your hands, item by item, and better scan the code on it too.',
    todo_typed_label: 'To check whether it is genuine, scan the code on the label.'
  }
});

QC.ask = function (typed, desk) {
  var found = QC.find(typed, desk.keys.prefixes), serial = QC.serialOf(typed, desk.keys.series), printed = QC.labelOf(typed);
  if (found.foreign) desk.begin({ about: 'code', result: QC.outcome('foreign_link') });
  else if (found.digits && (found.link || found.digits.length >= QC.SHORTEST_DIGITS)) desk.byDigits(desk.show(found.digits), false);
  else if (serial !== null) byNumber(serial, desk);
  else if (printed) byLabelNumber(printed, desk);
  else desk.begin({ about: 'code', result: QC.outcome('no_payload') });
};

function byNumber(serial, desk) {
  var tell = desk.begin({ about: 'busy' }), keys = desk.keys, day = QC.today();
  var unknown = { about: 'number', serial: serial, number: QC.numberOf(serial, keys.series) };
  Promise.all([QC.site.codeOf(serial), desk.status]).then(function (got) {
    unknown.state = got[0].state;
    unknown.status = got[1];
    if (unknown.state) return tell(unknown);
    return QC.checkDigits(got[0].digits, keys, day, desk.kept).then(function (result) { // what the site says is checked like a scan
      unknown.state = 'differs';
      if (result.serial !== serial) tell(unknown);
      else if (tell.stands()) desk.byDigits(desk.show(got[0].digits), true);
    });
  });
}

function byLabelNumber(printed, desk) {
  var tell = desk.begin({ about: 'busy' });
  Promise.all([QC.site.batch(printed.batch, desk.keys), desk.status]).then(function (got) {
    tell({ about: 'label', number: printed.batch, index: printed.index, batch: got[0], status: got[1] });
  });
}

/* The serial behind a certificate's typed number, zeros and blanks as people leave them; null if no pattern fits. */
QC.serialOf = function (typed, series) {
  var plain = plainly(typed);
  for (var at = 0; at < series.length; at++) {
    var place = series[at].number.indexOf('{year}') < series[at].number.indexOf('{seq') ? 1 : 2;
    var match = pattern(series[at].number).exec(plain);
    if (match) return (series[at].code * 1e4 + Number(match[place])) * 1e6 + Number(match[3 - place]);
  }
  return null;
};

function pattern(number) {
  var parts = number.split(/(\{year\}|\{seq(?::0[1-9])?\})/).map(function (part) {
    if (part === '{year}') return '([0-9]{4})';
    return part.slice(0, 4) === '{seq' ? '([0-9]{1,6})' : plainly(part).replace(/[.*+?^${}()|[\]\\\/]/g, '\\$&');
  });
  return new RegExp('^(?:NO\\.?|编号|证书编号)?:?' + parts.join('') + '$');
}

/* Batch and index of a label's printed number, 00012-000345; null for anything else. */
QC.labelOf = function (typed) {
  var match = /^(?:NO\.?|编号|标识|标识编号)?:?([0-9]{1,10})-([0-9]{1,10})$/.exec(plainly(typed));
  return match ? { batch: Number(match[1]), index: Number(match[2]) } : null;
};

function plainly(text) { // full-width forms, blanks and the dashes of input methods
  return QC.normalized(text, 'NFKC').replace(/[\s\u200b\ufeff]+/g, '').replace(/[‐‑‒–—―−－]/g, '-').toUpperCase();
}

/* {state, digits}: the code of the certificate with this serial, from the index of numbers and its company's page. */
QC.site.codeOf = function (serial) {
  var series = Math.floor(serial / 1e10), year = Math.floor(serial / 1e6) % 1e4, sequence = serial % 1e6;
  var path = 'numbers/' + series + '-' + year + '/' + QC.padded(Math.floor(sequence / 1000), 3) + '.json';
  return QC.site.load(path, 'arraybuffer').then(function (answer) {
    if (!answer.body) return { state: answer.code === 404 ? 'absent' : 'missing' };
    var uscc = (QC.site.json(answer) || {})[sequence];
    if (!/^[0-9A-Z]{18}$/.test(uscc || '')) return { state: 'absent' };
    return QC.site.company(uscc).then(function (page) {
      var found = page.certificates.filter(function (one) { return one.serial === serial; })[0];
      if (page.state === 'missing') return { state: 'missing' };
      return found ? { state: '', digits: String(found.payload) } : { state: 'absent' };
    });
  });
};
}());
