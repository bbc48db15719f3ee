/* QCERT version 1: from a link to digits, from digits to bytes, from bytes to what they say. No keys, no network.
   The other reader is qc_desktop/trust (links, digits, payload, fields); both run tests/trust/vectors.json.
   Old in-app browsers read this: plain ES5, no build step. Every number here is below 2^53. */
var QC = {};

(function () {
'use strict';

var BYTES_OF = { 3: 1, 5: 2, 8: 3, 10: 4, 13: 5, 15: 6 };
var ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
var CERTIFICATE = 43, LABEL = 13, SIGNATURE = 64, NAME = 69;
var WITH_SCHEME = /(^|[^A-Za-z+.\-])([A-Za-z][A-Za-z0-9+.\-]{0,30}:\/\/\S*)/;
var WITHOUT = /(^|[^A-Za-z0-9.@\/_\-])([A-Za-z0-9][A-Za-z0-9.\-]{0,252}\.[A-Za-z]{2,63}(?::[0-9]{1,5})?\/\S*)/;

QC.SHORTEST_DIGITS = 193; // an item label's; fewer, typed without a link, are a number to look up

QC.refused = function (reason) {
  var error = new Error(reason);
  error.reason = reason;
  return error;
};

QC.normalized = function (text, form) { // an engine without it reads plain forms only
  return text.normalize ? text.normalize(form) : text;
};

/* The digits that an address carries: behind its #, else behind c= in its query, up to the first other character. */
QC.carried = function (query, fragment) {
  var behind = /^[0-9]+/.exec(fragment) || /[?&]c=([0-9]+)/.exec('?' + query);
  return behind ? behind[behind.length - 1] : '';
};

/* What stands in a text: {digits, link, foreign}. The first link decides, by its prefix first of all. */
QC.find = function (text, prefixes) {
  var link = firstLink(text);
  if (!link) {
    var bare = QC.normalized(text, 'NFKC').replace(/\s+/g, '');
    return { digits: /^[0-9]+$/.test(bare) ? bare : '', link: '', foreign: false };
  }
  var hash = cut(link, '#'), query = cut(hash[0], '?');
  if (prefixes.indexOf(lowered(query[0]) + '#') < 0) return { digits: '', link: link, foreign: true };
  return { digits: QC.carried(query[1], hash[1]), link: link, foreign: false };
};

function firstLink(text) {
  var one = WITH_SCHEME.exec(text), two = WITHOUT.exec(text);
  if (one && two) return begins(two) < begins(one) ? two[2] : one[2];
  return one ? one[2] : two ? two[2] : '';
}

function begins(match) { return match.index + match[1].length; }

function cut(text, mark) {
  var at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

function lowered(base) { // people leave https:// out; scheme and host are the same in capitals
  var parts = base.indexOf('://') < 0 ? ['https', base] : cut(base, '://');
  var slash = parts[1].indexOf('/');
  if (slash < 0) slash = parts[1].length;
  return parts[0].toLowerCase() + '://' + parts[1].slice(0, slash).toLowerCase() + parts[1].slice(slash);
}

/* The bytes behind digits: 15 for 6 bytes, a short last chunk of 3, 5, 8, 10 or 13. */
QC.bytesOf = function (digits) {
  if (/[^0-9]/.test(digits)) throw QC.refused('bad_digits');
  if (digits.length % 15 && !BYTES_OF[digits.length % 15]) throw QC.refused('incomplete');
  var bytes = [];
  for (var at = 0; at < digits.length; at += 15) {
    var chunk = digits.slice(at, at + 15), value = Number(chunk), count = BYTES_OF[chunk.length];
    if (value >= Math.pow(256, count)) throw QC.refused('bad_digits');
    while (count--) bytes.push(Math.floor(value / Math.pow(256, count)) % 256);
  }
  return new Uint8Array(bytes);
};

/* What a signed payload says, its kid, body and signature apart; nothing is to be believed before that is checked. */
QC.decode = function (data) {
  if (!data.length) throw QC.refused('incomplete');
  if (data[0] >> 4 !== 1) throw QC.refused('unknown_version');
  var type = data[0] & 15, length, says;
  if (type === 1) {
    length = bodyOf(data, CERTIFICATE, true);
    says = certificate(data.subarray(0, length));
  } else if (type === 2) {
    length = bodyOf(data, LABEL, false);
    says = { batch: number(data.subarray(5, 9)), index: number(data.subarray(9, 13)) };
  } else throw QC.refused('unknown_type');
  return { says: says, kid: QC.hex(data.subarray(1, 5)), body: data.subarray(0, length), signature: data.subarray(length) };
};

function bodyOf(data, fixed, named) {
  if (data.length < fixed + SIGNATURE) throw QC.refused('incomplete');
  var name = named ? data[fixed - 1] : 0;
  if (name > NAME) throw QC.refused('bad_name');
  if (data.length < fixed + name + SIGNATURE) throw QC.refused('incomplete');
  if (data.length > fixed + name + SIGNATURE) throw QC.refused('trailing');
  return fixed + name;
}

function certificate(body) {
  var serial = number(body.subarray(5, 10));
  if (serial >= 1e12) throw QC.refused('bad_serial');
  var expires = number(body.subarray(12, 14));
  var uscc = creditCode(body.subarray(14, 26)), holder = name(body.subarray(CERTIFICATE));
  return {
    serial: serial,
    issued: QC.dayAfter2000(number(body.subarray(10, 12))),
    expires: expires ? QC.dayAfter2000(expires) : null,
    uscc: uscc,
    record_hash: QC.hex(body.subarray(26, 42)),
    holder: holder,
    holder_cut: holder.slice(-1) === '…'
  };
}

function number(bytes) {
  var value = 0;
  for (var at = 0; at < bytes.length; at++) value = value * 256 + bytes[at];
  return value;
}

function creditCode(bytes) { // a base-31 number plus 1; 0 is none
  var left = Array.prototype.slice.call(bytes), code = '', at = left.length - 1;
  while (at >= 0 && left[at] === 0) left[at--] = 255;
  if (at < 0) return '';
  left[at] -= 1;
  for (var place = 0; place < 18; place++) code = ALPHABET.charAt(divided(left)) + code;
  if (left.some(Boolean)) throw QC.refused('bad_uscc');
  return code;
}

function divided(left) { // by 31, in place; the remainder comes back
  var rest = 0;
  for (var at = 0; at < left.length; at++) {
    rest = rest * 256 + left[at];
    left[at] = Math.floor(rest / 31);
    rest %= 31;
  }
  return rest;
}

function name(bytes) {
  try {
    var text = QC.textOf(bytes);
  } catch (error) {
    throw QC.refused('bad_name');
  }
  if (QC.normalized(text, 'NFC') !== text) throw QC.refused('bad_name');
  return text;
}

QC.hex = function (bytes) {
  return Array.prototype.map.call(bytes, function (byte) { return (byte + 256).toString(16).slice(1); }).join('');
};

QC.textOf = function (bytes) { // strict UTF-8: throws for anything else
  return bytes.length ? decodeURIComponent('%' + QC.hex(bytes).match(/../g).join('%')) : '';
};

QC.dayAfter2000 = function (days) { return new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10); };

QC.seriesOf = function (serial, series) {
  var code = Math.floor(serial / 1e10);
  return series.filter(function (one) { return one.code === code; })[0] || null;
};

/* The number that is printed for serial (KKYYYYNNNNNN); '' if its series is not published. */
QC.numberOf = function (serial, series) {
  var found = QC.seriesOf(serial, series);
  if (!found) return '';
  return found.number.replace('{year}', function () { return String(Math.floor(serial / 1e6) % 1e4); })
    .replace(/\{seq(?::0([1-9]))?\}/, function (all, width) { return padded(serial % 1e6, Number(width || 1)); });
};

QC.labelText = function (batch, index) { return padded(batch, 5) + '-' + padded(index, 6); };

QC.padded = padded;

function padded(value, width) {
  var text = String(value);
  while (text.length < width) text = '0' + text;
  return text;
}
}());
