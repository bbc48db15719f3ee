/* What the published folder holds beside the page. Everything is optional: what cannot be loaded, or is not signed, is
   told apart ({state: 'missing' | 'forged' | 'stale' | …}) and never taken for good news. */
(function () {
'use strict';

var FRESH_DAYS = 35, DAY = 864e5, WAIT = 8000, SOON = 1500;
var CHINA = 8 * 36e5; // no summer time since 1991; the days on the paper are those of Shanghai
QC.site = {};

QC.today = function () { return shanghai(Date.now()); };

function shanghai(moment) { return new Date(moment + CHINA).toISOString().slice(0, 10); }

/* {code, body}: the HTTP status (0: nothing came) and an ArrayBuffer or a document. Never rejects. */
function load(path, type) {
  return new Promise(function (resolve) {
    var request = new XMLHttpRequest();
    function done() {
      var body = request.response, fine = body && (request.status === 200 || (request.status === 0 && location.protocol === 'file:'));
      resolve({ code: request.status, body: fine ? body : null });
    }
    function failed() { resolve({ code: 0, body: null }); }
    try {
      request.open('GET', path);
      request.responseType = type;
      if (type === 'document') request.overrideMimeType('text/html'); // whatever the host calls it: no error page in XML
      request.setRequestHeader('Cache-Control', 'no-cache'); // else a browser may keep an old list for days
      request.timeout = WAIT;
      request.onload = done;
      request.onerror = request.ontimeout = request.onabort = failed;
      request.send();
    } catch (error) {
      failed();
    }
  });
}

QC.site.load = load;

QC.site.json = function (answer) {
  try {
    return JSON.parse(QC.textOf(new Uint8Array(answer.body)));
  } catch (error) {
    return null;
  }
};

/* The published key list if it comes soon and the root signed it, else the given one: a page that a browser has kept
   must not call a newer key forged. */
QC.site.keys = function (root, ours) {
  var late = new Promise(function (resolve) { setTimeout(resolve, SOON); });
  var fresh = load('keys.json', 'arraybuffer').then(function (answer) { return QC.keyList(QC.site.json(answer), root); });
  return Promise.all([ours, Promise.race([fresh, late]).then(null, function () {})]).then(function (lists) {
    return lists[1] && isLater(lists[1], lists[0]) ? lists[1] : lists[0];
  });
};

function isLater(fresh, ours) { // keys are added and revoked, never taken away: else it is an old one from some cache
  return Object.keys(ours.keys).every(function (kid) {
    return fresh.keys[kid] && (fresh.keys[kid].revoked || !ours.keys[kid].revoked);
  });
}

/* {state, list}: state '' if the list at path is signed under domain, else 'absent', 'missing' or 'forged'. */
function signed(path, domain, keys) {
  return Promise.all([load(path, 'arraybuffer'), keys]).then(function (got) {
    var answer = got[0], document = QC.site.json(answer);
    if (!answer.body) return { state: answer.code === 404 ? 'absent' : 'missing' };
    return QC.signedList(document, domain, got[1]).then(function () {
      return { state: '', list: document, bytes: new Uint8Array(answer.body) };
    }, function () { return { state: 'forged' }; });
  }, function () { return { state: 'missing' }; }); // no keys: nothing is checked, and the page says so
}

/* The status list, with the day it was made: state 'fresh', 'stale', 'ahead' (of this clock), 'missing' or 'forged'.
   What it says has ended has ended, however old it is; that something has not, only a fresh one tells. */
QC.site.status = function (keys) {
  return signed('status.json', 'QCERT-STATUS-V1', keys).then(function (got) {
    if (got.state) return { state: got.state === 'absent' ? 'missing' : got.state, ended: {}, stopped: {}, withdrawn: {} };
    var made = Date.parse(got.list.issued), now = Date.now();
    var state = now - made > FRESH_DAYS * DAY ? 'stale' : made - now > DAY ? 'ahead' : made <= now + DAY ? 'fresh' : 'forged';
    return {
      state: state, day: isNaN(made) ? '' : shanghai(made),
      ended: by(got.list.ended, 'serial'), stopped: by(got.list.stopped, 'batch'), withdrawn: by(got.list.withdrawn, 'kid')
    };
  });
};

function by(entries, name) {
  var found = {};
  (entries || []).forEach(function (entry) { found[entry[name]] = entry; });
  return found;
}

/* What the revoked key kid had signed before; null if that is not known. The status list holds the list's hash. */
QC.site.kept = function (kid, keys, status) {
  return signed('keys/' + kid + '.json', 'QCERT-ISSUED-V1', keys).then(function (got) {
    if (got.state || got.list.kid !== kid || got.list.revoked !== keys.keys[kid].revoked) return null;
    var told = status.withdrawn[kid];
    return told ? QC.sha256(got.bytes).then(function (hash) { return QC.hex(hash) === told.sha256 ? got.list : null; }) : got.list;
  });
};

QC.site.signed = signed;

/* {state, record, codes}: state '', 'absent', 'missing' or 'forged'; codes: its labels have some below a coating. */
QC.site.batch = function (number, keys) {
  return signed('batches/' + number + '.json', 'QCERT-BATCH-V1', keys).then(function (got) {
    if (got.state) return { state: got.state };
    var fits = got.list.batch === number && got.list.record && got.list.record.batch === String(number);
    return fits ? { state: '', record: got.list.record, codes: got.list.codes === true } : { state: 'forged' };
  });
};

QC.site.pledge = function (uscc) { return uscc ? 'pledge/' + uscc.slice(-2) + '/' + uscc + '.html' : ''; };

/* {state, certificates}: what the company's page says of its certificates, none of it proved yet. */
QC.site.company = function (uscc) {
  return load(QC.site.pledge(uscc), 'document').then(function (answer) {
    if (!answer.body) return { state: answer.code === 404 ? 'absent' : 'missing', certificates: [] };
    var blocks = answer.body.querySelectorAll('script.certificate');
    return { state: '', certificates: Array.prototype.map.call(blocks, read).filter(Boolean) };
  });
};

function read(block) {
  try {
    return JSON.parse(block.textContent);
  } catch (error) {
    return null;
  }
}

/* {state, record}: the record behind a checked certificate; '' only if it has the hash that the code carries. */
QC.site.record = function (result) {
  if (!result.uscc) return Promise.resolve({ state: 'none' });
  return QC.site.company(result.uscc).then(function (page) {
    var found = page.certificates.filter(function (one) { return one.serial === result.serial && one.record; })[0];
    if (page.state || !found) return { state: page.state || 'absent' };
    return QC.sha256(QC.utf8(QC.canonical(found.record))).then(function (hash) {
      return QC.hex(hash.subarray(0, 16)) === result.record_hash ? { state: '', record: found.record } : { state: 'differs' };
    });
  });
};
}());
