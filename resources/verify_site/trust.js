/* Whom to believe: signatures (ECDSA P-256 by the browser), the key list, and what a code is worth.
   The other reader is qc_desktop/trust (signing, keylist, verify) and domain/verification. */
(function () {
'use strict';

var DER = '3059301306072a8648ce3d020106082a8648ce3d03010703420004'; // what stands before x and y of a P-256 key
var VERDICTS = {
  ok: 'signed', before_issue_day: 'signed', unknown_series: 'signed', batch_not_checked: 'signed', expired: 'expired',
  no_payload: 'unknown', incomplete: 'unknown', unknown_version: 'unknown', unknown_type: 'unknown',
  key_withdrawn: 'unknown', register_differs: 'unknown', unknown_batch: 'unknown', index_beyond: 'unknown',
  foreign_link: 'foreign_link'
};

function subtle() { return window.crypto && (window.crypto.subtle || window.crypto.webkitSubtle); }

function bytes(plain) {
  var all = new Uint8Array(plain.length);
  for (var at = 0; at < plain.length; at++) all[at] = plain.charCodeAt(at);
  return all;
}

QC.utf8 = function (text) { return bytes(unescape(encodeURIComponent(text))); };

QC.base64 = function (text) { // either alphabet, with or without padding
  return bytes(atob(text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')));
};

function base64url(all) {
  return btoa(String.fromCharCode.apply(null, all)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/* RFC 8785, which is what JSON.stringify writes once the names are in order. */
QC.canonical = function (value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return '[' + value.map(QC.canonical).join(',') + ']';
  return '{' + Object.keys(value).sort().map(function (name) {
    return JSON.stringify(name) + ':' + QC.canonical(value[name]);
  }).join(',') + '}';
};

QC.sha256 = function (bytes) {
  return subtle().digest({ name: 'SHA-256' }, bytes).then(function (hash) { return new Uint8Array(hash); });
};

/* Whether signature is r‖s over domain, a zero byte and message; rejects where the browser cannot tell. */
QC.isSigned = function (spki, domain, message, signature) {
  if (spki.length !== 91 || QC.hex(spki.subarray(0, 27)) !== DER || signature.length !== 64) return Promise.resolve(false);
  var point = { kty: 'EC', crv: 'P-256', x: base64url(spki.subarray(27, 59)), y: base64url(spki.subarray(59)), ext: true };
  var ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
  var start = QC.utf8(domain + '\0'), whole = new Uint8Array(start.length + message.length);
  whole.set(start);
  whole.set(message, start.length);
  return subtle().importKey('jwk', point, ecdsa, false, ['verify']).then(function (key) {
    return subtle().verify({ name: 'ECDSA', hash: { name: 'SHA-256' } }, key, signature, whole);
  });
};

function isDocumentSigned(document, spki, domain) {
  var bare = {};
  Object.keys(document).forEach(function (name) { if (name !== 'signature') bare[name] = document[name]; });
  return QC.isSigned(spki, domain, QC.utf8(QC.canonical(bare)), QC.base64(document.signature.value));
}

/* The key list, if root (base64 SPKI) signed it. Rejects: cannot_check (this browser, or this address, has no means),
   list_damaged. A browser that answers here can check everything else. */
QC.keyList = function (document, root) {
  if (!subtle()) return Promise.reject(QC.refused('cannot_check'));
  if (!document || !root) return Promise.reject(QC.refused('list_damaged'));
  var signed;
  try {
    signed = isDocumentSigned(document, QC.base64(root), 'QCERT-KEYS-V1');
  } catch (error) {
    return Promise.reject(QC.refused('list_damaged'));
  }
  return signed.then(function (holds) {
    if (!holds) throw QC.refused('list_damaged');
    return Promise.all(document.keys.map(key));
  }, function () {
    throw QC.refused('cannot_check');
  }).then(function (keys) {
    var byKid = {};
    keys.forEach(function (one) { byKid[one.kid] = one; });
    return { keys: byKid, prefixes: document.prefixes, series: document.series };
  });
};

function key(entry) {
  var spki = QC.base64(entry.spki);
  return QC.sha256(spki).then(function (hash) {
    if (entry.alg !== 'ES256' || QC.hex(hash.subarray(0, 4)) !== entry.kid) throw QC.refused('list_damaged');
    return { kid: entry.kid, use: entry.use, spki: spki, revoked: entry.revoked };
  });
}

/* document, if a key for lists that still stands signed it under domain; rejects with list_forged. */
QC.signedList = function (document, domain, keys) {
  try {
    var by = keys.keys[document.signature.kid];
    if (!by || by.use !== 'lists' || by.revoked) throw QC.refused('list_forged');
    return isDocumentSigned(document, by.spki, domain).then(function (holds) {
      if (!holds) throw QC.refused('list_forged');
      return document;
    });
  } catch (error) {
    return Promise.reject(QC.refused('list_forged'));
  }
};

/* Checks what a camera or a person gives, as on day (YYYY-MM-DD in Shanghai). kept(kid) promises what a revoked key
   had signed before: {payloads: [hex], batches: [[number, first, count]]}, or null if nobody knows. */
QC.check = function (text, keys, day, kept) {
  var found = QC.find(text, keys.prefixes);
  if (found.foreign) return Promise.resolve(outcome('foreign_link'));
  if (!found.digits || (!found.link && found.digits.length < QC.SHORTEST_DIGITS)) {
    return Promise.resolve(outcome('no_payload'));
  }
  return QC.checkDigits(found.digits, keys, day, kept);
};

QC.checkDigits = function (digits, keys, day, kept) {
  try {
    var data = QC.bytesOf(digits), signed = QC.decode(data);
  } catch (error) {
    if (!error.reason) throw error;
    return Promise.resolve(outcome(error.reason));
  }
  return trusted(data, signed, keys, kept).then(function (reason) {
    if (reason) return outcome(reason);
    return 'batch' in signed.says ? label(signed) : judged(signed, keys, day);
  });
};

function outcome(reason, more) {
  var result = { verdict: VERDICTS[reason] || 'forged', reason: reason };
  Object.keys(more || {}).forEach(function (name) { result[name] = more[name]; });
  return result;
}
QC.outcome = outcome;

function trusted(data, signed, keys, kept) {
  var by = keys.keys[signed.kid];
  if (!by) return Promise.resolve('unknown_key');
  if (by.use !== 'payload') return Promise.resolve('wrong_key_use');
  return QC.isSigned(by.spki, 'QCERT-V1', signed.body, signed.signature).then(null, function () {
    return false; // numbers out of range, to some engines
  }).then(function (holds) {
    if (!holds) return 'bad_signature';
    return by.revoked ? withdrawn(data, signed, kept) : '';
  });
}

function withdrawn(data, signed, kept) {
  return kept(signed.kid).then(function (list) {
    if (!list) return 'key_withdrawn';
    return holds(list, data, signed.says).then(function (known) { return known ? '' : 'after_withdrawal'; });
  });
}

function holds(list, data, says) { // a certificate by its hash, a label by its batch
  if ('batch' in says) {
    return Promise.resolve(list.batches.some(function (batch) {
      return batch[0] === says.batch && within(says.index, batch[1], batch[2]);
    }));
  }
  return QC.sha256(data).then(function (hash) { return list.payloads.indexOf(QC.hex(hash)) >= 0; });
}

function within(index, first, count) { return first <= index && index < first + count; }
QC.within = within;

function label(signed) { return outcome('batch_not_checked', { kid: signed.kid, batch: signed.says.batch, index: signed.says.index }); }

function judged(signed, keys, day) {
  var says = signed.says, series = QC.seriesOf(says.serial, keys.series);
  var reason = says.expires && says.expires < day ? 'expired' : day < says.issued ? 'before_issue_day' : series ? 'ok' : 'unknown_series';
  var result = outcome(reason, says);
  result.kid = signed.kid;
  result.number = QC.numberOf(says.serial, keys.series);
  result.title_zh = series ? series.title_zh : '';
  result.title_en = series ? series.title_en : '';
  return result;
}
}());
