<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchWork</name>
    <message numerus="yes">
        <source>%n certificate(s) issued: {first} to {last}.</source>
        <translation>
            <numerusform>%n certificate issued: {first} to {last}.</numerusform>
            <numerusform>%n certificates issued: {first} to {last}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message numerus="yes">
        <source>Change %n company(ies)</source>
        <translation>
            <numerusform>Change %n company</numerusform>
            <numerusform>Change %n companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as it is: nothing is different there.</source>
        <translation>
            <numerusform>%n company stays as it is: nothing is different there.</numerusform>
            <numerusform>%n companies stay as they are: nothing is different there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) changed</source>
        <translation>
            <numerusform>%n company changed</numerusform>
            <numerusform>%n companies changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignPage</name>
    <message numerus="yes">
        <source>%n company(ies)</source>
        <translation>
            <numerusform>%n company</numerusform>
            <numerusform>%n companies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignWork</name>
    <message numerus="yes">
        <source>%n company(ies) are now at “{stage}”.</source>
        <translation>
            <numerusform>%n company is now at “{stage}”.</numerusform>
            <numerusform>%n companies are now at “{stage}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) were passed over: {names}</source>
        <translation>
            <numerusform>%n company was passed over: {names}</numerusform>
            <numerusform>%n companies were passed over: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Version {version} of the roster is published: %n company(ies).</source>
        <translation>
            <numerusform>Version {version} of the roster is published: %n company.</numerusform>
            <numerusform>Version {version} of the roster is published: %n companies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The roster (%n company(ies)) is in {file}.</source>
        <translation>
            <numerusform>The roster (%n company) is in {file}.</numerusform>
            <numerusform>The roster (%n companies) is in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Issue %n certificate</numerusform>
            <numerusform>Issue %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) wait for one</source>
        <translation>
            <numerusform>%n company waits for one</numerusform>
            <numerusform>%n companies wait for one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChaseList</name>
    <message numerus="yes">
        <source>Invite %n</source>
        <translation>
            <numerusform>Invite %n</numerusform>
            <numerusform>Invite %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the list of %n</source>
        <translation>
            <numerusform>Export the list of %n</numerusform>
            <numerusform>Export the list of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChaseView</name>
    <message numerus="yes">
        <source>Reminders noted: %n</source>
        <translation>
            <numerusform>Reminders noted: %n</numerusform>
            <numerusform>Reminders noted: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invited: %n. The list for their letters is in {file}.</source>
        <translation>
            <numerusform>Invited: %n. The list for their letters is in {file}.</numerusform>
            <numerusform>Invited: %n. The list for their letters is in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Invited: %n</source>
        <translation>
            <numerusform>Invited: %n</numerusform>
            <numerusform>Invited: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %n company(ies) is in {file}.</source>
        <translation>
            <numerusform>The list of %n company is in {file}.</numerusform>
            <numerusform>The list of %n companies is in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%n company(ies) can be issued a certificate.</source>
        <translation>
            <numerusform>%n company can be issued a certificate.</numerusform>
            <numerusform>%n companies can be issued a certificate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are stopped and will be left out; nothing is numbered for them.</source>
        <translation>
            <numerusform>%n is stopped and will be left out; nothing is numbered for it.</numerusform>
            <numerusform>%n are stopped and will be left out; nothing is numbered for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message numerus="yes">
        <source>%n company(ies) chosen.</source>
        <translation>
            <numerusform>%n company chosen.</numerusform>
            <numerusform>%n companies chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompaniesPage</name>
    <message numerus="yes">
        <source>%n company(ies)</source>
        <translation>
            <numerusform>%n company</numerusform>
            <numerusform>%n companies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompanyActions</name>
    <message numerus="yes">
        <source>Approved: %n</source>
        <translation>
            <numerusform>Approved: %n</numerusform>
            <numerusform>Approved: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Returned for correction: %n</source>
        <translation>
            <numerusform>Returned for correction: %n</numerusform>
            <numerusform>Returned for correction: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought in: %n</source>
        <translation>
            <numerusform>Brought in: %n</numerusform>
            <numerusform>Brought in: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were left as they are.</source>
        <translation>
            <numerusform>%n more was left as it is.</numerusform>
            <numerusform>%n more were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pledges entered, now in review: %n</source>
        <translation>
            <numerusform>Pledge entered, now in review: %n</numerusform>
            <numerusform>Pledges entered, now in review: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Membership renewed: %n</source>
        <translation>
            <numerusform>Membership renewed: %n</numerusform>
            <numerusform>Membership renewed: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompanyPart</name>
    <message numerus="yes">
        <source>More details (%n filled)</source>
        <translation>
            <numerusform>More details (%n filled)</numerusform>
            <numerusform>More details (%n filled)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsPart</name>
    <message numerus="yes">
        <source>%n contact(s), hidden. Looking is logged.</source>
        <translation>
            <numerusform>%n contact, hidden. Looking is logged.</numerusform>
            <numerusform>%n contacts, hidden. Looking is logged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message numerus="yes">
        <source>%n suspected pair(s)</source>
        <translation>
            <numerusform>%n suspected pair</numerusform>
            <numerusform>%n suspected pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n company(ies) written to {file}</source>
        <translation>
            <numerusform>%n company written to {file}</numerusform>
            <numerusform>%n companies written to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>Save %n row(s) to mend…</source>
        <translation>
            <numerusform>Save %n row to mend…</numerusform>
            <numerusform>Save %n rows to mend…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n company(ies)</source>
        <translation>
            <numerusform>Import %n company</numerusform>
            <numerusform>Import %n companies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormsMade</name>
    <message numerus="yes">
        <source>%n form(s) made in {path}.</source>
        <translation>
            <numerusform>%n form made in {path}.</numerusform>
            <numerusform>%n forms made in {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stood there already and were not touched.</source>
        <translation>
            <numerusform>%n stood there already and was not touched.</numerusform>
            <numerusform>%n stood there already and were not touched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthSection</name>
    <message numerus="yes">
        <source>%n thing(s) to see to.</source>
        <translation>
            <numerusform>%n thing to see to.</numerusform>
            <numerusform>%n things to see to.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n day(s) until applications close</source>
        <translation>
            <numerusform>%n day until applications close</numerusform>
            <numerusform>%n days until applications close</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message numerus="yes">
        <source>%n pledge(s) entered.</source>
        <translation>
            <numerusform>%n pledge entered.</numerusform>
            <numerusform>%n pledges entered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pledge(s) stayed as they were, e.g. {name}: {why}</source>
        <translation>
            <numerusform>%n pledge stayed as it was: {name}: {why}</numerusform>
            <numerusform>%n pledges stayed as they were, e.g. {name}: {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the list were left out.</source>
        <translation>
            <numerusform>%n row of the list was left out.</numerusform>
            <numerusform>%n rows of the list were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n total(s) or note(s) passed over</source>
        <translation>
            <numerusform>%n total or note passed over</numerusform>
            <numerusform>%n totals or notes passed over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueStep</name>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Issue %n certificate</numerusform>
            <numerusform>Issue %n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterCard</name>
    <message numerus="yes">
        <source>Reminded %n time(s), last {when} by {who}</source>
        <translation>
            <numerusform>Reminded once: {when} by {who}</numerusform>
            <numerusform>Reminded %n times, last {when} by {who}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MakeView</name>
    <message numerus="yes">
        <source>Make %n PDF page(s)</source>
        <translation>
            <numerusform>Make %n PDF page</numerusform>
            <numerusform>Make %n PDF pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n package(s)</source>
        <translation>
            <numerusform>Make %n package</numerusform>
            <numerusform>Make %n packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make files of %n certificate(s)</source>
        <translation>
            <numerusform>Make files of %n certificate</numerusform>
            <numerusform>Make files of %n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeView</name>
    <message numerus="yes">
        <source>%n valid certificate(s)</source>
        <translation>
            <numerusform>%n valid certificate</numerusform>
            <numerusform>%n valid certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes part in %n year(s)</source>
        <translation>
            <numerusform>takes part in %n year</numerusform>
            <numerusform>takes part in %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) of membership</source>
        <translation>
            <numerusform>%n term of membership</numerusform>
            <numerusform>%n terms of membership</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) of dues</source>
        <translation>
            <numerusform>%n year of dues</numerusform>
            <numerusform>%n years of dues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n scan</numerusform>
            <numerusform>%n scans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message numerus="yes">
        <source>%n company(ies) wait for review.</source>
        <translation>
            <numerusform>%n company waits for review.</numerusform>
            <numerusform>%n companies wait for review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) are approved.</source>
        <translation>
            <numerusform>%n company is approved.</numerusform>
            <numerusform>%n companies are approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) wait to be announced. Certificates cite the announcement.</source>
        <translation>
            <numerusform>%n company waits to be announced. Certificates cite the announcement.</numerusform>
            <numerusform>%n companies wait to be announced. Certificates cite the announcement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n announced company(ies) have no certificate yet.</source>
        <translation>
            <numerusform>%n announced company has no certificate yet.</numerusform>
            <numerusform>%n announced companies have no certificate yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) take part.</source>
        <translation>
            <numerusform>%n company takes part.</numerusform>
            <numerusform>%n companies take part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) have not handed in a pledge yet.</source>
        <translation>
            <numerusform>%n company has not handed in a pledge yet.</numerusform>
            <numerusform>%n companies have not handed in a pledge yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deadline, {day}, was %n day(s) ago.</source>
        <translation>
            <numerusform>The deadline, {day}, was %n day ago.</numerusform>
            <numerusform>The deadline, {day}, was %n days ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deadline is {day}, in %n day(s).</source>
        <translation>
            <numerusform>The deadline is {day}, in %n day.</numerusform>
            <numerusform>The deadline is {day}, in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>%n stood there already.</source>
        <translation>
            <numerusform>%n stood there already.</numerusform>
            <numerusform>%n stood there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) made in {path}.</source>
        <translation>
            <numerusform>%n certificate made in {path}.</numerusform>
            <numerusform>%n certificates made in {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied</source>
        <translation>
            <numerusform>%n file copied</numerusform>
            <numerusform>%n files copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewWork</name>
    <message numerus="yes">
        <source>The archive with %n file(s) is in {file}.</source>
        <translation>
            <numerusform>The archive with %n file is in {file}.</numerusform>
            <numerusform>The archive with %n files is in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n file(s) in {source}</source>
        <translation>
            <numerusform>%n file in {source}</numerusform>
            <numerusform>%n files in {source}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintWork</name>
    <message numerus="yes">
        <source>%n sheet(s) were checked page by page and sent to the printer.</source>
        <translation>
            <numerusform>%n sheet was checked and sent to the printer.</numerusform>
            <numerusform>%n sheets were checked page by page and sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What spoiled the %n chosen sheet(s)? They are printed again.</source>
        <translation>
            <numerusform>What spoiled the chosen sheet? It is printed again.</numerusform>
            <numerusform>What spoiled the %n chosen sheets? They are printed again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of this batch are not printed yet. They will not be printed any more, and this cannot be undone. What was sent to the printer stands.</source>
        <translation>
            <numerusform>One sheet of this batch is not printed yet. It will not be printed any more, and this cannot be undone. What was sent to the printer stands.</numerusform>
            <numerusform>%n sheets of this batch are not printed yet. They will not be printed any more, and this cannot be undone. What was sent to the printer stands.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The batch is cancelled: %n sheet(s) will not be printed.</source>
        <translation>
            <numerusform>The batch is cancelled: one sheet will not be printed.</numerusform>
            <numerusform>The batch is cancelled: %n sheets will not be printed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>About %n second left</numerusform>
            <numerusform>About %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>About %n minute left</numerusform>
            <numerusform>About %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message numerus="yes">
        <source>Why are %n company(ies) returned? They are told the reason.</source>
        <translation>
            <numerusform>Why is %n company returned? It is told the reason.</numerusform>
            <numerusform>Why are %n companies returned? They are told the reason.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message numerus="yes">
        <source>%n drafts are not saved, the latest: {name} ({time}).</source>
        <translation>
            <numerusform>%n draft is not saved: {name} ({time}).</numerusform>
            <numerusform>%n drafts are not saved, the latest: {name} ({time}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) discarded.</source>
        <translation>
            <numerusform>%n draft discarded.</numerusform>
            <numerusform>%n drafts discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) cannot be read, kept aside: {file}. Check what you typed last.</source>
        <translation>
            <numerusform>%n draft cannot be read, kept aside: {file}. Check what you typed last.</numerusform>
            <numerusform>%n drafts cannot be read, kept aside: {file}. Check what you typed last.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message numerus="yes">
        <source>%n certificate(s) issued since then would be missing from the register, although they are printed. The present records are kept as a backup first. Restore all the same?</source>
        <translation>
            <numerusform>%n certificate issued since then would be missing from the register, although it is printed. The present records are kept as a backup first. Restore all the same?</numerusform>
            <numerusform>%n certificates issued since then would be missing from the register, although they are printed. The present records are kept as a backup first. Restore all the same?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message numerus="yes">
        <source>%n certificate(s) found. Choose with ↑ ↓ and Enter.</source>
        <translation>
            <numerusform>%n certificate found. Choose with ↑ ↓ and Enter.</numerusform>
            <numerusform>%n certificates found. Choose with ↑ ↓ and Enter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back to the list: %n certificate(s) fit</source>
        <translation>
            <numerusform>Back to the list: %n certificate fits</numerusform>
            <numerusform>Back to the list: %n certificates fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnsView</name>
    <message numerus="yes">
        <source>Save the %n left out…</source>
        <translation>
            <numerusform>Save the %n left out…</numerusform>
            <numerusform>Save the %n left out…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n form(s)</source>
        <translation>
            <numerusform>Import %n form</numerusform>
            <numerusform>Import %n forms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnsWork</name>
    <message numerus="yes">
        <source>%n company(ies) updated</source>
        <translation>
            <numerusform>%n company updated</numerusform>
            <numerusform>%n companies updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pledge(s) entered.</source>
        <translation>
            <numerusform>%n pledge entered.</numerusform>
            <numerusform>%n pledges entered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) were left out.</source>
        <translation>
            <numerusform>%n form was left out.</numerusform>
            <numerusform>%n forms were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message numerus="yes">
        <source>%n left to review</source>
        <translation>
            <numerusform>%n left to review</numerusform>
            <numerusform>%n left to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RollView</name>
    <message numerus="yes">
        <source>Brought in as drafts: %n</source>
        <translation>
            <numerusform>Brought in as drafts: %n</numerusform>
            <numerusform>Brought in as drafts: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterCard</name>
    <message numerus="yes">
        <source>Version {version}, published on {day}: %n company(ies).</source>
        <translation>
            <numerusform>Version {version}, published on {day}: %n company.</numerusform>
            <numerusform>Version {version}, published on {day}: %n companies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not published yet: %n company(ies). An export now is marked as a draft.</source>
        <translation>
            <numerusform>Not published yet: %n company. An export now is marked as a draft.</numerusform>
            <numerusform>Not published yet: %n companies. An export now is marked as a draft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The roster of %n announced company(ies) is frozen as a new version.</source>
        <translation>
            <numerusform>The roster of %n announced company is frozen as a new version.</numerusform>
            <numerusform>The roster of %n announced companies is frozen as a new version.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no certificate yet.</source>
        <translation>
            <numerusform>%n of them has no certificate yet.</numerusform>
            <numerusform>%n of them have no certificate yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message numerus="yes">
        <source>What is the list of %n company(ies) called? Everyone in the office sees it.</source>
        <translation>
            <numerusform>What is the list of %n company called? Everyone in the office sees it.</numerusform>
            <numerusform>What is the list of %n companies called? Everyone in the office sees it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added to “{name}”</source>
        <translation>
            <numerusform>%n added to “{name}”</numerusform>
            <numerusform>%n added to “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken off “{name}”</source>
        <translation>
            <numerusform>%n taken off “{name}”</numerusform>
            <numerusform>%n taken off “{name}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanWork</name>
    <message numerus="yes">
        <source>%n more could not be added.</source>
        <translation>
            <numerusform>%n more could not be added.</numerusform>
            <numerusform>%n more could not be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scans added: %n</source>
        <translation>
            <numerusform>Scans added: %n</numerusform>
            <numerusform>Scans added: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message numerus="yes">
        <source>Print %n certificate(s)</source>
        <translation>
            <numerusform>Print %n certificate</numerusform>
            <numerusform>Print %n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>Last backup %n day(s) ago</source>
        <translation>
            <numerusform>Last backup %n day ago</numerusform>
            <numerusform>Last backup %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Issue %n certificate</numerusform>
            <numerusform>Issue %n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message numerus="yes">
        <source>%n pledge(s) wait for review.</source>
        <translation>
            <numerusform>%n pledge waits for review.</numerusform>
            <numerusform>%n pledges wait for review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) are approved and not announced yet.</source>
        <translation>
            <numerusform>%n company is approved and not announced yet.</numerusform>
            <numerusform>%n companies are approved and not announced yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) are announced and have no certificate yet.</source>
        <translation>
            <numerusform>%n company is announced and has no certificate yet.</numerusform>
            <numerusform>%n companies are announced and have no certificate yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) have yet to send corrected material.</source>
        <translation>
            <numerusform>%n company has yet to send corrected material.</numerusform>
            <numerusform>%n companies have yet to send corrected material.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) are issued.</source>
        <translation>
            <numerusform>%n certificate is issued.</numerusform>
            <numerusform>%n certificates are issued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) are issued, but their PDF pages are not made yet.</source>
        <translation>
            <numerusform>%n certificate is issued, but its PDF page is not made yet.</numerusform>
            <numerusform>%n certificates are issued, but their PDF pages are not made yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) have not handed in a pledge yet.</source>
        <translation>
            <numerusform>%n company has not handed in a pledge yet.</numerusform>
            <numerusform>%n companies have not handed in a pledge yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message numerus="yes">
        <source>%n check(s) of this certificate were entered before, the last at {times}.</source>
        <translation>
            <numerusform>%n check of this certificate was entered before, at {times}.</numerusform>
            <numerusform>%n checks of this certificate were entered before, the last at {times}.</numerusform>
        </translation>
    </message>
</context>
</TS>
