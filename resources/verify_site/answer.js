/* What the page is to say, without drawing it: from what was found out, a view of word names and values. A state has an
   `about`: 'home', 'busy', 'cannot', 'code' (scanned, or typed in full), 'number' (typed, nothing behind it), 'label'
   (a typed number). Nothing is said to be valid before the status list, and for labels the batch, was checked. */
(function () {
'use strict';

var TONES = { valid: 'ok', 'void': 'bad', revoked: 'bad', stopped: 'bad', forged: 'bad', foreign_link: 'bad', '': 'calm' }; // else warn
var ENDS = ['void', 'revoked', 'replaced'];
var TEXT = { // what several reasons share
  bad_digits: 'impossible', bad_serial: 'impossible', bad_uscc: 'impossible', bad_name: 'impossible', unknown_version: 'unknown_type'
};
var TODO = { // where it is not the reason's own
  unknown_version: 'reload', unknown_type: 'reload', index_beyond: 'mismatch', register_differs: 'mismatch', key_withdrawn: 'later',
  number_missing: 'later', batch_not_loaded: 'later', number_absent: 'no_payload', number_differs: 'no_payload', batch_unknown: 'no_payload',
  before_issue_day: 'clock', unknown_series: 'later'
};

QC.answer = function (state, office, day) {
  var view = makers[state.about](state, day);
  view.tone = TONES[view.verdict] || 'warn';
  view.values.published = office.published;
  return view;
};

function say(verdict, head, text, todo, values) {
  return {
    verdict: verdict, head: 'head_' + head, text: 'text_' + text, todo: todo ? 'todo_' + todo : '',
    values: values || {}, facts: [], notes: []
  };
}

var makers = {
  home: function () { return say('', 'home', 'home'); },
  busy: function () { return say('', 'busy', 'busy'); },
  cannot: function (state) { return say('cannot', 'cannot', state.why, state.why); },
  code: function (state, day) {
    if ('batch' in state.result) return scannedLabel(state, day);
    return 'serial' in state.result ? certificate(state) : refused(state.result);
  },
  number: function (state) {
    var ended = endOf(state.serial, state.status);
    var view = ended ? finished(ended, state.status) : refused(unknown('number_' + state.state));
    view.values.number = state.number;
    if (ended) view.facts = [['number', state.number], ['state', '', view.state]];
    return view;
  },
  label: function (state, day) {
    var none = state.batch.state, number = QC.labelText(state.number, state.index);
    if (!none && inBatch(state.batch.record, state.index)) return batchView(state, day, state.index, true);
    var view = refused(unknown(none && none !== 'absent' ? 'batch_not_loaded' : 'batch_unknown'));
    view.values.number = number;
    return view;
  }
};

function unknown(reason) { return { verdict: 'unknown', reason: reason }; }

function refused(result) {
  var reason = result.reason, todo = TODO[reason] || (result.verdict === 'unknown' ? reason : result.verdict);
  return say(result.verdict, result.verdict, TEXT[reason] || reason, todo);
}

function endOf(serial, status) {
  var ended = status && status.ended[serial];
  return ended && ENDS.indexOf(ended.state) >= 0 ? ended : null;
}

function finished(ended, status) {
  var todo = ended.state !== 'replaced' ? 'ended' : ended.by ? 'replaced' : 'replaced_unknown';
  var view = say(ended.state, ended.state, ended.state, todo, { since: ended.since, by: ended.by, day: status.day });
  view.state = 'state_' + ended.state;
  return view;
}

function expiry(day) { return ['expires', day || '', day ? '' : 'no_expiry']; }

function certificate(state) {
  var result = state.result, got = state.record || { state: 'none' }, view = judged(result, state.status);
  view.signed = true;
  view.holder = got.record ? got.record.holder : result.holder;
  view.uscc = result.uscc;
  view.facts = [
    ['title', result.number && { zh: result.title_zh, en: result.title_en }], ['number', result.number],
    ['issued', result.issued], expiry(result.expires), ['state', '', view.state]
  ];
  view.scope = { 1: 'scope_1', 2: 'scope_2' }[Math.floor(result.serial / 1e10)];
  view.record = got.record;
  view.pledge = got.state !== 'absent';
  if (got.state && got.state !== 'none') view.notes.push('record_' + got.state);
  if (state.typed && !view.todo) view.todo = 'todo_typed';
  return view;
}

function judged(result, status) {
  var ended = endOf(result.serial, status), view;
  if (ended) return finished(ended, status);
  if (result.verdict === 'expired') view = say('expired', 'expired', 'expired', 'expired');
  else view = current(status, result.reason === 'ok' ? '' : result.reason, 'valid');
  view.values.day = status ? status.day : '';
  view.state = 'state_' + (status ? status.state : 'pending');
  return view;
}

function current(status, doubt, text) { // signed and not expired: valid only by a fresh status list
  if (!status) return say('', 'pending', 'pending');
  if (doubt) return say('signed', doubt, doubt, TODO[doubt]);
  return status.state === 'fresh' ? say('valid', 'valid', text) : say('signed', 'unchecked', 'unchecked', 'later');
}

function inBatch(record, index) { return QC.within(index, Number(record.first), Number(record.count)); }

function scannedLabel(state, day) {
  var result = state.result, batch = state.batch, number = QC.labelText(result.batch, result.index), view;
  if (batch.state) view = say('signed', 'batch', 'batch_' + batch.state, 'later');
  else if (batch.record.key !== result.kid) view = refused(unknown('register_differs'));
  else if (!inBatch(batch.record, result.index)) view = refused(unknown('index_beyond'));
  else return batchView(state, day, result.index, false);
  if (state.status.stopped[result.batch]) view = stop(state.status.stopped[result.batch]);
  view.label = view.signed = true;
  view.facts = [['label', number], ['state', '', view.state]];
  return view;
}

function stop(stopped) {
  var view = say('stopped', 'stopped', 'stopped', 'stopped', { since: stopped.since });
  view.state = 'state_stopped';
  return view;
}

function batchView(state, day, index, typed) { // a typed number has no signature and is never valid
  var record = state.batch.record, view = judgedBatch(record, state.status, day, typed);
  view.label = true;
  view.signed = !typed;
  view.holder = record.holder;
  view.uscc = record.uscc;
  view.large = [['product', record.product], ['lot', record.lot]];
  view.facts = [['kind', record.title], ['label', QC.labelText(record.batch, index)], ['issued', record.issued], expiry(record.expires), ['state', '', view.state]];
  view.scope = 'scope_label';
  if (state.batch.codes && view.verdict !== 'stopped') view.codes = { batch: Number(record.batch), index: index, count: Number(record.count) };
  view.pledge = true;
  return view;
}

function judgedBatch(record, status, day, typed) {
  var stopped = status.stopped[record.batch], view;
  if (stopped) return stop(stopped);
  if (record.expires && record.expires < day) view = say('expired', 'expired', typed ? 'typed_label_expired' : 'label_expired', 'label_expired');
  else view = typed ? say('unknown', 'typed_label', 'typed_label', 'typed_label') : current(status, '', 'label');
  view.values.day = status.day;
  view.state = status.state === 'fresh' ? 'state_live_batch' : 'state_' + status.state;
  return view;
}
}());
