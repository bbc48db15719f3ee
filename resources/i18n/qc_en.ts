<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Appearance</name>
    <message numerus="yes">
        <source>{first} (and %n more)</source>
        <translation>
            <numerusform>{first} (and %n more)</numerusform>
            <numerusform>{first} (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchWork</name>
    <message numerus="yes">
        <source>%n certificate(s) issued: {first} to {last}.</source>
        <translation>
            <numerusform>%Ln certificate issued: {first} to {last}.</numerusform>
            <numerusform>%Ln certificates issued: {first} to {last}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message numerus="yes">
        <source>Change %n company(ies)</source>
        <translation>
            <numerusform>Change %Ln company</numerusform>
            <numerusform>Change %Ln companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as it is: nothing is different there.</source>
        <translation>
            <numerusform>%Ln company stays as it is: nothing would change.</numerusform>
            <numerusform>%Ln companies stay as they are: nothing would change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) changed</source>
        <translation>
            <numerusform>%Ln company changed</numerusform>
            <numerusform>%Ln companies changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message numerus="yes">
        <source>Type all four lengths to keep a correction; %n missing.</source>
        <translation>
            <numerusform>Type all four lengths to keep a correction; %n is missing.</numerusform>
            <numerusform>Type all four lengths to keep a correction; %n are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignPage</name>
    <message numerus="yes">
        <source>%n company(ies)</source>
        <translation>
            <numerusform>%Ln company</numerusform>
            <numerusform>%Ln companies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignWork</name>
    <message numerus="yes">
        <source>%n company(ies) are now at &quot;{stage}&quot;.</source>
        <translation>
            <numerusform>%Ln company is now at &quot;{stage}&quot;.</numerusform>
            <numerusform>%Ln companies are now at &quot;{stage}&quot;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) were passed over: {names}</source>
        <translation>
            <numerusform>%Ln company was passed over: {names}</numerusform>
            <numerusform>%Ln companies were passed over: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Version {version} of the roster is published: %n company(ies).</source>
        <translation>
            <numerusform>Version {version} of the roster is published: %Ln company.</numerusform>
            <numerusform>Version {version} of the roster is published: %Ln companies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The roster (%n company(ies)) is in {file}.</source>
        <translation>
            <numerusform>The roster (%Ln company) is in {file}.</numerusform>
            <numerusform>The roster (%Ln companies) is in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Issue %Ln certificate</numerusform>
            <numerusform>Issue %Ln certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%Ln certificate</numerusform>
            <numerusform>%Ln certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) wait for one</source>
        <translation>
            <numerusform>%Ln company waiting</numerusform>
            <numerusform>%Ln companies waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChaseList</name>
    <message numerus="yes">
        <source>&amp;Invite %n</source>
        <translation>
            <numerusform>&amp;Invite %Ln</numerusform>
            <numerusform>&amp;Invite %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>E&amp;xport the list of %n</source>
        <translation>
            <numerusform>E&amp;xport the list of %Ln</numerusform>
            <numerusform>E&amp;xport the list of %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChaseView</name>
    <message numerus="yes">
        <source>Reminders noted: %n</source>
        <translation>
            <numerusform>Reminders noted: %Ln</numerusform>
            <numerusform>Reminders noted: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invited: %n. The list for their letters is in {file}.</source>
        <translation>
            <numerusform>Invited: %Ln. The list for their letters is in {file}.</numerusform>
            <numerusform>Invited: %Ln. The list for their letters is in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invited: %n</source>
        <translation>
            <numerusform>Invited: %Ln</numerusform>
            <numerusform>Invited: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %n company(ies) is in {file}.</source>
        <translation>
            <numerusform>The list of %Ln company is in {file}.</numerusform>
            <numerusform>The list of %Ln companies is in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n company(ies) can be issued a certificate.</source>
        <translation>
            <numerusform>%Ln company can be issued a certificate.</numerusform>
            <numerusform>%Ln companies can be issued a certificate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are stopped and will be left out; nothing is numbered for them.</source>
        <translation>
            <numerusform>%Ln is stopped and will be left out; nothing is numbered for it.</numerusform>
            <numerusform>%Ln are stopped and will be left out; nothing is numbered for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message numerus="yes">
        <source>%n company(ies) chosen.</source>
        <translation>
            <numerusform>%Ln company chosen.</numerusform>
            <numerusform>%Ln companies chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen, {away} of them not in the list as it is now.</source>
        <translation>
            <numerusform>%n chosen, {away} of them not in the list as it is now.</numerusform>
            <numerusform>%n chosen, {away} of them not in the list as it is now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompaniesPage</name>
    <message numerus="yes">
        <source>%n company(ies)</source>
        <translation>
            <numerusform>%Ln company</numerusform>
            <numerusform>%Ln companies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompanyActions</name>
    <message numerus="yes">
        <source>Approved: %n</source>
        <translation>
            <numerusform>Approved: %Ln</numerusform>
            <numerusform>Approved: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Returned for correction: %n</source>
        <translation>
            <numerusform>Returned for correction: %Ln</numerusform>
            <numerusform>Returned for correction: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought in: %n</source>
        <translation>
            <numerusform>Brought in: %Ln</numerusform>
            <numerusform>Brought in: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were left as they are.</source>
        <translation>
            <numerusform>%Ln more was left as it is.</numerusform>
            <numerusform>%Ln more were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pledges entered, now in review: %n</source>
        <translation>
            <numerusform>Pledge entered, now in review: %Ln</numerusform>
            <numerusform>Pledges entered, now in review: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Membership renewed: %n</source>
        <translation>
            <numerusform>Membership renewed: %Ln</numerusform>
            <numerusform>Membership renewed: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompanyPart</name>
    <message numerus="yes">
        <source>More details (%n filled)</source>
        <translation>
            <numerusform>More details (%Ln filled)</numerusform>
            <numerusform>More details (%Ln filled)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsPart</name>
    <message numerus="yes">
        <source>%n contact(s), hidden. Looking is logged.</source>
        <translation>
            <numerusform>%Ln contact, hidden. Looking is logged.</numerusform>
            <numerusform>%Ln contacts, hidden. Looking is logged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferencesPanel</name>
    <message numerus="yes">
        <source>The records differ from the register in %n place(s). Nothing was published.</source>
        <translation>
            <numerusform>The records differ from the register in %n place. Nothing was published.</numerusform>
            <numerusform>The records differ from the register in %n places. Nothing was published.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DispatchPreview</name>
    <message numerus="yes">
        <source>Note %n row(s)</source>
        <translation>
            <numerusform>Note %n row</numerusform>
            <numerusform>Note %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note %n row(s), {doubtful} with a remark</source>
        <translation>
            <numerusform>Note %Ln row, {doubtful} with a remark</numerusform>
            <numerusform>Note %Ln rows, {doubtful} with a remark</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message numerus="yes">
        <source>%n suspected pair(s)</source>
        <translation>
            <numerusform>%Ln suspected pair</numerusform>
            <numerusform>%Ln suspected pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ElsewhereNote</name>
    <message numerus="yes">
        <source>Printed elsewhere: %n selected…</source>
        <translation>
            <numerusform>Printed elsewhere: %n selected…</numerusform>
            <numerusform>Printed elsewhere: %n selected…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printed elsewhere: all %n…</source>
        <translation>
            <numerusform>Printed elsewhere: %n…</numerusform>
            <numerusform>Printed elsewhere: all %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note %n certificate(s) as printed elsewhere? The print log keeps it: no undo.</source>
        <translation>
            <numerusform>Note %Ln certificate as printed elsewhere? The print log keeps it: no undo.</numerusform>
            <numerusform>Note %Ln certificates as printed elsewhere? The print log keeps it: no undo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note %n</source>
        <translation>
            <numerusform>Note %Ln</numerusform>
            <numerusform>Note %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n company(ies) written to {file}</source>
        <translation>
            <numerusform>%Ln company written to {file}</numerusform>
            <numerusform>%Ln companies written to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>Save %n row(s) to mend…</source>
        <translation>
            <numerusform>Save %Ln row to mend…</numerusform>
            <numerusform>Save %Ln rows to mend…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n company(ies)</source>
        <translation>
            <numerusform>Import %Ln company</numerusform>
            <numerusform>Import %Ln companies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormsMade</name>
    <message numerus="yes">
        <source>%n form(s) made in {path}.</source>
        <translation>
            <numerusform>%Ln form made in {path}.</numerusform>
            <numerusform>%Ln forms made in {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stood there already and were not touched.</source>
        <translation>
            <numerusform>%Ln stood there already and was not touched.</numerusform>
            <numerusform>%Ln stood there already and were not touched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthSection</name>
    <message numerus="yes">
        <source>%n thing(s) to see to.</source>
        <translation>
            <numerusform>%Ln thing to see to.</numerusform>
            <numerusform>%Ln things to see to.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%Ln action</numerusform>
            <numerusform>%Ln actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n day(s) until applications close</source>
        <translation>
            <numerusform>%Ln day until applications close</numerusform>
            <numerusform>%Ln days until applications close</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message numerus="yes">
        <source>%n pledge(s) entered.</source>
        <translation>
            <numerusform>%Ln pledge entered.</numerusform>
            <numerusform>%Ln pledges entered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pledge(s) stayed as they were, e.g. {name}: {why}</source>
        <translation>
            <numerusform>%Ln pledge stayed as it was: {name}: {why}</numerusform>
            <numerusform>%Ln pledges stayed as they were, e.g. {name}: {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the list were left out.</source>
        <translation>
            <numerusform>%Ln row of the list was left out.</numerusform>
            <numerusform>%Ln rows of the list were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n total(s) or note(s) passed over</source>
        <translation>
            <numerusform>%Ln total or note passed over</numerusform>
            <numerusform>%Ln totals or notes passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) renamed, the former names kept.</source>
        <translation>
            <numerusform>%Ln company renamed, the former name kept.</numerusform>
            <numerusform>%Ln companies renamed, the former names kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueStep</name>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Issue %Ln certificate</numerusform>
            <numerusform>Issue %Ln certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pledges of %n of them were not published yet, and the certificates say that they are on display. Publish the check pages and upload them first.</source>
        <translation>
            <numerusform>The pledge of %n of them was not published yet, and the certificate says that it is on display. Publish the check pages and upload them first.</numerusform>
            <numerusform>The pledges of %n of them were not published yet, and the certificates say that they are on display. Publish the check pages and upload them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelBatchDetail</name>
    <message numerus="yes">
        <source>The destruction of %n label(s) is not noted yet.</source>
        <translation>
            <numerusform>The destruction of %Ln label is not noted yet.</numerusform>
            <numerusform>The destruction of %Ln labels is not noted yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelLooks</name>
    <message numerus="yes">
        <source>Has no room on %n kind(s) of sheets.</source>
        <translation>
            <numerusform>Has no room on %n kind of sheets.</numerusform>
            <numerusform>Has no room on %n kinds of sheets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelPrintView</name>
    <message numerus="yes">
        <source>Make files of %n label(s)</source>
        <translation>
            <numerusform>Make files of %Ln label</numerusform>
            <numerusform>Make files of %Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n label(s)</source>
        <translation>
            <numerusform>Print %Ln label</numerusform>
            <numerusform>Print %Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%Ln sheet</numerusform>
            <numerusform>%Ln sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelPrintWork</name>
    <message numerus="yes">
        <source>%n label(s) made in {folder}.</source>
        <translation>
            <numerusform>%Ln label made in {folder}.</numerusform>
            <numerusform>%Ln labels made in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lay there already.</source>
        <translation>
            <numerusform>%Ln lay there already.</numerusform>
            <numerusform>%Ln lay there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) were checked one by one and sent to the printer.</source>
        <translation>
            <numerusform>%Ln label was checked and sent to the printer.</numerusform>
            <numerusform>%Ln labels were checked one by one and sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n label(s) are in whole files; the rest is offered now.</source>
        <translation>
            <numerusform>Stopped. %n label is in whole files; the rest is offered now.</numerusform>
            <numerusform>Stopped. %n labels are in whole files; the rest is offered now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Files were damaged; %n label(s) in them were made again.</source>
        <translation>
            <numerusform>Files were damaged; %n label in them was made again.</numerusform>
            <numerusform>Files were damaged; %n labels in them were made again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterCard</name>
    <message numerus="yes">
        <source>Reminded %n time(s), last {when} by {who}</source>
        <translation>
            <numerusform>Reminded once: {when} by {who}</numerusform>
            <numerusform>Reminded %Ln times, last {when} by {who}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%Ln row copied</numerusform>
            <numerusform>%Ln rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MakeView</name>
    <message numerus="yes">
        <source>Make %n PDF page(s)</source>
        <translation>
            <numerusform>Make %Ln PDF page</numerusform>
            <numerusform>Make %Ln PDF pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n package(s)</source>
        <translation>
            <numerusform>Make %Ln package</numerusform>
            <numerusform>Make %Ln packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make files of %n certificate(s)</source>
        <translation>
            <numerusform>Make files of %Ln certificate</numerusform>
            <numerusform>Make files of %Ln certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them made before. Why again?</source>
        <translation>
            <numerusform>%n of them was made before. Why again?</numerusform>
            <numerusform>%n of them were made before. Why again?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeView</name>
    <message numerus="yes">
        <source>%n valid certificate(s)</source>
        <translation>
            <numerusform>%Ln valid certificate</numerusform>
            <numerusform>%Ln valid certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes part in %n year(s)</source>
        <translation>
            <numerusform>takes part in %Ln year</numerusform>
            <numerusform>takes part in %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) of membership</source>
        <translation>
            <numerusform>%Ln term of membership</numerusform>
            <numerusform>%Ln terms of membership</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) of dues</source>
        <translation>
            <numerusform>%Ln year of dues</numerusform>
            <numerusform>%Ln years of dues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%Ln scan</numerusform>
            <numerusform>%Ln scans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message numerus="yes">
        <source>%n company(ies) wait for review.</source>
        <translation>
            <numerusform>%Ln company waits for review.</numerusform>
            <numerusform>%Ln companies wait for review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) are approved.</source>
        <translation>
            <numerusform>%Ln company is approved.</numerusform>
            <numerusform>%Ln companies are approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) wait to be announced. Certificates cite the announcement.</source>
        <translation>
            <numerusform>%Ln company waits to be announced. Certificates cite the announcement.</numerusform>
            <numerusform>%Ln companies wait to be announced. Certificates cite the announcement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n announced company(ies) have no certificate yet.</source>
        <translation>
            <numerusform>%Ln announced company has no certificate yet.</numerusform>
            <numerusform>%Ln announced companies have no certificate yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) take part.</source>
        <translation>
            <numerusform>%Ln company is in the year.</numerusform>
            <numerusform>%Ln companies are in the year, invited ones included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) have not handed in a pledge yet.</source>
        <translation>
            <numerusform>%Ln company has not handed in a pledge yet.</numerusform>
            <numerusform>%Ln companies have not handed in a pledge yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deadline, {day}, was %n day(s) ago.</source>
        <translation>
            <numerusform>The deadline, {day}, was %Ln day ago.</numerusform>
            <numerusform>The deadline, {day}, was %Ln days ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deadline is {day}, in %n day(s).</source>
        <translation>
            <numerusform>The deadline is {day}, in %Ln day.</numerusform>
            <numerusform>The deadline is {day}, in %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve all %n</source>
        <translation>
            <numerusform>Approve the one</numerusform>
            <numerusform>Approve all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderView</name>
    <message numerus="yes">
        <source>Issue %n label(s)</source>
        <translation>
            <numerusform>Issue %n label</numerusform>
            <numerusform>Issue %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left under the agreement</source>
        <translation>
            <numerusform>%n left under the agreement</numerusform>
            <numerusform>%n left under the agreement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more than the agreement has left</source>
        <translation>
            <numerusform>%Ln more than the agreement has left</numerusform>
            <numerusform>%Ln more than the agreement has left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderWork</name>
    <message numerus="yes">
        <source>%n label(s) issued: batch {batch} of {company}.</source>
        <translation>
            <numerusform>%Ln label issued: batch {batch} of {company}.</numerusform>
            <numerusform>%Ln labels issued: batch {batch} of {company}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>%n stood there already.</source>
        <translation>
            <numerusform>%Ln stood there already.</numerusform>
            <numerusform>%Ln stood there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) made in {path}.</source>
        <translation>
            <numerusform>%Ln certificate made in {path}.</numerusform>
            <numerusform>%Ln certificates made in {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied</source>
        <translation>
            <numerusform>%Ln file copied</numerusform>
            <numerusform>%Ln files copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewWork</name>
    <message numerus="yes">
        <source>The archive with %n file(s) is in {file}.</source>
        <translation>
            <numerusform>The archive with %Ln file is in {file}.</numerusform>
            <numerusform>The archive with %Ln files is in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperMenu</name>
    <message numerus="yes">
        <source>%n paper(s) made in {path}.</source>
        <translation>
            <numerusform>%n paper made in {path}.</numerusform>
            <numerusform>%n papers made in {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out. {why}</source>
        <translation>
            <numerusform>%n left out. {why}</numerusform>
            <numerusform>%n left out. {why}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message numerus="yes">
        <source>%n paper(s) can be made.</source>
        <translation>
            <numerusform>%n paper can be made.</numerusform>
            <numerusform>%n papers can be made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be made:</source>
        <translation>
            <numerusform>%n cannot be made:</numerusform>
            <numerusform>%n cannot be made:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of labels.</source>
        <translation>
            <numerusform>%n sheet of labels.</numerusform>
            <numerusform>%n sheets of labels.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n file(s) in {source}</source>
        <translation>
            <numerusform>%Ln file in {source}</numerusform>
            <numerusform>%Ln files in {source}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message numerus="yes">
        <source>%n with a borrowed character</source>
        <translation>
            <numerusform>%n with a borrowed character</numerusform>
            <numerusform>%n with a borrowed character</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintWork</name>
    <message numerus="yes">
        <source>%n sheet(s) were checked page by page and sent to the printer.</source>
        <translation>
            <numerusform>%Ln sheet was checked and sent to the printer.</numerusform>
            <numerusform>%Ln sheets were checked page by page and sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of this batch are not printed yet. They will not be printed any more, and this cannot be undone. What was sent to the printer stands.</source>
        <translation>
            <numerusform>%Ln sheet of this batch is not printed yet. It will not be printed any more, and this cannot be undone. What was sent to the printer stands.</numerusform>
            <numerusform>%Ln sheets of this batch are not printed yet. They will not be printed any more, and this cannot be undone. What was sent to the printer stands.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The batch is cancelled: %n sheet(s) will not be printed.</source>
        <translation>
            <numerusform>The batch is cancelled: %Ln sheet will not be printed.</numerusform>
            <numerusform>The batch is cancelled: %Ln sheets will not be printed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) noted as picked up; this can be undone.</source>
        <translation>
            <numerusform>%n certificate noted as picked up; this can be undone.</numerusform>
            <numerusform>%n certificates noted as picked up; this can be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message numerus="yes">
        <source>%n element(s) selected</source>
        <translation>
            <numerusform>%n element selected</numerusform>
            <numerusform>%n elements selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishCard</name>
    <message numerus="yes">
        <source>The pledges of %n company(ies) wait for it.</source>
        <translation>
            <numerusform>The pledge of %n company waits for it.</numerusform>
            <numerusform>The pledges of %n companies wait for it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message numerus="yes">
        <source>Why are %n company(ies) returned? They are told the reason.</source>
        <translation>
            <numerusform>Why is %Ln company returned? It is told the reason.</numerusform>
            <numerusform>Why are %Ln companies returned? They are told the reason.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconcileView</name>
    <message numerus="yes">
        <source>%n certificate(s) or company(ies) fell behind; each is listed with the reason.</source>
        <translation>
            <numerusform>%n fell behind; it is listed with the reason.</numerusform>
            <numerusform>%n fell behind; each is listed with the reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All five agree. %n certificate(s) that are not counted need a look.</source>
        <translation>
            <numerusform>All five agree. %Ln certificate that is not counted needs a look.</numerusform>
            <numerusform>All five agree. %Ln certificates that are not counted need a look.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reconciling</name>
    <message numerus="yes">
        <source>%n certificate(s) noted as printed elsewhere. This stays.</source>
        <translation>
            <numerusform>%Ln certificate noted as printed elsewhere. This stays.</numerusform>
            <numerusform>%Ln certificates noted as printed elsewhere. This stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message numerus="yes">
        <source>%n drafts are not saved, the latest: {name} ({time}).</source>
        <translation>
            <numerusform>%Ln draft is not saved: {name} ({time}).</numerusform>
            <numerusform>%Ln drafts are not saved, the latest: {name} ({time}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) discarded.</source>
        <translation>
            <numerusform>%Ln draft discarded.</numerusform>
            <numerusform>%Ln drafts discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) cannot be read, kept aside: {file}. Check what you typed last.</source>
        <translation>
            <numerusform>%Ln draft cannot be read, kept aside: {file}. Check what you typed last.</numerusform>
            <numerusform>%Ln drafts cannot be read, kept aside: {file}. Check what you typed last.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message numerus="yes">
        <source>%n certificate(s) issued since then, and printed, would not be known.</source>
        <translation>
            <numerusform>%Ln certificate issued since then, and printed, would not be known.</numerusform>
            <numerusform>%Ln certificates issued since then, and printed, would not be known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) ended since then would count as valid again.</source>
        <translation>
            <numerusform>%Ln certificate ended since then would count as valid again.</numerusform>
            <numerusform>%Ln certificates ended since then would count as valid again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message numerus="yes">
        <source>%n certificate(s) found. Choose with ↑ ↓ and Enter.</source>
        <translation>
            <numerusform>%Ln certificate found. Choose with ↑ ↓ and Enter.</numerusform>
            <numerusform>%Ln certificates found. Choose with ↑ ↓ and Enter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back to the list: %n certificate(s) fit</source>
        <translation>
            <numerusform>Back to the list: %Ln certificate fits</numerusform>
            <numerusform>Back to the list: %Ln certificates fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are listed. Type more of the name, or choose with ↑ ↓, Enter.</source>
        <translation>
            <numerusform>The newest %Ln is listed. Type more of the name, or choose with ↑ ↓, Enter.</numerusform>
            <numerusform>The newest %Ln are listed. Type more of the name, or choose with ↑ ↓, Enter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnsView</name>
    <message numerus="yes">
        <source>Save the %n left out…</source>
        <translation>
            <numerusform>Save the %Ln left out…</numerusform>
            <numerusform>Save the %Ln left out…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n form(s)</source>
        <translation>
            <numerusform>Import %Ln form</numerusform>
            <numerusform>Import %Ln forms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnsWork</name>
    <message numerus="yes">
        <source>%n company(ies) updated</source>
        <translation>
            <numerusform>%Ln company updated</numerusform>
            <numerusform>%Ln companies updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pledge(s) entered.</source>
        <translation>
            <numerusform>%Ln pledge entered.</numerusform>
            <numerusform>%Ln pledges entered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) were left out.</source>
        <translation>
            <numerusform>%Ln form was left out.</numerusform>
            <numerusform>%Ln forms were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message numerus="yes">
        <source>%n left to review</source>
        <translation>
            <numerusform>%Ln left to review</numerusform>
            <numerusform>%Ln left to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RollView</name>
    <message numerus="yes">
        <source>Brought in as drafts: %n</source>
        <translation>
            <numerusform>Brought in as drafts: %Ln</numerusform>
            <numerusform>Brought in as drafts: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterCard</name>
    <message numerus="yes">
        <source>Version {version}, published on {day}: %n company(ies).</source>
        <translation>
            <numerusform>Version {version}, published on {day}: %Ln company.</numerusform>
            <numerusform>Version {version}, published on {day}: %Ln companies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not published yet: %n company(ies). An export now is marked as a draft.</source>
        <translation>
            <numerusform>Not published yet: %Ln company. An export now is marked as a draft.</numerusform>
            <numerusform>Not published yet: %Ln companies. An export now is marked as a draft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The roster of %n announced company(ies) is frozen as a new version.</source>
        <translation>
            <numerusform>The roster of %Ln announced company is frozen as a new version.</numerusform>
            <numerusform>The roster of %Ln announced companies is frozen as a new version.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no certificate yet.</source>
        <translation>
            <numerusform>%Ln of them has no certificate yet.</numerusform>
            <numerusform>%Ln of them have no certificate yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message numerus="yes">
        <source>What is the list of %n company(ies) called? Everyone in the office sees it.</source>
        <translation>
            <numerusform>What is the list of %Ln company called? Everyone in the office sees it.</numerusform>
            <numerusform>What is the list of %Ln companies called? Everyone in the office sees it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added to &quot;{name}&quot;</source>
        <translation>
            <numerusform>%Ln added to &quot;{name}&quot;</numerusform>
            <numerusform>%Ln added to &quot;{name}&quot;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken off &quot;{name}&quot;</source>
        <translation>
            <numerusform>%Ln taken off &quot;{name}&quot;</numerusform>
            <numerusform>%Ln taken off &quot;{name}&quot;</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanWork</name>
    <message numerus="yes">
        <source>%n more could not be added.</source>
        <translation>
            <numerusform>%Ln more could not be added.</numerusform>
            <numerusform>%Ln more could not be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scans added: %n</source>
        <translation>
            <numerusform>Scans added: %Ln</numerusform>
            <numerusform>Scans added: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n (F9)</source>
        <translation>
            <numerusform>Approve %Ln (F9)</numerusform>
            <numerusform>Approve %Ln (F9)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Return %n (F10)</source>
        <translation>
            <numerusform>Return %Ln (F10)</numerusform>
            <numerusform>Return %Ln (F10)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingWork</name>
    <message numerus="yes">
        <source>%n dispatch(es) noted; this can be undone.</source>
        <translation>
            <numerusform>%n dispatch noted; this can be undone.</numerusform>
            <numerusform>%n dispatches noted; this can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) removed; this can be undone.</source>
        <translation>
            <numerusform>%n entry removed; this can be undone.</numerusform>
            <numerusform>%n entries removed; this can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not noted. Mend them and paste them again:</source>
        <translation>
            <numerusform>%n row was not noted. Mend it and paste it again:</numerusform>
            <numerusform>%n rows were not noted. Mend them and paste them again:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message numerus="yes">
        <source>Print %n certificate(s)</source>
        <translation>
            <numerusform>Print %Ln certificate</numerusform>
            <numerusform>Print %Ln certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>Last backup %n day(s) ago</source>
        <translation>
            <numerusform>Last backup %Ln day ago</numerusform>
            <numerusform>Last backup %Ln days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Issue %Ln certificate</numerusform>
            <numerusform>Issue %Ln certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message numerus="yes">
        <source>%n pledge(s) wait for review.</source>
        <translation>
            <numerusform>%Ln pledge waits for review.</numerusform>
            <numerusform>%Ln pledges wait for review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) are approved and not announced yet.</source>
        <translation>
            <numerusform>%Ln company is approved and not announced yet.</numerusform>
            <numerusform>%Ln companies are approved and not announced yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) are announced and have no certificate yet.</source>
        <translation>
            <numerusform>%Ln company is announced and has no certificate yet.</numerusform>
            <numerusform>%Ln companies are announced and have no certificate yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) have yet to send corrected material.</source>
        <translation>
            <numerusform>%Ln company has yet to send corrected material.</numerusform>
            <numerusform>%Ln companies have yet to send corrected material.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) are issued.</source>
        <translation>
            <numerusform>%Ln certificate is issued.</numerusform>
            <numerusform>%Ln certificates are issued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) are issued, but their PDF pages are not made yet.</source>
        <translation>
            <numerusform>%Ln certificate is issued, but its PDF page is not made yet.</numerusform>
            <numerusform>%Ln certificates are issued, but their PDF pages are not made yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) have not handed in a pledge yet.</source>
        <translation>
            <numerusform>%Ln company has not handed in a pledge yet.</numerusform>
            <numerusform>%Ln companies have not handed in a pledge yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>About %Ln second left</numerusform>
            <numerusform>About %Ln seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>About %Ln minute left</numerusform>
            <numerusform>About %Ln minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message numerus="yes">
        <source>%n check(s) of this number were entered before, the last at {times}.</source>
        <translation>
            <numerusform>%Ln check of this number was entered before, at {times}.</numerusform>
            <numerusform>%Ln checks of this number were entered before, the last at {times}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitsView</name>
    <message numerus="yes">
        <source>%n visit(s) counted.</source>
        <translation>
            <numerusform>%n visit counted.</numerusform>
            <numerusform>%n visits counted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Withheld</name>
    <message numerus="yes">
        <source>List all %n</source>
        <translation>
            <numerusform>List all %Ln</numerusform>
            <numerusform>List all %Ln</numerusform>
        </translation>
    </message>
</context>
</TS>
