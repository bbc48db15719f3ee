<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>About this program</source>
        <translation>关于本软件</translation>
    </message>
    <message>
        <source>QC Desktop {version} – free software under the Apache License 2.0.</source>
        <translation>QC Desktop {version}，自由软件，采用 Apache 2.0 许可。</translation>
    </message>
    <message>
        <source>Open the records&apos; folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>使用的组件</translation>
    </message>
    <message>
        <source>The records of this office are kept in {folder}</source>
        <translation>数据保存在 {folder}</translation>
    </message>
    <message>
        <source>Every date and time in this program is Beijing time, whatever this PC&apos;s clock is set to.</source>
        <translation>本程序里的日期和时间一律为北京时间，与这台电脑的时区设置无关。</translation>
    </message>
</context>
<context>
    <name>ActionsList</name>
    <message>
        <source>Show all actions</source>
        <translation>显示全部操作</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. Every action is listed here and can be undone from here.</source>
        <translation>还没有任何操作。每个人做过的改动都记在这里，也可以从这里撤回。</translation>
    </message>
    <message>
        <source>No action matches these filters.</source>
        <translation>没有符合这些条件的操作。</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>The backup is done: {name}</source>
        <translation>备份完成：{name}</translation>
    </message>
    <message>
        <source>These are real records already.</source>
        <translation>现在用的就是正式数据。</translation>
    </message>
</context>
<context>
    <name>AgreementEditor</name>
    <message>
        <source>Choose an agreement from the list, or enter a new one.</source>
        <translation>从左边列表选一份协议，或登记新协议。</translation>
    </message>
    <message>
        <source>Issue labels…</source>
        <translation>签发标识…</translation>
    </message>
    <message>
        <source>Its batches</source>
        <translation>它的批次</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Save the agreement</source>
        <translation>保存协议</translation>
    </message>
    <message>
        <source>{issued} of {quantity} labels issued, {left} left</source>
        <translation>已签发 {issued} / {quantity} 枚，还可签发 {left} 枚</translation>
    </message>
    <message>
        <source>New agreement</source>
        <translation>新协议</translation>
    </message>
</context>
<context>
    <name>AgreementForm</name>
    <message>
        <source>No, an ordinary product</source>
        <translation>否，一般产品</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>企业(&amp;C)</translation>
    </message>
    <message>
        <source>Agreement &amp;no.</source>
        <translation>协议编号(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Products</source>
        <translation>产品(&amp;P)</translation>
    </message>
    <message>
        <source>One on a line</source>
        <translation>一行一种</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>数量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>首日(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>末日(&amp;L)</translation>
    </message>
    <message>
        <source>Le&amp;gal note</source>
        <translation>法律依据(&amp;G)</translation>
    </message>
    <message>
        <source>Re&amp;mark</source>
        <translation>备注(&amp;M)</translation>
    </message>
    <message>
        <source>{law} bars or limits recommending it: no label is issued without a legal note.</source>
        <translation>{law}禁止或限制推荐这类产品：没有写明法律依据，不签发标识。</translation>
    </message>
    <message>
        <source>Name, pinyin or code</source>
        <translation>名称、拼音或信用代码</translation>
    </message>
    <message>
        <source>&amp;Restricted</source>
        <translation>限制类别(&amp;R)</translation>
    </message>
    <message>
        <source>Why it is permitted, or why it is no such product</source>
        <translation>为什么可以使用标识，或为什么不属于这类产品</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
</context>
<context>
    <name>AgreementsView</name>
    <message>
        <source>Agreements</source>
        <translation>使用协议</translation>
    </message>
    <message>
        <source>Agreement no. or company</source>
        <translation>协议编号或企业</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Back to the agreements</source>
        <translation>返回协议列表</translation>
    </message>
    <message>
        <source>Changed: agreement {number} of {company}.</source>
        <translation>已保存：{company}的协议 {number}。</translation>
    </message>
    <message>
        <source>Entered: agreement {number} of {company}.</source>
        <translation>已登记：{company}的协议 {number}。</translation>
    </message>
    <message>
        <source>No agreement yet</source>
        <translation>还没有使用协议</translation>
    </message>
    <message>
        <source>An agreement says which products of a company may carry labels, and how many.</source>
        <translation>协议写明一家企业的哪些产品可以用标识、一共多少枚。</translation>
    </message>
    <message>
        <source>New agreement</source>
        <translation>新协议</translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>Announcement &amp;no.</source>
        <translation>公告文号(&amp;N)</translation>
    </message>
    <message>
        <source>Announced &amp;on</source>
        <translation>公告日期(&amp;O)</translation>
    </message>
    <message>
        <source>Enter the announcement&apos;s number: certificates cite it.</source>
        <translation>请填写公告文号，证书上要引用它。</translation>
    </message>
    <message>
        <source>e.g. 2026年第12号</source>
        <translation>例如 2026年第12号</translation>
    </message>
    <message>
        <source>e.g. 2026-03-15</source>
        <translation>例如 2026-03-15</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message numerus="yes">
        <source>{first} (and %n more)</source>
        <translation>
            <numerusform>{first}（另有 %n 处）</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>去看看</translation>
    </message>
    <message>
        <source>The page as it was before</source>
        <translation>改动前的样子</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>AspectChips</name>
    <message>
        <source>Not saved yet</source>
        <translation>有修改未保存</translation>
    </message>
</context>
<context>
    <name>AspectsPanel</name>
    <message>
        <source>Details</source>
        <translation>资料</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Draft kept {time}</source>
        <translation>草稿已自动保存 {time}</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>Daily</source>
        <translation>每日自动</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>导入前</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>恢复前</translation>
    </message>
    <message>
        <source>Before an upgrade</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>After issuing</source>
        <translation>出证之后</translation>
    </message>
    <message>
        <source>After publishing</source>
        <translation>公布之后</translation>
    </message>
    <message>
        <source>Before a move</source>
        <translation>换新电脑之前</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Use the usual folder</source>
        <translation>改回默认文件夹</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份列表</translation>
    </message>
    <message>
        <source>Look at the chosen one…</source>
        <translation>查看选中的备份…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>立即备份(&amp;B)</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Change the folder…</source>
        <translation>更换文件夹…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Choose a backup and look at what it holds. Nothing changes before you confirm.</source>
        <translation>选一份备份，先看里面有什么。确认之前，什么都不会改动。</translation>
    </message>
    <message>
        <source>The last backup was made {when} and checked. One is made automatically every day.</source>
        <translation>最近一次备份：{when}，已检查完好。每天自动备份一次。</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made automatically every day.</source>
        <translation>还没有备份。每天会自动备份一次。</translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <translation>保存在 {folder}</translation>
    </message>
    <message>
        <source>The backup is made and checked.</source>
        <translation>备份已做好，检查完好。</translation>
    </message>
    <message>
        <source>Where backups are kept</source>
        <translation>选择存放备份的文件夹</translation>
    </message>
    <message>
        <source>Backups are kept there from now on. Those made so far stay where they are.</source>
        <translation>以后的备份存放在新文件夹，原有备份留在原处。</translation>
    </message>
    <message>
        <source>Restored. The records as they were before are kept as a backup too.</source>
        <translation>已恢复。恢复前的数据也另存了一份备份。</translation>
    </message>
    <message>
        <source>Second copy</source>
        <translation>第二份备份</translation>
    </message>
    <message>
        <source>The folder for backups is not there. Plug the stick in, or choose another folder. Until then the automatic ones are kept on this PC.</source>
        <translation>找不到备份文件夹。请插上U盘，或另选一个文件夹。在此之前，自动备份暂存在本机。</translation>
    </message>
    <message>
        <source>The folder for backups is there, but those made in it are not. Plug the stick in, or choose the folder again if you emptied it. Until then the automatic ones are kept on this PC.</source>
        <translation>备份文件夹还在，但原来的备份不在里面。请插上U盘；如果是您清空的，请重新选一次这个文件夹。在此之前，自动备份放在这台电脑上。</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>This batch</source>
        <translation>本批</translation>
    </message>
</context>
<context>
    <name>BatchDetail</name>
    <message>
        <source>Choose a batch from the list.</source>
        <translation>请在列表里选一个批次。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Sheets of the batch</source>
        <translation>批次里的每一张</translation>
    </message>
    <message>
        <source>Continue printing</source>
        <translation>继续打印</translation>
    </message>
    <message>
        <source>Spoiled…</source>
        <translation>登记损坏…</translation>
    </message>
    <message>
        <source>Print again from here…</source>
        <translation>从这一号起重印…</translation>
    </message>
    <message>
        <source>Seal register…</source>
        <translation>用印登记表…</translation>
    </message>
    <message>
        <source>Receipt list…</source>
        <translation>领取签收单…</translation>
    </message>
    <message>
        <source>{printer} · {when} · {staff}</source>
        <translation>{printer} · {when} · {staff}</translation>
    </message>
    <message>
        <source>Cancel the batch…</source>
        <translation>取消批次…</translation>
    </message>
    <message>
        <source>Sheets chosen below are named where you note spoiled ones or print again; or type numbers.</source>
        <translation>在下面选中的证书，登记损坏或重印时会先填好编号；也可以自己填写。</translation>
    </message>
    <message>
        <source>Picked up…</source>
        <translation>登记领取…</translation>
    </message>
    <message>
        <source>Another printer…</source>
        <translation>换打印机…</translation>
    </message>
    <message>
        <source>pre-printed</source>
        <translation>套打</translation>
    </message>
    <message>
        <source>Why this copy: {reason}</source>
        <translation>为什么再印：{reason}</translation>
    </message>
</context>
<context>
    <name>BatchWork</name>
    <message numerus="yes">
        <source>%n certificate(s) issued: {first} to {last}.</source>
        <translation>
            <numerusform>已出证 %Ln 张：{first} 至 {last}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificates {first} to {last}</source>
        <translation>证书 {first} 至 {last}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was numbered and nothing was changed.</source>
        <translation>已停止。没有编号，什么都没有改动。</translation>
    </message>
</context>
<context>
    <name>BatchesView</name>
    <message>
        <source>Label batches</source>
        <translation>标识批次</translation>
    </message>
    <message>
        <source>Batch, lot, product or company</source>
        <translation>批次、批号、产品或企业</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Back to the batches</source>
        <translation>返回批次列表</translation>
    </message>
    <message>
        <source>No labels yet</source>
        <translation>还没有签发标识</translation>
    </message>
    <message>
        <source>Labels are issued in batches, under an agreement. What became of each stands here.</source>
        <translation>标识按协议分批签发；每一批的去向都记在这里。</translation>
    </message>
    <message>
        <source>Issue labels</source>
        <translation>签发标识</translation>
    </message>
</context>
<context>
    <name>BatchesWork</name>
    <message>
        <source>The notice is on the clipboard.</source>
        <translation>停用通知已复制。</translation>
    </message>
    <message>
        <source>Noted: {kind}. {left} labels are left.</source>
        <translation>已登记：{kind}。结存 {left} 枚。</translation>
    </message>
    <message>
        <source>Batch {batch} is stopped. Send the notice to {company}.</source>
        <translation>批次 {batch} 已停用。请把停用通知发给{company}。</translation>
    </message>
    <message>
        <source>Stop notice {batch} {company}</source>
        <translation>停用通知 {batch} {company}</translation>
    </message>
    <message>
        <source>Save the notice</source>
        <translation>保存停用通知</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>已保存到 {path}。</translation>
    </message>
</context>
<context>
    <name>BeginForm</name>
    <message>
        <source>Name of the &amp;association</source>
        <translation>协会名称(&amp;A)</translation>
    </message>
    <message>
        <source>As on certificates</source>
        <translation>和证书上一致</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>您的姓名(&amp;Y)</translation>
    </message>
    <message>
        <source>Shown beside what you do</source>
        <translation>记在您做的每件事旁边</translation>
    </message>
    <message>
        <source>&amp;Backups go to</source>
        <translation>备份存到(&amp;B)</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>不填就和数据放在一起</translation>
    </message>
</context>
<context>
    <name>BenchHead</name>
    <message>
        <source>Wording</source>
        <translation>字句</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Back to the layouts</source>
        <translation>返回版式列表</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>退一步</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>进一步</translation>
    </message>
    <message>
        <source>Use it from now on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Whose page is shown</source>
        <translation>用哪家企业预览</translation>
    </message>
    <message>
        <source>Invented company</source>
        <translation>示例企业</translation>
    </message>
    <message>
        <source>Only what must be there</source>
        <translation>示例企业，只有必填项</translation>
    </message>
    <message>
        <source>Longest name</source>
        <translation>名称最长的</translation>
    </message>
    <message>
        <source>Shortest name</source>
        <translation>名称最短的</translation>
    </message>
    <message>
        <source>Rarest characters</source>
        <translation>用字最生僻的</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Waiting for review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>去审核</translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>去公告</translation>
    </message>
    <message>
        <source>Ready to issue</source>
        <translation>可出证</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>去出证</translation>
    </message>
    <message>
        <source>Certificates issued</source>
        <translation>已出证</translation>
    </message>
    <message>
        <source>See the register</source>
        <translation>看证书</translation>
    </message>
    <message>
        <source>Companies announced, year by year</source>
        <translation>历年已公告企业</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>接着做</translation>
    </message>
    <message>
        <source>Latest work</source>
        <translation>最近的操作</translation>
    </message>
    <message>
        <source>No backup was made yet. It will be kept in {folder}.</source>
        <translation>还没有备份。备份会保存在 {folder}。</translation>
    </message>
    <message>
        <source>The last backup is old ({when}). Make one now; it is kept in {folder}.</source>
        <translation>最近一次备份是 {when}，已经旧了。请现在备份一次，保存在 {folder}。</translation>
    </message>
    <message>
        <source>Backed up {when} to {folder} and checked.</source>
        <translation>{when} 已备份到 {folder}，检查完好。</translation>
    </message>
    <message>
        <source>See backups</source>
        <translation>查看备份</translation>
    </message>
    <message>
        <source>Ready to announce</source>
        <translation>已通过，未公告</translation>
    </message>
    <message>
        <source>The backup folder is not there: {folder}. Plug the stick in, or choose another folder.</source>
        <translation>找不到备份文件夹：{folder}。请插上U盘，或另选一个文件夹。</translation>
    </message>
    <message>
        <source>The backups are no longer in {folder}. Plug the stick in, or choose the folder again if you emptied it.</source>
        <translation>备份文件夹还在，但原来的备份不在里面：{folder}。请插上U盘；如果是您清空的，请重新选一次。</translation>
    </message>
</context>
<context>
    <name>Bring</name>
    <message>
        <source>Choose the &amp;file…</source>
        <translation>选文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Bring it here</source>
        <translation>放到这台电脑(&amp;B)</translation>
    </message>
    <message>
        <source>From the old PC</source>
        <translation>从旧电脑带来</translation>
    </message>
    <message>
        <source>Ba&amp;ck</source>
        <translation>返回(&amp;C)</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选文件</translation>
    </message>
    <message>
        <source>Insert the USB stick and choose the file that was made on the old PC, or drop it here.</source>
        <translation>插上U盘，选旧电脑上做的换机文件，也可以把文件拖到这里。</translation>
    </message>
    <message>
        <source>Files from the old PC</source>
        <translation>换机文件</translation>
    </message>
</context>
<context>
    <name>BulkEdit</name>
    <message>
        <source>Remark, added at the end</source>
        <translation>备注（在末尾追加）</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After, or why not</source>
        <translation>修改后／跳过原因</translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message>
        <source>What changes</source>
        <translation>修改内容</translation>
    </message>
    <message>
        <source>Change something else too</source>
        <translation>再改一项</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Show what changes</source>
        <translation>查看修改前后</translation>
    </message>
    <message numerus="yes">
        <source>Change %n company(ies)</source>
        <translation>
            <numerusform>修改 %Ln 家企业</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the companies</source>
        <translation>正在比较修改前后</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>将修改</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>跳过</translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as it is: nothing is different there.</source>
        <translation>
            <numerusform>%Ln 家内容本来就相同，保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changing the companies</source>
        <translation>正在修改企业</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) changed</source>
        <translation>
            <numerusform>已修改 %Ln 家企业</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calibrating</name>
    <message>
        <source>The ruler page went to {printer}. Measure the four lengths that it names and type them here.</source>
        <translation>标尺页已送往{printer}。按纸上的说明量四个长度，填在这里。</translation>
    </message>
    <message>
        <source>Ruler page</source>
        <translation>标尺页</translation>
    </message>
    <message>
        <source>Written to {path}. Print it at 100 per cent from the tray that is measured.</source>
        <translation>已写入 {path}。请用要校准的纸盒，按 100% 比例打印。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>CalibrationForm</name>
    <message>
        <source>&amp;Printer</source>
        <translation>打印机(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Tray</source>
        <translation>纸盒(&amp;T)</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>纸张(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Left edge to the cross (mm)</source>
        <translation>左边缘到十字（毫米）(&amp;L)</translation>
    </message>
    <message>
        <source>T&amp;op edge to the cross (mm)</source>
        <translation>上边缘到十字（毫米）(&amp;O)</translation>
    </message>
    <message>
        <source>Dot &amp;A to dot B (mm)</source>
        <translation>圆点 A 到 B（毫米）(&amp;B)</translation>
    </message>
    <message>
        <source>Dot &amp;C to dot D (mm)</source>
        <translation>圆点 C 到 D（毫米）(&amp;D)</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>Print the ruler page</source>
        <translation>打印标尺页</translation>
    </message>
    <message>
        <source>Keep the correction</source>
        <translation>保存校准</translation>
    </message>
    <message>
        <source>Print uncorrected again</source>
        <translation>取消校准</translation>
    </message>
    <message>
        <source>Each printer puts a page a little beside its place. Print the ruler page on the paper and from the tray that you use, measure the four lengths it names, and type them here. Everything printed there is corrected from then on; files that you save are not.</source>
        <translation>每台打印机印出来都会偏一点。用平时的纸和纸盒打印一张标尺页，按纸上的说明量四个长度，填在这里。以后从这个纸盒印出来的都会校准；保存成文件的不受影响。</translation>
    </message>
    <message>
        <source>Back to printing</source>
        <translation>返回打印</translation>
    </message>
    <message>
        <source>Calibrate a printer</source>
        <translation>校准打印机</translation>
    </message>
    <message>
        <source>Kept. Print the ruler page once more: the four lengths should be right now.</source>
        <translation>已保存。请再打印一张标尺页核对，四个长度应当都准了。</translation>
    </message>
    <message>
        <source>So far: {correction}</source>
        <translation>现在：{correction}</translation>
    </message>
    <message>
        <source>Lengths are numbers of millimetres, such as 148.3.</source>
        <translation>请填写毫米数，例如 148.3。</translation>
    </message>
    <message>
        <source>From now on: {correction}</source>
        <translation>保存后：{correction}</translation>
    </message>
    <message>
        <source>Ruler page as PDF…</source>
        <translation>标尺页存为 PDF 文件…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>A correction is kept for a printer of this PC: none is found yet.</source>
        <translation>校准要记在这台电脑的打印机名下：还没有找到打印机。</translation>
    </message>
    <message numerus="yes">
        <source>Type all four lengths to keep a correction; %n missing.</source>
        <translation>
            <numerusform>四个长度都填上才能保存校准，还差 %n 个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignDrafts</name>
    <message>
        <source>About the year</source>
        <translation>活动资料</translation>
    </message>
    <message>
        <source>Pledge clauses</source>
        <translation>承诺条款</translation>
    </message>
    <message>
        <source>Open the year {year}</source>
        <translation>开启 {year} 年度</translation>
    </message>
</context>
<context>
    <name>CampaignForm</name>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Edition</source>
        <translation>届次(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Organisers</source>
        <translation>主办单位(&amp;O)</translation>
    </message>
    <message>
        <source>One per line</source>
        <translation>每行一项</translation>
    </message>
    <message>
        <source>&amp;Joint organisers</source>
        <translation>联合主办(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Supporters</source>
        <translation>支持单位(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Invitation notice</source>
        <translation>通知文号(&amp;I)</translation>
    </message>
    <message>
        <source>Applications &amp;until</source>
        <translation>报名截止(&amp;U)</translation>
    </message>
    <message>
        <source>Announcement &amp;no.</source>
        <translation>公告文号(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Announced on</source>
        <translation>公告日期(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Display from</source>
        <translation>展示起始日(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Valid for (years)</source>
        <translation>有效年数(&amp;V)</translation>
    </message>
    <message>
        <source>e.g. 2026-02-28</source>
        <translation>例如 2026-02-28</translation>
    </message>
    <message>
        <source>e.g. 2026年第12号</source>
        <translation>例如 2026年第12号</translation>
    </message>
    <message>
        <source>e.g. 2026-03-15</source>
        <translation>例如 2026-03-15</translation>
    </message>
</context>
<context>
    <name>CampaignPage</name>
    <message>
        <source>Open a new year</source>
        <translation>开启新年度</translation>
    </message>
    <message>
        <source>Progress and roster</source>
        <translation>进展与名单</translation>
    </message>
    <message>
        <source>About the year</source>
        <translation>活动资料</translation>
    </message>
    <message>
        <source>Pledge clauses</source>
        <translation>承诺条款</translation>
    </message>
    <message>
        <source>Open a year first. Then bring companies in, review their pledges, announce and issue.</source>
        <translation>先开启年度，再让企业加入、审核承诺、公告、出证。</translation>
    </message>
    <message>
        <source>Open a year</source>
        <translation>开启年度</translation>
    </message>
    <message>
        <source>No campaign year is open yet</source>
        <translation>还没有开启任何年度</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>{year} 年</translation>
    </message>
    <message>
        <source>edition {number}</source>
        <translation>第 {number} 届</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies)</source>
        <translation>
            <numerusform>%Ln 家企业</numerusform>
        </translation>
    </message>
    <message>
        <source>applications until {day}</source>
        <translation>报名截至 {day}</translation>
    </message>
    <message>
        <source>Company forms</source>
        <translation>企业回表</translation>
    </message>
    <message>
        <source>From last year</source>
        <translation>沿用上年</translation>
    </message>
    <message>
        <source>Invite and chase</source>
        <translation>邀请与催办</translation>
    </message>
    <message>
        <source>Review desk</source>
        <translation>审核台</translation>
    </message>
</context>
<context>
    <name>CampaignWork</name>
    <message>
        <source>Moving companies on</source>
        <translation>正在变更阶段</translation>
    </message>
    <message>
        <source>Announcing</source>
        <translation>正在公告</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) are now at &quot;{stage}&quot;.</source>
        <translation>
            <numerusform>%Ln 家企业已变为“{stage}”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) were passed over: {names}</source>
        <translation>
            <numerusform>%Ln 家企业没有变更：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>{year} is open. Now bring the companies in.</source>
        <translation>{year} 年已开启。接下来请让企业加入。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Saved as a new version.</source>
        <translation>已存为新的一版。</translation>
    </message>
    <message numerus="yes">
        <source>Version {version} of the roster is published: %n company(ies).</source>
        <translation>
            <numerusform>名单第 {version} 版已公布，共 %Ln 家企业。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the roster</source>
        <translation>导出名单</translation>
    </message>
    <message numerus="yes">
        <source>The roster (%n company(ies)) is in {file}.</source>
        <translation>
            <numerusform>名单（%Ln 家企业）已写入 {file}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Certificates will say &quot;on display from {day}&quot;, which is before the announcement of {announced}.</source>
        <translation>证书上会写“自{day}起公告展示”，早于公告日期{announced}，请核对。</translation>
    </message>
    <message>
        <source>About the year</source>
        <translation>活动资料</translation>
    </message>
    <message>
        <source>Stopped. Nobody was moved on.</source>
        <translation>已停止，没有一家被改动。</translation>
    </message>
    <message>
        <source>Rosters show these columns from now on.</source>
        <translation>以后的名单都显示这些列。</translation>
    </message>
    <message>
        <source>Roster {year}</source>
        <translation>{year}年承诺企业名单</translation>
    </message>
    <message>
        <source>Stopped. Nothing was published.</source>
        <translation>已停止，没有公布名单。</translation>
    </message>
    <message>
        <source>Publishing the roster</source>
        <translation>公布名单</translation>
    </message>
    <message>
        <source>Announcement {year}</source>
        <translation>{year}年公告</translation>
    </message>
    <message>
        <source>Write the announcement</source>
        <translation>生成公告</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Page layout</source>
        <translation>版面</translation>
    </message>
</context>
<context>
    <name>CertificateDetail</name>
    <message>
        <source>Choose a certificate from the list.</source>
        <translation>请在列表中选一张证书。</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Make the PDF</source>
        <translation>生成 PDF</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>换发…</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>{state} on {day}: {reason}</source>
        <translation>{day} {state}：{reason}</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>撤销(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>Number</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>出证日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>生成次数</translation>
    </message>
    <message>
        <source>In this state since</source>
        <translation>状态起始日</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>换发为</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>寄送</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Issue certificates</source>
        <translation>出证</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>出证 %Ln 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>{year} 年</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%Ln 张证书</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) wait for one</source>
        <translation>
            <numerusform>%Ln 家企业待出证</numerusform>
        </translation>
    </message>
    <message>
        <source>Print batches</source>
        <translation>打印批次</translation>
    </message>
    <message>
        <source>Make files</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Something is still being done. Issue when it is finished.</source>
        <translation>还有工作正在进行，请等它完成后再出证。</translation>
    </message>
    <message>
        <source>Nobody waits for a certificate: all announced companies of {year} have one.</source>
        <translation>没有等待出证的企业：{year}年已公告的企业都已出证。</translation>
    </message>
    <message>
        <source>Go to the campaign</source>
        <translation>去主题活动</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>寄送</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>Printer calibration</source>
        <translation>打印机校准</translation>
    </message>
</context>
<context>
    <name>Changing</name>
    <message>
        <source>Change them…</source>
        <translation>批量修改…</translation>
    </message>
    <message>
        <source>Select the companies first: Ctrl+A selects all, Shift and Ctrl some.</source>
        <translation>请先选中企业：Ctrl+A 全选，按住 Shift 或 Ctrl 点选多家。</translation>
    </message>
    <message>
        <source>What you typed for many companies is kept. Select the companies, then “Change them…”.</source>
        <translation>上次批量修改时填写的内容还在。请选中企业，再点“批量修改…”。</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>All industries</source>
        <translation>全部行业</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>还没有可显示的内容。</translation>
    </message>
    <message>
        <source>Copy the picture: {title}</source>
        <translation>复制图片：{title}</translation>
    </message>
    <message>
        <source>Save the picture: {title}</source>
        <translation>保存图片：{title}</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>{number} – open the list</source>
        <translation>{number}（打开名单）</translation>
    </message>
</context>
<context>
    <name>ChaseList</name>
    <message>
        <source>Name, pinyin or code</source>
        <translation>名称、拼音、编号或代码</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>With contacts (noted)</source>
        <translation>含联系人（会记录）</translation>
    </message>
    <message>
        <source>Contacts are personal data: who takes them out is noted in the history.</source>
        <translation>联系人属于个人信息：谁导出了会记入历史。</translation>
    </message>
    <message>
        <source>Companies to chase</source>
        <translation>需要催办的企业</translation>
    </message>
    <message>
        <source>No company is on this list.</source>
        <translation>这个名单里没有企业。</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少哪一项</translation>
    </message>
    <message>
        <source>Whatever is missing</source>
        <translation>缺项：不限</translation>
    </message>
    <message>
        <source>When they were reminded</source>
        <translation>催办情况</translation>
    </message>
    <message>
        <source>Reminded or not</source>
        <translation>催办：不限</translation>
    </message>
    <message>
        <source>Never reminded</source>
        <translation>从未催办</translation>
    </message>
    <message>
        <source>Not in the last 7 days</source>
        <translation>7 天内未催办</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Invite %n</source>
        <translation>
            <numerusform>邀请 %Ln 家(&amp;I)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>E&amp;xport the list of %n</source>
        <translation>
            <numerusform>导出 %Ln 家的名单(&amp;X)</numerusform>
        </translation>
    </message>
    <message>
        <source>Pledge owed</source>
        <translation>未交或退回</translation>
    </message>
    <message>
        <source>Not invited</source>
        <translation>未邀请</translation>
    </message>
    <message>
        <source>Invited, no answer</source>
        <translation>已邀请未交</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回补正</translation>
    </message>
    <message>
        <source>Papers incomplete</source>
        <translation>已交缺材料</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>已等天数</translation>
    </message>
    <message>
        <source>Last reminded</source>
        <translation>上次催办</translation>
    </message>
    <message>
        <source>Show all of them</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>名称或代码</translation>
    </message>
    <message>
        <source>Letters and labels</source>
        <translation>信函与标签</translation>
    </message>
</context>
<context>
    <name>ChaseView</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Copied: the text for {name}</source>
        <translation>已复制发给{name}的文字</translation>
    </message>
    <message numerus="yes">
        <source>Reminders noted: %n</source>
        <translation>
            <numerusform>已登记催办：%Ln 家</numerusform>
        </translation>
    </message>
    <message>
        <source>Invited {year}.xlsx</source>
        <translation>邀请名单{year}.xlsx</translation>
    </message>
    <message>
        <source>List of those invited</source>
        <translation>邀请名单</translation>
    </message>
    <message numerus="yes">
        <source>Invited: %n. The list for their letters is in {file}.</source>
        <translation>
            <numerusform>已邀请 %Ln 家，邮件合并名单在 {file}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message numerus="yes">
        <source>Invited: %n</source>
        <translation>
            <numerusform>已邀请 %Ln 家</numerusform>
        </translation>
    </message>
    <message>
        <source>Chase list {year}.xlsx</source>
        <translation>催办名单{year}.xlsx</translation>
    </message>
    <message>
        <source>Export the chase list</source>
        <translation>导出催办名单</translation>
    </message>
    <message numerus="yes">
        <source>The list of %n company(ies) is in {file}.</source>
        <translation>
            <numerusform>%Ln 家企业的名单在 {file}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters and labels</source>
        <translation>信函与标签</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Companies that get no certificate yet</source>
        <translation>暂不能出证的企业</translation>
    </message>
    <message>
        <source>Open the company</source>
        <translation>打开企业</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>These get no certificate yet:</source>
        <translation>以下企业暂不能出证：</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) can be issued a certificate.</source>
        <translation>
            <numerusform>%Ln 家企业可以出证。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are stopped and will be left out; nothing is numbered for them.</source>
        <translation>
            <numerusform>%Ln 家没有通过检查，这次不出证，也不占编号。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>Companies without a certificate</source>
        <translation>待出证企业</translation>
    </message>
    <message>
        <source>All waiting</source>
        <translation>全部待出证企业</translation>
    </message>
    <message>
        <source>Only some</source>
        <translation>只选一部分</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) chosen.</source>
        <translation>
            <numerusform>已选 %Ln 家企业。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl or Shift with a click chooses several.</source>
        <translation>按住 Ctrl 或 Shift 点选可选多家。</translation>
    </message>
    <message>
        <source>Company, pinyin or credit code</source>
        <translation>企业名称、拼音首字母或信用代码</translation>
    </message>
    <message>
        <source>Announced and without a certificate, in the order of the roster: numbers follow it.</source>
        <translation>已公告、还没有证书的企业，按名单顺序排列，编号也按这个顺序。</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>全部不选</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen, {away} of them not in the list as it is now.</source>
        <translation>
            <numerusform>已选 %n 家，其中 {away} 家不在当前列表中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsPanel</name>
    <message>
        <source>The association would answer for such words itself (Product Quality Law art. 58, Consumer Protection Law art. 45). Reword them, or write down why they are needed; without that the layout cannot be used.</source>
        <translation>协会要对这样的说法自己负责（产品质量法第五十八条、消费者权益保护法第四十五条）。请改写；确需使用的，请写明理由，否则这份版式不能启用。</translation>
    </message>
    <message>
        <source>“{other}” over “{name}”</source>
        <translation>“{other}”盖住“{name}”</translation>
    </message>
    <message>
        <source>What lies over a text hides a part of it on paper. Move it, or write down why it has to be so; without that the layout cannot be used.</source>
        <translation>压在文字上的东西会盖住一部分文字，印出来看不全。请移开，或写明为什么要这样；不写明，版式不能启用。</translation>
    </message>
    <message>
        <source>What was asked for is written down: the layout can be used.</source>
        <translation>理由已写明，可以启用。</translation>
    </message>
</context>
<context>
    <name>ClauseLine</name>
    <message>
        <source>Short, as printed on the certificate</source>
        <translation>简称，印在证书上</translation>
    </message>
    <message>
        <source>In full, as in the pledge letter</source>
        <translation>全文，印在承诺书上</translation>
    </message>
    <message>
        <source>Clause {number}, short</source>
        <translation>第 {number} 条简称</translation>
    </message>
    <message>
        <source>Clause {number}, in full</source>
        <translation>第 {number} 条全文</translation>
    </message>
    <message>
        <source>Remove clause {number}</source>
        <translation>删去第 {number} 条</translation>
    </message>
</context>
<context>
    <name>ClausesPreview</name>
    <message>
        <source>On the certificate</source>
        <translation>证书上的样子</translation>
    </message>
    <message>
        <source>The page as it was before</source>
        <translation>改动前的样子</translation>
    </message>
</context>
<context>
    <name>ClausesView</name>
    <message>
        <source>Add a clause</source>
        <translation>添加一条</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>存为新的一版</translation>
    </message>
    <message>
        <source>Each clause has a short text, printed on the certificate, and a full one for the pledge letter. A change becomes a new version; pledges that were signed on an earlier one keep it.</source>
        <translation>每条分简称和全文：简称印在证书上，全文用于承诺书。修改后成为新的一版，已按旧版签署的承诺书不受影响。</translation>
    </message>
</context>
<context>
    <name>CodeChecking</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Looking for the code</source>
        <translation>正在查找防伪码</translation>
    </message>
</context>
<context>
    <name>CodePart</name>
    <message>
        <source>20 characters below the coating</source>
        <translation>20 位，刮开涂层就看到</translation>
    </message>
    <message>
        <source>Check the code</source>
        <translation>查验防伪码</translation>
    </message>
    <message>
        <source>&amp;Hidden code</source>
        <translation>刮开的防伪码(&amp;H)</translation>
    </message>
</context>
<context>
    <name>CollectCard</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>2. Take returned forms in</source>
        <translation>二、收回回表</translation>
    </message>
    <message>
        <source>Drop the folder of returned forms here</source>
        <translation>把装有回表的文件夹拖到这里</translation>
    </message>
    <message>
        <source>Several files or a .zip will do too. Nothing is written before you press Import.</source>
        <translation>也可以拖入几个文件或一个压缩包（.zip）。先看再导入，点“导入”之前不会写入任何内容。</translation>
    </message>
    <message>
        <source>Choose the folder of returned forms</source>
        <translation>选择装有回表的文件夹</translation>
    </message>
    <message>
        <source>Returned forms</source>
        <translation>回表</translation>
    </message>
    <message>
        <source>Choose returned forms</source>
        <translation>选择回表</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>其他颜色…</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Columns of the roster</source>
        <translation>名单的列</translation>
    </message>
    <message>
        <source>Tick what the roster shows; Space ticks, Ctrl with ↑ ↓ moves. Published rosters stay as they are: only what an export shows of them changes.</source>
        <translation>勾选名单显示的列：空格键勾选，Ctrl+↑ ↓ 移动。已公布的名单不变，变的只是导出时显示哪些列。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>常用的列</translation>
    </message>
    <message>
        <source>Keep these columns</source>
        <translation>保留这些列</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Space shows or hides, Ctrl with ↑ ↓ moves</source>
        <translation>空格键显示或隐藏，Ctrl+↑↓ 调整顺序</translation>
    </message>
    <message>
        <source>Restore the default columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Sheet: {name}</source>
        <translation>工作表：{name}</translation>
    </message>
    <message>
        <source>Column of the list</source>
        <translation>名单里的栏目</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>前几行内容</translation>
    </message>
    <message>
        <source>Import as</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>(no header)</source>
        <translation>（没有表头）</translation>
    </message>
    <message>
        <source>Import {header} as</source>
        <translation>“{header}”导入为</translation>
    </message>
    <message>
        <source>Say which column holds the company name.</source>
        <translation>请指明哪一栏是企业名称。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New company or pledge</source>
        <translation>新建企业或承诺</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>Review what came in</source>
        <translation>审核材料</translation>
    </message>
    <message>
        <source>Who has not answered</source>
        <translation>谁还没有提交承诺</translation>
    </message>
    <message>
        <source>Open a year</source>
        <translation>开启年度</translation>
    </message>
    <message>
        <source>About the year</source>
        <translation>活动资料</translation>
    </message>
    <message>
        <source>Pledge clauses</source>
        <translation>承诺条款</translation>
    </message>
    <message>
        <source>Export the roster</source>
        <translation>导出名单</translation>
    </message>
    <message>
        <source>Issue a batch of certificates</source>
        <translation>出证</translation>
    </message>
    <message>
        <source>Print certificates</source>
        <translation>打印证书</translation>
    </message>
    <message>
        <source>Verify a certificate</source>
        <translation>查验证书</translation>
    </message>
    <message>
        <source>Undo the latest change</source>
        <translation>撤回上一步</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Change the operator</source>
        <translation>更换操作人</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Standard text size</source>
        <translation>标准字号</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>大字号</translation>
    </message>
    <message>
        <source>Extra large text</source>
        <translation>特大字号</translation>
    </message>
    <message>
        <source>What certificates say</source>
        <translation>协会资料和证书内容</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>Second copy on a stick</source>
        <translation>U盘第二份备份</translation>
    </message>
    <message>
        <source>To a new PC</source>
        <translation>换新电脑</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新功能</translation>
    </message>
    <message>
        <source>Leave the sample data and begin</source>
        <translation>开始正式使用</translation>
    </message>
    <message>
        <source>New company from a pasted message</source>
        <translation>粘贴识别，新增企业</translation>
    </message>
    <message>
        <source>Paste rows from Excel</source>
        <translation>粘贴 Excel 中的行</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>查找重复</translation>
    </message>
    <message>
        <source>Change many companies at once</source>
        <translation>批量修改</translation>
    </message>
    <message>
        <source>Narrow the list of companies</source>
        <translation>按条件筛选企业</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>保存当前筛选</translation>
    </message>
    <message>
        <source>Export the list of companies</source>
        <translation>导出企业列表</translation>
    </message>
    <message>
        <source>Review one after another beside the original</source>
        <translation>对照原件逐家审核</translation>
    </message>
    <message>
        <source>Invite and chase</source>
        <translation>邀请与催办</translation>
    </message>
    <message>
        <source>Bring last year&apos;s companies in</source>
        <translation>沿用上年企业</translation>
    </message>
    <message>
        <source>Company forms</source>
        <translation>企业回表</translation>
    </message>
    <message>
        <source>Make PDF files of certificates</source>
        <translation>生成证书文件</translation>
    </message>
    <message>
        <source>Electronic packages</source>
        <translation>电子版一键打包</translation>
    </message>
    <message>
        <source>Print batches</source>
        <translation>打印批次</translation>
    </message>
    <message>
        <source>The year in numbers</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>One-page briefing</source>
        <translation>给领导的一页</translation>
    </message>
    <message>
        <source>Year archive</source>
        <translation>年度归档包</translation>
    </message>
    <message>
        <source>Settings of members</source>
        <translation>会员设置</translation>
    </message>
    <message>
        <source>Texts that are sent</source>
        <translation>文字模板</translation>
    </message>
    <message>
        <source>Settings of this PC</source>
        <translation>本机设置</translation>
    </message>
    <message>
        <source>Issuing passphrase</source>
        <translation>发证口令</translation>
    </message>
    <message>
        <source>What is not saved yet</source>
        <translation>未保存的内容</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Layouts and wording of certificates</source>
        <translation>证书版式和字句</translation>
    </message>
    <message>
        <source>Dispatch of certificates</source>
        <translation>证书寄送</translation>
    </message>
    <message>
        <source>Reconcile certificates</source>
        <translation>证书对账</translation>
    </message>
    <message>
        <source>Agreements on labels</source>
        <translation>使用协议</translation>
    </message>
    <message>
        <source>New agreement on labels</source>
        <translation>登记使用协议</translation>
    </message>
    <message>
        <source>Batches of labels</source>
        <translation>标识批次</translation>
    </message>
    <message>
        <source>Issue a batch of labels</source>
        <translation>签发标识</translation>
    </message>
    <message>
        <source>Calibrate a printer</source>
        <translation>校准打印机</translation>
    </message>
    <message>
        <source>Letters and labels</source>
        <translation>信函与标签</translation>
    </message>
    <message>
        <source>Make the announcement</source>
        <translation>生成公告</translation>
    </message>
    <message>
        <source>Publish the check pages</source>
        <translation>公布查验网页</translation>
    </message>
    <message>
        <source>Suspicious labels</source>
        <translation>可疑标识</translation>
    </message>
    <message>
        <source>Import a website&apos;s records of visits</source>
        <translation>导入网站访问记录</translation>
    </message>
    <message>
        <source>Check a hidden code</source>
        <translation>查验防伪码</translation>
    </message>
    <message>
        <source>Issuance register</source>
        <translation>签发登记簿</translation>
    </message>
</context>
<context>
    <name>CompaniesPage</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>No companies yet</source>
        <translation>还没有企业</translation>
    </message>
    <message>
        <source>Drop an Excel or CSV list here, or choose one. Nothing is written before you have seen it.</source>
        <translation>把 Excel 或 CSV 名单拖到这里，或选择一个文件。先看结果，再导入。</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies)</source>
        <translation>
            <numerusform>%Ln 家企业</numerusform>
        </translation>
    </message>
    <message>
        <source>{companies} · year {year}</source>
        <translation>{companies} · {year} 年度</translation>
    </message>
</context>
<context>
    <name>CompanyActions</name>
    <message numerus="yes">
        <source>Approved: %n</source>
        <translation>
            <numerusform>审核通过 %Ln 家。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Returned for correction: %n</source>
        <translation>
            <numerusform>退回补正 %Ln 家。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought in: %n</source>
        <translation>
            <numerusform>加入 %Ln 家。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>没有需要改动的。</translation>
    </message>
    <message numerus="yes">
        <source>%n more were left as they are.</source>
        <translation>
            <numerusform>另有 %Ln 家没有改动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pledges entered, now in review: %n</source>
        <translation>
            <numerusform>已录入 %Ln 家的承诺，等待审核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Membership renewed: %n</source>
        <translation>
            <numerusform>已续会员期：%Ln 家</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them awaits a pledge. Companies that do not take part are brought in first.</source>
        <translation>所选企业都不用录入承诺；还没参加的，请先加入本年度。</translation>
    </message>
    <message>
        <source>Notices…</source>
        <translation>补正通知…</translation>
    </message>
</context>
<context>
    <name>CompanyAspects</name>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>历程</translation>
    </message>
</context>
<context>
    <name>CompanyFilters</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回补正</translation>
    </message>
    <message>
        <source>No credit code</source>
        <translation>缺信用代码</translation>
    </message>
    <message>
        <source>Not taking part</source>
        <translation>未参加</translation>
    </message>
    <message>
        <source>Ready to issue</source>
        <translation>可出证</translation>
    </message>
    <message>
        <source>Pledge awaited</source>
        <translation>未交承诺</translation>
    </message>
    <message>
        <source>With a certificate</source>
        <translation>有证书</translation>
    </message>
    <message>
        <source>Without a certificate</source>
        <translation>无证书</translation>
    </message>
    <message>
        <source>Has been issued</source>
        <translation>已出证</translation>
    </message>
    <message>
        <source>Waiting for a certificate</source>
        <translation>等待出证</translation>
    </message>
    <message>
        <source>Taking part</source>
        <translation>已参加</translation>
    </message>
    <message>
        <source>No province</source>
        <translation>缺省份</translation>
    </message>
    <message>
        <source>No industry</source>
        <translation>缺行业</translation>
    </message>
    <message>
        <source>No legal representative</source>
        <translation>缺法定代表人</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>缺地址</translation>
    </message>
    <message>
        <source>No hotline</source>
        <translation>缺服务热线</translation>
    </message>
    <message>
        <source>No website</source>
        <translation>缺网址</translation>
    </message>
    <message>
        <source>No contact person</source>
        <translation>缺联系人</translation>
    </message>
</context>
<context>
    <name>CompanyForm</name>
    <message>
        <source>Company &amp;name *</source>
        <translation>企业名称 *(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Credit code</source>
        <translation>信用代码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Short name</source>
        <translation>简称(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Former names</source>
        <translation>曾用名(&amp;F)</translation>
    </message>
    <message>
        <source>One per line</source>
        <translation>每行一项</translation>
    </message>
    <message>
        <source>&amp;Member no.</source>
        <translation>会员编号(&amp;M)</translation>
    </message>
    <message>
        <source>Member &amp;tier</source>
        <translation>会员级别(&amp;T)</translation>
    </message>
    <message>
        <source>Legal &amp;representative</source>
        <translation>法定代表人(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Province</source>
        <translation>省份(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;ity</source>
        <translation>城市(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>In&amp;dustry</source>
        <translation>行业(&amp;D)</translation>
    </message>
    <message>
        <source>Public &amp;hotline</source>
        <translation>公开电话(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Website</source>
        <translation>网址(&amp;W)</translation>
    </message>
    <message>
        <source>Remar&amp;k</source>
        <translation>备注(&amp;K)</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>更多资料</translation>
    </message>
</context>
<context>
    <name>CompanyList</name>
    <message>
        <source>Certificate no.</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Member no.</source>
        <translation>会员编号</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Pledge</source>
        <translation>承诺状态</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已出证</translation>
    </message>
    <message>
        <source>Not taking part</source>
        <translation>未参加</translation>
    </message>
    <message>
        <source>At this stage since</source>
        <translation>阶段起始日</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Former names</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>服务热线</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>会员状态</translation>
    </message>
</context>
<context>
    <name>CompanyPart</name>
    <message numerus="yes">
        <source>More details (%n filled)</source>
        <translation>
            <numerusform>更多资料（已填 %Ln 项）</numerusform>
        </translation>
    </message>
    <message>
        <source>More details</source>
        <translation>更多资料</translation>
    </message>
</context>
<context>
    <name>ContactLine</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
</context>
<context>
    <name>ContactsPart</name>
    <message>
        <source>Show contacts</source>
        <translation>显示联系人</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Contacts (personal data)</source>
        <translation>联系人（个人信息）</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s), hidden. Looking is logged.</source>
        <translation>
            <numerusform>有 %Ln 位联系人，已隐藏。查看会留下记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Rows to decide are left out unless you say otherwise:</source>
        <translation>待决定的行，不处理就跳过：</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>应用到全部</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Merge into the known company</source>
        <translation>并入已有企业</translation>
    </message>
    <message>
        <source>Import as a separate company</source>
        <translation>作为另一家企业导入</translation>
    </message>
    <message>
        <source>Rename anyway</source>
        <translation>确认更名</translation>
    </message>
    <message>
        <source>These are renamed, the old name is kept as a former one:</source>
        <translation>这些企业将更名，原名称记为曾用名：</translation>
    </message>
</context>
<context>
    <name>DeskCalls</name>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>DeskLists</name>
    <message>
        <source>Company</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>出证日期</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>查了什么</translation>
    </message>
    <message>
        <source>Verdict then</source>
        <translation>当时的结论</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Label {number}</source>
        <translation>标识 {number}</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>On the telephone: a number, its last digits, a name, or a scanned code.</source>
        <translation>接电话时用：输入编号、编号后几位、企业名称，或扫码。</translation>
    </message>
    <message>
        <source>Number, last digits, name or pinyin</source>
        <translation>编号、后几位、企业名称或拼音</translation>
    </message>
    <message>
        <source>&amp;Open a picture or PDF…</source>
        <translation>打开图片或 PDF(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a picture or PDF</source>
        <translation>打开图片或 PDF</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Copied. Paste it into your answer.</source>
        <translation>已复制，可以粘贴到回复里。</translation>
    </message>
    <message>
        <source>&amp;Export the log…</source>
        <translation>导出查验登记(&amp;E)…</translation>
    </message>
    <message>
        <source>Choose a certificate with ↑ ↓ and Enter first, then F8.</source>
        <translation>请先用 ↑ ↓ 和回车选定一张证书，再按 F8。</translation>
    </message>
    <message>
        <source>This check is entered already. For another caller, ask again first.</source>
        <translation>本次查验已经登记。换一位来电人，请先重新查询。</translation>
    </message>
</context>
<context>
    <name>DeskView</name>
    <message>
        <source>Print batches</source>
        <translation>打印批次</translation>
    </message>
    <message>
        <source>Back to the batches</source>
        <translation>返回批次列表</translation>
    </message>
    <message>
        <source>Nothing was printed yet</source>
        <translation>还没有打印过</translation>
    </message>
    <message>
        <source>Certificates go to a printer in batches; what became of every sheet stands here.</source>
        <translation>证书按批次送往打印机；每一张打印得怎样都记在这里。</translation>
    </message>
    <message>
        <source>Print certificates…</source>
        <translation>打印证书…</translation>
    </message>
</context>
<context>
    <name>DetailView</name>
    <message>
        <source>Undo this</source>
        <translation>撤回这一步</translation>
    </message>
    <message>
        <source>Choose an action to see what it changed</source>
        <translation>选一条记录，查看改了什么</translation>
    </message>
    <message>
        <source>No field of a record was changed.</source>
        <translation>没有改动资料。</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>DetailsForm</name>
    <message>
        <source>Write the edition as a whole number, for example 27.</source>
        <translation>届次请写成整数，例如 27。</translation>
    </message>
    <message>
        <source>Certificates are valid for one to five whole years.</source>
        <translation>证书有效期为 1 至 5 年，请写整数。</translation>
    </message>
</context>
<context>
    <name>DetailsView</name>
    <message>
        <source>Save the campaign</source>
        <translation>保存活动资料</translation>
    </message>
</context>
<context>
    <name>DifferencesPanel</name>
    <message>
        <source>I have read all of them</source>
        <translation>以上各处我都看过</translation>
    </message>
    <message>
        <source>Publish despite the differences</source>
        <translation>仍然公布</translation>
    </message>
    <message>
        <source>Go to the check-up</source>
        <translation>去体检处理</translation>
    </message>
    <message>
        <source>Do not publish</source>
        <translation>先不公布</translation>
    </message>
    <message numerus="yes">
        <source>The records differ from the register in %n place(s). Nothing was published.</source>
        <translation>
            <numerusform>资料与签发登记有 %n 处不一致，没有公布。</numerusform>
        </translation>
    </message>
    <message>
        <source>Have the administrator find out why first. What is published then is what stands here now.</source>
        <translation>请先让管理员查明原因。仍然公布的话，别人看到的就是现在这份资料。</translation>
    </message>
</context>
<context>
    <name>Differing</name>
    <message>
        <source>{field} &quot;{text}&quot;</source>
        <translation>{field}“{text}”</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>In the records now: {fields}</source>
        <translation>记录中现为：{fields}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>DispatchPreview</name>
    <message>
        <source>Rows of the list</source>
        <translation>清单各行</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不登记了</translation>
    </message>
    <message numerus="yes">
        <source>Note %n row(s)</source>
        <translation>
            <numerusform>登记 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns that are not used: {names}</source>
        <translation>没有用到的列：{names}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message numerus="yes">
        <source>Note %n row(s), {doubtful} with a remark</source>
        <translation>
            <numerusform>登记 %Ln 行（{doubtful} 行有提示）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>Settings · {name}</source>
        <translation>设置 · {name}</translation>
    </message>
    <message>
        <source>Announcement · {name}</source>
        <translation>公告 · {name}</translation>
    </message>
    <message>
        <source>Verification desk · {name}</source>
        <translation>查验台 · {name}</translation>
    </message>
    <message>
        <source>Certificate · {name}</source>
        <translation>证书 · {name}</translation>
    </message>
    <message>
        <source>List to import · {name}</source>
        <translation>导入名单 · {name}</translation>
    </message>
    <message>
        <source>Reason for returning · {name}</source>
        <translation>退回原因 · {name}</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>新建企业</translation>
    </message>
    <message>
        <source>Agreement on labels · {name}</source>
        <translation>使用协议 · {name}</translation>
    </message>
    <message>
        <source>New batch of labels · {name}</source>
        <translation>签发标识 · {name}</translation>
    </message>
    <message>
        <source>Batch of labels · {name}</source>
        <translation>标识批次 · {name}</translation>
    </message>
    <message>
        <source>Label sheet</source>
        <translation>标签纸</translation>
    </message>
    <message>
        <source>Layout · {name}</source>
        <translation>版式 · {name}</translation>
    </message>
</context>
<context>
    <name>DraftedView</name>
    <message>
        <source>This was not saved yet. Save it, or discard it.</source>
        <translation>这些内容还没有保存。请保存，或放弃。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Not saved yet: {name}</source>
        <translation>还没有保存：{name}</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>新建企业</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>回去</translation>
    </message>
    <message>
        <source>Typed for {year} on {time} and not saved.</source>
        <translation>{time} 为 {year} 年填写的内容还没有保存。</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Typed on {time} and not saved yet. Save it, or discard it.</source>
        <translation>这是 {time} 填写、还没有保存的内容。请保存，或者放弃修改。</translation>
    </message>
    <message>
        <source>Not saved yet: this record was changed elsewhere meanwhile. What you typed is shown over it as it is now. Compare, then save again.</source>
        <translation>还没有保存：这条记录已被别处修改。您填写的内容放在了现在的记录上，请先核对，再保存一次。</translation>
    </message>
    <message>
        <source>The record was changed after {time}; what you typed then is shown over it. Compare first.</source>
        <translation>{time} 之后，这条记录又改过。您当时填写的内容放在了现在的记录上，请先核对再保存。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; was merged into &quot;{other}&quot; meanwhile. What was typed for it on {time} is not saved.</source>
        <translation>“{name}”已并入“{other}”。{time} 为它录入的内容还没有保存。</translation>
    </message>
    <message>
        <source>Put it over this one</source>
        <translation>放到这家企业里</translation>
    </message>
    <message>
        <source>Something else was typed here on {time} and is not saved.</source>
        <translation>{time} 还在这里填写过别的内容，没有保存。</translation>
    </message>
</context>
<context>
    <name>DuesCard</name>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>With contacts (personal data, logged)</source>
        <translation>带联系人（个人信息，会留下记录）</translation>
    </message>
    <message>
        <source>Reminder list</source>
        <translation>导出提醒名单</translation>
    </message>
    <message>
        <source>Nothing is noted yet. Enter dues with a company, under Member.</source>
        <translation>还没有会费记录。请在企业的“会员”里登记。</translation>
    </message>
    <message>
        <source>{year}: due {due}, paid {paid}, open {open} yuan ({companies})</source>
        <translation>{year} 年：应缴 {due} 元，已缴 {paid} 元，未缴 {open} 元（{companies} 家）</translation>
    </message>
    <message>
        <source>Reminder list {year}</source>
        <translation>{year}年会费提醒名单</translation>
    </message>
    <message>
        <source>Written to {file}: {count}</source>
        <translation>已写入 {file}，共 {count} 家</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>DuesForm</name>
    <message>
        <source>Save dues</source>
        <translation>保存会费</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>年度(&amp;Y)</translation>
    </message>
    <message>
        <source>2026</source>
        <translation>2026</translation>
    </message>
    <message>
        <source>&amp;Due (yuan)</source>
        <translation>应缴（元）(&amp;D)</translation>
    </message>
    <message>
        <source>2000.00</source>
        <translation>2000.00</translation>
    </message>
    <message>
        <source>Due &amp;by</source>
        <translation>截止日期(&amp;B)</translation>
    </message>
    <message>
        <source>2026-03-31</source>
        <translation>2026-03-31</translation>
    </message>
    <message>
        <source>&amp;Paid (yuan)</source>
        <translation>已缴（元）(&amp;P)</translation>
    </message>
    <message>
        <source>Paid &amp;on</source>
        <translation>缴费日期(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Receipt no.</source>
        <translation>收据号(&amp;R)</translation>
    </message>
    <message>
        <source>R&amp;emark</source>
        <translation>备注(&amp;E)</translation>
    </message>
</context>
<context>
    <name>DuesPart</name>
    <message>
        <source>Dues</source>
        <translation>会费</translation>
    </message>
    <message>
        <source>Add a year</source>
        <translation>增加年度</translation>
    </message>
    <message>
        <source>{year}: due {due}, paid {paid}</source>
        <translation>{year} 年：应缴 {due} 元，已缴 {paid} 元</translation>
    </message>
    <message>
        <source>● Open: {amount}</source>
        <translation>● 未缴 {amount} 元</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Dues saved.</source>
        <translation>会费已保存。</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右对调</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一家</translation>
    </message>
    <message>
        <source>Compare and merge</source>
        <translation>对比合并</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merged: {other} went into {kept}.</source>
        <translation>已合并：“{other}”并入“{kept}”。</translation>
    </message>
    <message>
        <source>Remembered: not the same company.</source>
        <translation>已记住：不是同一家。</translation>
    </message>
    <message numerus="yes">
        <source>%n suspected pair(s)</source>
        <translation>
            <numerusform>%Ln 对疑似重复</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspected duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Merge two into one</source>
        <translation>两家并成一家</translation>
    </message>
</context>
<context>
    <name>EditLine</name>
    <message>
        <source>What is changed</source>
        <translation>修改什么</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>改成什么</translation>
    </message>
    <message>
        <source>Leave empty to clear it</source>
        <translation>留空表示清除</translation>
    </message>
    <message>
        <source>Do not change this</source>
        <translation>不改这一项</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Split again: {name}</source>
        <translation>已拆回：{name}</translation>
    </message>
</context>
<context>
    <name>EditorView</name>
    <message>
        <source>Approve (F9)</source>
        <translation>审核通过（F9）</translation>
    </message>
    <message>
        <source>Return (F10)</source>
        <translation>退回补正（F10）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation>保存并新建</translation>
    </message>
    <message>
        <source>Paste and recognise</source>
        <translation>粘贴识别</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>对齐吸附</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Left edges</source>
        <translation>左边对齐</translation>
    </message>
    <message>
        <source>Centres</source>
        <translation>水平居中</translation>
    </message>
    <message>
        <source>Right edges</source>
        <translation>右边对齐</translation>
    </message>
    <message>
        <source>Upper edges</source>
        <translation>上边对齐</translation>
    </message>
    <message>
        <source>Middles</source>
        <translation>垂直居中</translation>
    </message>
    <message>
        <source>Lower edges</source>
        <translation>下边对齐</translation>
    </message>
    <message>
        <source>Equal gaps across</source>
        <translation>水平等距</translation>
    </message>
    <message>
        <source>Equal gaps down</source>
        <translation>垂直等距</translation>
    </message>
    <message>
        <source>Pointer: {x:.1f} mm across, {y:.1f} mm down</source>
        <translation>指针：左 {x:.1f}，上 {y:.1f} 毫米</translation>
    </message>
    <message>
        <source>Notice of return…</source>
        <translation>退回补正通知…</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Use {folder} instead</source>
        <translation>改用 {folder}</translation>
    </message>
</context>
<context>
    <name>ElsewhereNote</name>
    <message>
        <source>Leave everything as it is</source>
        <translation>保持不变</translation>
    </message>
    <message numerus="yes">
        <source>Printed elsewhere: %n selected…</source>
        <translation>
            <numerusform>登记选中的 %Ln 张已在别处打印…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printed elsewhere: all %n…</source>
        <translation>
            <numerusform>登记全部 %Ln 张已在别处打印…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note %n certificate(s) as printed elsewhere? The print log keeps it: no undo.</source>
        <translation>
            <numerusform>登记 %Ln 张证书已在别处打印？登记后记入打印记录，不能撤回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note %n</source>
        <translation>
            <numerusform>登记 %Ln 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes that certificates which were not printed from here came out of another printer.</source>
        <translation>不是从这里打印、已在别的打印机上印好的证书，在这里登记。</translation>
    </message>
    <message>
        <source>Printed elsewhere: none of those selected</source>
        <translation>选中的没有可以登记的</translation>
    </message>
</context>
<context>
    <name>EmptyStates</name>
    <message>
        <source>Go to the campaign</source>
        <translation>去主题活动</translation>
    </message>
    <message>
        <source>This year is not open yet</source>
        <translation>这个年度还没有开启</translation>
    </message>
    <message>
        <source>Certificates belong to a campaign year. Open it first.</source>
        <translation>证书属于某个年度的活动，请先开启年度。</translation>
    </message>
    <message>
        <source>There are no certificates yet</source>
        <translation>还没有证书</translation>
    </message>
    <message>
        <source>A company gets its certificate after it was announced. Nobody is announced yet.</source>
        <translation>企业公告以后才能出证，现在还没有已公告的企业。</translation>
    </message>
    <message>
        <source>Ready for the first certificates</source>
        <translation>可以出证了</translation>
    </message>
    <message>
        <source>The announced companies wait for them. Everything is checked before a number is given.</source>
        <translation>已公告的企业正等着出证。编号之前会先检查全部资料。</translation>
    </message>
    <message>
        <source>Issue certificates</source>
        <translation>出证</translation>
    </message>
    <message>
        <source>Complete the settings first; then certificates can be issued.</source>
        <translation>请先补全设置，然后就可以出证。</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Last 4 digits</source>
        <translation>编号后 4 位</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>For clerical errors. The number stays taken; verification will say &quot;void&quot;.</source>
        <translation>用于印错、资料有误。编号不再使用，查验时会显示“已作废”。</translation>
    </message>
    <message>
        <source>Void the certificate</source>
        <translation>作废这张证书</translation>
    </message>
    <message>
        <source>Wrong name printed</source>
        <translation>例如：企业名称印错</translation>
    </message>
    <message>
        <source>Void it</source>
        <translation>确定作废</translation>
    </message>
    <message>
        <source>For cause, such as a broken pledge. Verification will say &quot;revoked&quot;.</source>
        <translation>用于企业违背承诺等情形。查验时会显示“已撤销”。</translation>
    </message>
    <message>
        <source>Revoke the certificate</source>
        <translation>撤销这张证书</translation>
    </message>
    <message>
        <source>Pledge not kept</source>
        <translation>例如：未履行承诺</translation>
    </message>
    <message>
        <source>Revoke it</source>
        <translation>确定撤销</translation>
    </message>
    <message>
        <source>This certificate ends, and a new one is issued with today&apos;s data under a new number.</source>
        <translation>这张证书停用，并按现在的资料出一张新编号的证书。</translation>
    </message>
    <message>
        <source>Replace the certificate</source>
        <translation>换发这张证书</translation>
    </message>
    <message>
        <source>Company renamed</source>
        <translation>例如：企业更名</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>确定换发</translation>
    </message>
    <message>
        <source>Say why; the reason stays in the register.</source>
        <translation>请写明原因，原因会记入登记簿。</translation>
    </message>
    <message>
        <source>Type the last 4 characters of {number}.</source>
        <translation>请输入 {number} 的最后 4 位。</translation>
    </message>
</context>
<context>
    <name>Enlarged</name>
    <message>
        <source>Back to the register</source>
        <translation>返回证书列表</translation>
    </message>
    <message>
        <source>The page of certificate {number}</source>
        <translation>证书 {number} 的页面</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>缩小（Ctrl 和 −）</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>放大（Ctrl 和 +）</translation>
    </message>
    <message>
        <source>The one before (PageUp)</source>
        <translation>上一张（上翻键）</translation>
    </message>
    <message>
        <source>The next one (PageDown)</source>
        <translation>下一张（下翻键）</translation>
    </message>
</context>
<context>
    <name>EntriesPart</name>
    <message>
        <source>This entry was removed meanwhile. Saving what you typed adds it again.</source>
        <translation>这一条已被删除。保存的话，会按您填写的内容重新添加。</translation>
    </message>
    <message>
        <source>This entry was changed meanwhile. What you typed is shown over it as it is now. Compare first.</source>
        <translation>这一条已被别处修改。您填写的内容放在了现在的记录上，请先核对再保存。</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Remark, optional (never who asked)</source>
        <translation>备注，可不填（不写来电人）</translation>
    </message>
    <message>
        <source>Remark on this check</source>
        <translation>本次查验的备注</translation>
    </message>
    <message>
        <source>Enter this check (F8)</source>
        <translation>登记本次查验（F8）</translation>
    </message>
    <message>
        <source>Entered at {time}. An entry cannot be changed or taken back.</source>
        <translation>{time} 已登记。登记后不能修改，也不能撤回。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export the list</source>
        <translation>导出企业名单</translation>
    </message>
    <message>
        <source>Companies.xlsx</source>
        <translation>企业名单.xlsx</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) written to {file}</source>
        <translation>
            <numerusform>已导出 %Ln 家企业：{file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>出证日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Open the company</source>
        <translation>打开企业</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Replaced by {number}</source>
        <translation>已换发为 {number}</translation>
    </message>
    <message>
        <source>Files made</source>
        <translation>生成次数</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>寄送</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name} 第{version}版</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Your records are safe, and the other pages go on working. What went wrong is written down in {file}.</source>
        <translation>您的资料都在，其他页面可以照常使用。出错的情况记在 {file}</translation>
    </message>
    <message>
        <source>This page cannot be shown just now</source>
        <translation>这一页暂时显示不出来</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>FieldLine</name>
    <message>
        <source>Right →</source>
        <translation>右边 →</translation>
    </message>
    <message>
        <source>← Left</source>
        <translation>← 左边</translation>
    </message>
    <message>
        <source>{field}: the right one is taken</source>
        <translation>{field}：取右边</translation>
    </message>
    <message>
        <source>{field}: the left one is taken</source>
        <translation>{field}：取左边</translation>
    </message>
</context>
<context>
    <name>FieldsPart</name>
    <message>
        <source>Our own fields</source>
        <translation>自定义栏目</translation>
    </message>
    <message>
        <source>Save fields</source>
        <translation>保存栏目</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Changed elsewhere meanwhile. What you typed is shown over it: compare before you save.</source>
        <translation>这些内容已被别处修改。您填写的内容放在了现在的记录上，请先核对再保存。</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Drop a list here: Excel (.xlsx .xls), WPS (.et) or .csv</source>
        <translation>把名单拖到这里：Excel（.xlsx .xls）、WPS（.et）或 .csv</translation>
    </message>
    <message>
        <source>It is only looked at first. Nothing is written before you press Import.</source>
        <translation>先只检查，按“导入”之前什么也不会写入。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>选择名单</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>粘贴表格</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Without this condition: {words}</source>
        <translation>去掉条件：{words}</translation>
    </message>
</context>
<context>
    <name>FilterPickers</name>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>会员状态</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Missing data</source>
        <translation>缺少资料</translation>
    </message>
    <message>
        <source>Our own fields</source>
        <translation>自定义栏目</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Company or former name</source>
        <translation>企业名称或曾用名</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Kind of action</source>
        <translation>操作种类</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部操作人</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>全部操作</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Quality Pledges</source>
        <translation>质量诚信承诺</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>您想怎么开始？</translation>
    </message>
    <message>
        <source>Making the sample data</source>
        <translation>正在准备示例数据</translation>
    </message>
    <message>
        <source>Bringing the records here</source>
        <translation>正在放入数据</translation>
    </message>
    <message>
        <source>Bringing the records back</source>
        <translation>正在恢复数据</translation>
    </message>
    <message>
        <source>Work is still going on. Closing the window now stops it.</source>
        <translation>还有工作没有做完，现在关闭窗口就会停下来。</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停下并关闭</translation>
    </message>
    <message>
        <source>What is typed here is not used yet. Press &quot;Done&quot;, or close without it.</source>
        <translation>这里填的内容还没有用上。请点“完成”，或放弃并关闭。</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>放弃并关闭</translation>
    </message>
    <message>
        <source>Manual (F1)</source>
        <translation>手册（F1）</translation>
    </message>
</context>
<context>
    <name>FixModel</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>已改好</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>待改正</translation>
    </message>
</context>
<context>
    <name>FixTable</name>
    <message>
        <source>Rows to correct</source>
        <translation>要改正的行</translation>
    </message>
</context>
<context>
    <name>FontsSection</name>
    <message>
        <source>Add a font…</source>
        <translation>添加字体…</translation>
    </message>
    <message>
        <source>No font was added. Everything is printed in the shipped serif and sans.</source>
        <translation>没有添加过字体，全部用自带的宋体和黑体打印。</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>The shipped fonts have every character of the state&apos;s list. Where a rarer one is missing, add a TrueType font that has it (.ttf, .ttc), or drop the file here: it prints only what is missing. Layouts can name it too.</source>
        <translation>自带字体有《通用规范汉字表》的全部汉字。遇到更生僻的字，请添加有这个字的 TrueType 字体（.ttf、.ttc），也可以把文件拖到这里：它只补打缺少的字。版式里也可以选用它。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add a font</source>
        <translation>添加字体</translation>
    </message>
    <message>
        <source>Adding fonts</source>
        <translation>正在添加字体</translation>
    </message>
    <message>
        <source>Added: {fonts}</source>
        <translation>已添加：{fonts}</translation>
    </message>
    <message>
        <source>This font was added already.</source>
        <translation>这个字体已经添加过了。</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>已移除：{name}</translation>
    </message>
    <message>
        <source>Put the file back…</source>
        <translation>换回文件…</translation>
    </message>
    <message>
        <source>The file is gone. Put it back, or remove the font where nothing needs it.</source>
        <translation>文件不见了。请换回文件；没有用处的可以移除。</translation>
    </message>
    <message>
        <source>The file is not what was added. Put back that one, or another of the same font.</source>
        <translation>文件不是当初添加的那一份。请换回原来的文件，或同一字体的另一份。</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message numerus="yes">
        <source>Save %n row(s) to mend…</source>
        <translation>
            <numerusform>另存 %Ln 行去修改…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n company(ies)</source>
        <translation>
            <numerusform>导入 %Ln 家</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormDetail</name>
    <message>
        <source>Take this one</source>
        <translation>改用这一份</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Show personal data</source>
        <translation>显示联系信息</translation>
    </message>
    <message>
        <source>Now: {value}</source>
        <translation>现在：{value}</translation>
    </message>
    <message>
        <source>Form: {value}</source>
        <translation>回表：{value}</translation>
    </message>
    <message>
        <source>changed here too: choose</source>
        <translation>两边都改过，请选择</translation>
    </message>
    <message>
        <source>emptied by the company: choose</source>
        <translation>企业清空了，请选择</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
</context>
<context>
    <name>FormDrafts</name>
    <message>
        <source>Typed on {time}.</source>
        <translation>（{time} 填写）</translation>
    </message>
    <message>
        <source>Typed on {time}; the record was changed after that. Compare before you save.</source>
        <translation>（{time} 填写；之后记录又改过，请先核对再保存）</translation>
    </message>
</context>
<context>
    <name>FormsMade</name>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) made in {path}.</source>
        <translation>
            <numerusform>已生成 %Ln 份回表，放在 {path}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stood there already and were not touched.</source>
        <translation>
            <numerusform>原来就有的 %Ln 份没有动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. No file was left behind.</source>
        <translation>已停止，没有留下文件。</translation>
    </message>
</context>
<context>
    <name>GlobalSearch</name>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Search and commands (Ctrl+K); pinyin works</source>
        <translation>搜索和命令（Ctrl+K），可用拼音首字母</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)</source>
        <translation>搜索（Ctrl+K）</translation>
    </message>
    <message>
        <source>Nothing found for &quot;{text}&quot;.</source>
        <translation>没有找到“{text}”。</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>&amp;How to begin</source>
        <translation>第一次打开(&amp;H)</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>查找重复</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>新建企业</translation>
    </message>
</context>
<context>
    <name>HealthSection</name>
    <message>
        <source>Check-up</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>一切正常。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to see to.</source>
        <translation>
            <numerusform>有 %Ln 项需要处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>See to it</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>Issuance register</source>
        <translation>签发登记簿</translation>
    </message>
    <message>
        <source>Go on with a reason…</source>
        <translation>说明原因后继续…</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>No article has these words. Try a shorter one.</source>
        <translation>没有找到，换个短一点的词试试。</translation>
    </message>
    <message>
        <source>Back to the contents</source>
        <translation>返回目录</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Export {form}</source>
        <translation>导出 {form}</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%Ln 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出修改记录</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n day(s) until applications close</source>
        <translation>
            <numerusform>距报名截止 %Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>{year} 年</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Making the sample data</source>
        <translation>正在准备示例数据</translation>
    </message>
</context>
<context>
    <name>ImportFields</name>
    <message>
        <source>Company name</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Former names</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Member no.</source>
        <translation>会员编号</translation>
    </message>
    <message>
        <source>Member tier</source>
        <translation>会员级别</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>行政区划</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>行政区划代码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Industry code</source>
        <translation>行业代码</translation>
    </message>
    <message>
        <source>Public hotline</source>
        <translation>公开电话</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Contact phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Contact e-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>承诺产品</translation>
    </message>
    <message>
        <source>Declared standards</source>
        <translation>执行标准</translation>
    </message>
    <message>
        <source>Signatory</source>
        <translation>签署人</translation>
    </message>
    <message>
        <source>Day signed</source>
        <translation>签署日期</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Looking at the list</source>
        <translation>检查名单</translation>
    </message>
    <message>
        <source>{list} to mend.xlsx</source>
        <translation>{list}-待修改.xlsx</translation>
    </message>
    <message>
        <source>Save rows to mend</source>
        <translation>另存待修改的行</translation>
    </message>
    <message>
        <source>Saved: {file}. Mend the rows there and import that file.</source>
        <translation>已另存：{file}。在其中改好后，导入这个文件即可。</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Imported: {new} new, {updated} updated, {unchanged} unchanged.</source>
        <translation>已导入：新增 {new} 家，更新 {updated} 家，未变 {unchanged} 家。</translation>
    </message>
    <message numerus="yes">
        <source>%n pledge(s) entered.</source>
        <translation>
            <numerusform>录入承诺 %Ln 份。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pledge(s) stayed as they were, e.g. {name}: {why}</source>
        <translation>
            <numerusform>有 %Ln 份承诺没有改动，例如 {name}：{why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the list were left out.</source>
        <translation>
            <numerusform>名单里有 %Ln 行没有导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save those rows to mend…</source>
        <translation>另存这些行去修改…</translation>
    </message>
    <message numerus="yes">
        <source>%n total(s) or note(s) passed over</source>
        <translation>
            <numerusform>跳过 %Ln 行合计或说明</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>粘贴的表格</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) renamed, the former names kept.</source>
        <translation>
            <numerusform>%Ln 家更名，原名称记为曾用名。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Separate company</source>
        <translation>另建一家</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>并入已有</translation>
    </message>
    <message>
        <source>Repeated, left out</source>
        <translation>重复，不导入</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>更名</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Check the columns</source>
        <translation>核对栏目</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>IssueStep</name>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>出证 %Ln 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Numbers follow the order of the roster and stay in the register for good. A wrong certificate can be voided or replaced later; its number is never used again. If you stop before the end, nothing is issued.</source>
        <translation>编号按名单顺序，永久记入登记簿。出错的证书以后可以作废或换发，但编号不再使用。中途停止则什么都不留下。</translation>
    </message>
    <message>
        <source>Date of issue: {day}</source>
        <translation>出证日期：{day}</translation>
    </message>
    <message>
        <source>The clock of this PC says {day}, and this is the campaign of {year}. If the clock is wrong, set it right first: date and numbers stay for good.</source>
        <translation>本机时钟是{day}，而这是{year}年的活动。如果时钟不对，请先调准：日期和编号出证后不能再改。</translation>
    </message>
    <message numerus="yes">
        <source>The pledges of %n of them were not published yet, and the certificates say that they are on display. Publish the check pages and upload them first.</source>
        <translation>
            <numerusform>其中 %n 家的承诺还没有在网上公布，而证书上写着已经公告展示。请先公布网页并上传，再出证。</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>去公布…</translation>
    </message>
</context>
<context>
    <name>KeptMenu</name>
    <message>
        <source>Not saved yet</source>
        <translation>有修改未保存</translation>
    </message>
    <message>
        <source>{name} ({time})</source>
        <translation>{name}（{time}）</translation>
    </message>
    <message>
        <source>Typed or decided in this window</source>
        <translation>本窗口中填写或选择、尚未完成的内容</translation>
    </message>
</context>
<context>
    <name>LabelBatchDetail</name>
    <message>
        <source>Choose a batch from the list.</source>
        <translation>从左边列表选一批。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>使用协议</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>History of the batch</source>
        <translation>这一批的去向记录</translation>
    </message>
    <message>
        <source>History</source>
        <translation>去向记录</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>有效期至 {day}</translation>
    </message>
    <message>
        <source>with hidden codes</source>
        <translation>带防伪码</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>登记去向…</translation>
    </message>
    <message>
        <source>&amp;Stop use…</source>
        <translation>停用(&amp;S)…</translation>
    </message>
    <message numerus="yes">
        <source>The destruction of %n label(s) is not noted yet.</source>
        <translation>
            <numerusform>还有 %Ln 枚没有登记销毁。</numerusform>
        </translation>
    </message>
    <message>
        <source>Note destruction</source>
        <translation>登记销毁</translation>
    </message>
    <message>
        <source>Stopped on {day}: {reason}.</source>
        <translation>{day} 停用：{reason}。</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>layout {name}, version {version}</source>
        <translation>版式：{name} 第{version}版</translation>
    </message>
</context>
<context>
    <name>LabelLines</name>
    <message>
        <source>Lines of the label</source>
        <translation>标识上的各行</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Take the line away</source>
        <translation>去掉这一行</translation>
    </message>
    <message>
        <source>— from here on at the foot —</source>
        <translation>—— 以下各行靠下边 ——</translation>
    </message>
</context>
<context>
    <name>LabelLooks</name>
    <message>
        <source>With a code to scratch off</source>
        <translation>带刮开的防伪码</translation>
    </message>
    <message>
        <source>Has no room on: {sheets}</source>
        <translation>放不下：{sheets}</translation>
    </message>
    <message>
        <source>Has room on all sheets.</source>
        <translation>各种标签纸都放得下。</translation>
    </message>
    <message numerus="yes">
        <source>Has no room on %n kind(s) of sheets.</source>
        <translation>
            <numerusform>有 %n 种标签纸放不下。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelPrintView</name>
    <message>
        <source>Own sheets…</source>
        <translation>自己的标签纸…</translation>
    </message>
    <message>
        <source>Back to the batches</source>
        <translation>返回批次列表</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message numerus="yes">
        <source>Make files of %n label(s)</source>
        <translation>
            <numerusform>生成 %Ln 枚标识</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n label(s)</source>
        <translation>
            <numerusform>打印 %Ln 枚标识</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>共 %Ln 张</numerusform>
        </translation>
    </message>
    <message>
        <source>A label of the batch; number and code are samples.</source>
        <translation>这一批的样子；编号和二维码是示例。</translation>
    </message>
    <message>
        <source>Trial print</source>
        <translation>试打一张</translation>
    </message>
    <message>
        <source>One sheet of samples: nothing on it is genuine, and no label is used up.</source>
        <translation>打一张样张看位置：编号和二维码都是样品，不占用标识。</translation>
    </message>
</context>
<context>
    <name>LabelPrintWork</name>
    <message numerus="yes">
        <source>%n label(s) made in {folder}.</source>
        <translation>
            <numerusform>已生成 %Ln 枚标识，放在 {folder}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lay there already.</source>
        <translation>
            <numerusform>已有 %Ln 枚，没有重做。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) were checked one by one and sent to the printer.</source>
        <translation>
            <numerusform>已逐枚检查 %Ln 枚标识并送往打印机。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sheets were withheld:</source>
        <translation>有的页扣下了：</translation>
    </message>
    <message>
        <source>Stopped. Whole files stay, and begun again it goes on behind them.</source>
        <translation>已停止。做好的文件保留；再办一次，接着做。</translation>
    </message>
    <message>
        <source>Stopped between two jobs. What was sent stands; the rest is offered now.</source>
        <translation>已在两次送打之间停止。已送打印的有效；现在可以打印其余的。</translation>
    </message>
    <message>
        <source>A sheet of samples went to {printer}. Nothing on it is genuine; no label was used up.</source>
        <translation>样张已送往“{printer}”：编号和二维码都是样品，没有占用标识。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n label(s) are in whole files; the rest is offered now.</source>
        <translation>
            <numerusform>已停止。%n 枚已在完整的文件里，其余的可以接着做。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>Make PDF files instead</source>
        <translation>改为生成 PDF</translation>
    </message>
    <message numerus="yes">
        <source>Files were damaged; %n label(s) in them were made again.</source>
        <translation>
            <numerusform>文件夹里有损坏的文件，其中 %n 枚已重新生成。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelView</name>
    <message>
        <source>Labels</source>
        <translation>标签尺寸</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Labels from {width:g} × {height:g} mm on</source>
        <translation>{width:g}×{height:g} 毫米以上的标签</translation>
    </message>
    <message>
        <source>All labels of this size</source>
        <translation>这个尺寸的标签</translation>
    </message>
    <message>
        <source>Room for a code to scratch off</source>
        <translation>留有刮开的防伪码的位置</translation>
    </message>
    <message>
        <source>Colours of all labels</source>
        <translation>颜色（各种尺寸通用）</translation>
    </message>
    <message>
        <source>Add a size</source>
        <translation>加一档尺寸</translation>
    </message>
    <message>
        <source>Take the size away</source>
        <translation>去掉这档尺寸</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Agreement no.</source>
        <translation>协议编号</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>协议数量</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>还可签发</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>枚数</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>LabelsAspect</name>
    <message>
        <source>New agreement</source>
        <translation>新协议</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>使用协议</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>标识批次</translation>
    </message>
    <message>
        <source>No agreement on labels yet.</source>
        <translation>还没有使用协议。</translation>
    </message>
    <message>
        <source>{number}: {left} of {quantity} left</source>
        <translation>{number}：还可签发 {left} / {quantity} 枚</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>Agreements</source>
        <translation>使用协议</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>标识批次</translation>
    </message>
    <message>
        <source>New agreement</source>
        <translation>新协议</translation>
    </message>
    <message>
        <source>Issue labels</source>
        <translation>签发标识</translation>
    </message>
    <message>
        <source>Labels on products: who may use how many, and what became of each batch.</source>
        <translation>贴在产品上的标识：哪家企业可以用多少，每一批去了哪里。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Suspicious labels</source>
        <translation>可疑标识</translation>
    </message>
    <message>
        <source>Import records of visits…</source>
        <translation>导入访问记录…</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>{name} (on the paper already)</source>
        <translation>{name}（预印纸上已有）</translation>
    </message>
</context>
<context>
    <name>LayoutNames</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Vertical text</source>
        <translation>竖排文字</translation>
    </message>
    <message>
        <source>Body text</source>
        <translation>正文区</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>花边</translation>
    </message>
    <message>
        <source>Ornament</source>
        <translation>纹饰</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Place of the seal</source>
        <translation>盖章处</translation>
    </message>
    <message>
        <source>QR label</source>
        <translation>查验标识</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>距左边</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>距上边</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Words where those are too long</source>
        <translation>写不下时改印</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Font of the heading</source>
        <translation>表头字体</translation>
    </message>
    <message>
        <source>Font of the ordinals</source>
        <translation>序号字体</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Smallest size</source>
        <translation>最小字号</translation>
    </message>
    <message>
        <source>Lines at most</source>
        <translation>最多几行</translation>
    </message>
    <message>
        <source>Between lines</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐方式</translation>
    </message>
    <message>
        <source>The place is that of</source>
        <translation>位置以哪行为准</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour of the ordinals</source>
        <translation>序号颜色</translation>
    </message>
    <message>
        <source>Between characters</source>
        <translation>字距</translation>
    </message>
    <message>
        <source>First line in</source>
        <translation>首行缩进</translation>
    </message>
    <message>
        <source>Set as</source>
        <translation>排法</translation>
    </message>
    <message>
        <source>In from the left</source>
        <translation>左缩进</translation>
    </message>
    <message>
        <source>In from the right</source>
        <translation>右缩进</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>上方留空</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>粗细</translation>
    </message>
    <message>
        <source>Line style</source>
        <translation>线型</translation>
    </message>
    <message>
        <source>Filled with</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Round corners</source>
        <translation>圆角</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Colour of the waves</source>
        <translation>花纹颜色</translation>
    </message>
    <message>
        <source>Fitted</source>
        <translation>放置方式</translation>
    </message>
    <message>
        <source>As ink over what lies below</source>
        <translation>像印墨一样叠在下面的内容上</translation>
    </message>
    <message>
        <source>Height of a row</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Colour of the lines</source>
        <translation>线的颜色</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Share of the width</source>
        <translation>宽度占比</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>justified</source>
        <translation>两端对齐</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>靠上</translation>
    </message>
    <message>
        <source>in the middle</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>at the bottom</source>
        <translation>靠下</translation>
    </message>
    <message>
        <source>the last line</source>
        <translation>末行</translation>
    </message>
    <message>
        <source>the first line</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>a paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>a name that is made to fit</source>
        <translation>自动缩放的名称</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>clauses in columns</source>
        <translation>分栏条款</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>实线</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>虚线</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>点线</translation>
    </message>
    <message>
        <source>guilloche</source>
        <translation>防伪花纹</translation>
    </message>
    <message>
        <source>double line</source>
        <translation>双线</translation>
    </message>
    <message>
        <source>plain line</source>
        <translation>单线</translation>
    </message>
    <message>
        <source>rosette</source>
        <translation>团花</translation>
    </message>
    <message>
        <source>rule with a diamond</source>
        <translation>菱形横线</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完整显示</translation>
    </message>
    <message>
        <source>stretched</source>
        <translation>拉伸铺满</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>Song, bold</source>
        <translation>宋体（粗）</translation>
    </message>
    <message>
        <source>Hei</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>text</source>
        <translation>正文色</translation>
    </message>
    <message>
        <source>main colour</source>
        <translation>主色</translation>
    </message>
    <message>
        <source>second colour</source>
        <translation>辅色</translation>
    </message>
    <message>
        <source>pale</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>quiet text</source>
        <translation>次要文字</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Pre-printed already</source>
        <translation>预印纸上已有</translation>
    </message>
    <message>
        <source>Colours of the navy scheme</source>
        <translation>藏青配色</translation>
    </message>
    <message>
        <source>Colours of the red scheme</source>
        <translation>红色配色</translation>
    </message>
    <message>
        <source>On pages</source>
        <translation>印在哪些页</translation>
    </message>
    <message>
        <source>Stays together with</source>
        <translation>换页时不离开</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Room for the label</source>
        <translation>标签的宽度</translation>
    </message>
    <message>
        <source>Lines to write on</source>
        <translation>填写的行数</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>排不下时</translation>
    </message>
    <message>
        <source>Top on later pages</source>
        <translation>以后各页从上边起</translation>
    </message>
    <message>
        <source>a paragraph each</source>
        <translation>各成一段</translation>
    </message>
    <message>
        <source>a line to fill in</source>
        <translation>填写的横线</translation>
    </message>
    <message>
        <source>signature over the date</source>
        <translation>落款和日期</translation>
    </message>
    <message>
        <source>every page</source>
        <translation>每一页</translation>
    </message>
    <message>
        <source>the first page</source>
        <translation>第一页</translation>
    </message>
    <message>
        <source>pages after the first</source>
        <translation>第一页以后</translation>
    </message>
    <message>
        <source>the last page</source>
        <translation>最后一页</translation>
    </message>
    <message>
        <source>is set smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>goes on overleaf</source>
        <translation>转到下一页</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>what stands above</source>
        <translation>上面一段</translation>
    </message>
    <message>
        <source>what stands below</source>
        <translation>下面一段</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不编号</translation>
    </message>
    <message>
        <source>Chinese ordinals</source>
        <translation>一、二、三</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>1. 2. 3.</translation>
    </message>
    <message>
        <source>Insert a variable</source>
        <translation>插入变量</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source> em</source>
        <translation> 字</translation>
    </message>
    <message>
        <source>Below it</source>
        <translation>下方留空</translation>
    </message>
    <message>
        <source>A fine line below it</source>
        <translation>下面加一条细线</translation>
    </message>
    <message>
        <source>Width at least</source>
        <translation>宽度不小于</translation>
    </message>
    <message>
        <source>Height at least</source>
        <translation>高度不小于</translation>
    </message>
    <message>
        <source>Code at most</source>
        <translation>二维码最大</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>边距</translation>
    </message>
    <message>
        <source>Margin above and below</source>
        <translation>上下边距</translation>
    </message>
    <message>
        <source>Frame from the rim (0: none)</source>
        <translation>边框线离边（0为不印）</translation>
    </message>
    <message>
        <source>Between code and text</source>
        <translation>二维码与文字之间</translation>
    </message>
    <message>
        <source>Size of the code to scratch off</source>
        <translation>防伪码字号</translation>
    </message>
    <message>
        <source>frame and lines</source>
        <translation>边框和细线</translation>
    </message>
    <message>
        <source>Only where there is</source>
        <translation>有这项内容时才印</translation>
    </message>
    <message>
        <source>Only where there is no</source>
        <translation>没有这项内容时才印</translation>
    </message>
    <message>
        <source>a title whose lines divide no word</source>
        <translation>标题，换行不拆词</translation>
    </message>
    <message>
        <source>a text that hangs behind its label</source>
        <translation>附件说明，悬挂缩进</translation>
    </message>
    <message>
        <source>odd pages</source>
        <translation>单页</translation>
    </message>
    <message>
        <source>even pages</source>
        <translation>双页</translation>
    </message>
    <message>
        <source>is refused</source>
        <translation>不制作并提示</translation>
    </message>
    <message>
        <source>(whatever there is)</source>
        <translation>（不论有没有）</translation>
    </message>
    <message>
        <source>Lines divide no word</source>
        <translation>换行不拆开词语</translation>
    </message>
    <message>
        <source>“{name}”: “{value}” is {given}, which cannot be. Change it.</source>
        <translation>“{name}”的“{value}”现在是 {given}，不能用，请改正。</translation>
    </message>
    <message>
        <source>“{name}”: “{value}” cannot be so. Change it.</source>
        <translation>“{name}”的“{value}”不能用现在的内容，请改正。</translation>
    </message>
</context>
<context>
    <name>LayoutOverview</name>
    <message>
        <source>Layouts</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Change the wording</source>
        <translation>改字句</translation>
    </message>
    <message>
        <source>Lay out the page</source>
        <translation>编辑版面</translation>
    </message>
    <message>
        <source>Use it from now on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>另存一份</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>导出文件…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>版式名称</translation>
    </message>
    <message>
        <source>Back to the layouts</source>
        <translation>返回版式列表</translation>
    </message>
    <message>
        <source>Version {version}, saved by {staff}</source>
        <translation>第{version}版，{staff}保存</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Came with the program. What is changed in it is saved as a copy.</source>
        <translation>程序自带的。改过以后另存一份，原来的不变。</translation>
    </message>
</context>
<context>
    <name>LayoutsPage</name>
    <message>
        <source>Take a file in…</source>
        <translation>导入版式…</translation>
    </message>
    <message>
        <source>Saved as version {version}.</source>
        <translation>已保存为第{version}版。</translation>
    </message>
    <message>
        <source>Deleted: {name}</source>
        <translation>已删除：{name}</translation>
    </message>
    <message>
        <source>Save the layout as a file</source>
        <translation>把版式存成文件</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已存到：{path}</translation>
    </message>
    <message>
        <source>Take a layout in</source>
        <translation>导入版式</translation>
    </message>
    <message>
        <source>Use it from now on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>“{name}” is saved as version {version}. It is not in use yet.</source>
        <translation>“{name}”已保存为第{version}版，还没有启用。</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>What certificates, letters and labels look like and say. What was issued stays as it was.</source>
        <translation>证书、信函和标识的样子和字句都在这里改；已经出过的不变。</translation>
    </message>
    <message>
        <source>In use from now on. What was issued stays as it was.</source>
        <translation>已启用。已经发出的仍是原来的样子。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>去看看</translation>
    </message>
    <message>
        <source>Not taken into use. {why}</source>
        <translation>没有启用。{why}</translation>
    </message>
</context>
<context>
    <name>Leaves</name>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
</context>
<context>
    <name>LetterCard</name>
    <message>
        <source>Text to send</source>
        <translation>催办文字</translation>
    </message>
    <message>
        <source>Copy and go on</source>
        <translation>复制并到下一家</translation>
    </message>
    <message>
        <source>Also note it as a reminder</source>
        <translation>同时登记为已催办</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>登记催办</translation>
    </message>
    <message>
        <source>Choose a company</source>
        <translation>请选择企业</translation>
    </message>
    <message>
        <source>Missing: {things}</source>
        <translation>缺：{things}</translation>
    </message>
    <message numerus="yes">
        <source>Reminded %n time(s), last {when} by {who}</source>
        <translation>
            <numerusform>已催办 %Ln 次，上次：{when}，{who}</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} · text to send</source>
        <translation>{name} · 催办文字</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Columns and sorting</source>
        <translation>列与排序</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Companies</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>No company matches. Try fewer characters or another filter.</source>
        <translation>没有符合条件的企业。可以少输几个字，或换一个筛选。</translation>
    </message>
    <message>
        <source>No companies yet.</source>
        <translation>还没有企业。</translation>
    </message>
    <message>
        <source>Name, pinyin or code</source>
        <translation>名称、拼音、编号或代码</translation>
    </message>
    <message>
        <source>My filters</source>
        <translation>我的筛选</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show all companies</source>
        <translation>显示全部企业</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>已复制 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is on this list yet. Select companies and choose &quot;Add to a list&quot;.</source>
        <translation>这个名单里还没有企业。请先选中企业，再点“加入名单”。</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>名称或代码</translation>
    </message>
</context>
<context>
    <name>LookalikePanel</name>
    <message>
        <source>Open it</source>
        <translation>打开它</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一家</translation>
    </message>
</context>
<context>
    <name>Lookalikes</name>
    <message>
        <source>Remembered: not the same as {name}.</source>
        <translation>已记住：与“{name}”不是同一家。</translation>
    </message>
</context>
<context>
    <name>MakeCard</name>
    <message>
        <source>Prefill contacts (this is noted)</source>
        <translation>预填联系人（会记入操作记录）</translation>
    </message>
    <message>
        <source>Make forms…</source>
        <translation>生成回表…</translation>
    </message>
    <message>
        <source>As one .zip…</source>
        <translation>打成压缩包…</translation>
    </message>
    <message>
        <source>1. Send forms out</source>
        <translation>一、发出回表</translation>
    </message>
    <message>
        <source>One workbook per company, filled in with what is known. Only the tinted cells can be changed.</source>
        <translation>回表是发给企业填写、再收回来的表格：每家一个，已知内容预先填好，只能改带底色的格子。</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>发给(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Questions go to</source>
        <translation>咨询联系(&amp;Q)</translation>
    </message>
    <message>
        <source>Companies without a pledge</source>
        <translation>尚未交承诺的企业</translation>
    </message>
    <message>
        <source>Companies asked to correct theirs</source>
        <translation>退回补正的企业</translation>
    </message>
    <message>
        <source>All companies taking part</source>
        <translation>全部参加企业</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>No company takes part yet, so there is nobody to make forms for. Import this year&apos;s list.</source>
        <translation>还没有企业参加，没有可以生成回表的。请先导入今年的名单。</translation>
    </message>
    <message>
        <source>There is nobody of this kind now.</source>
        <translation>现在没有这样的企业。</translation>
    </message>
    <message>
        <source>The association</source>
        <translation>留空则写协会名称</translation>
    </message>
</context>
<context>
    <name>MakeView</name>
    <message>
        <source>One PDF for all</source>
        <translation>合成一个 PDF</translation>
    </message>
    <message>
        <source>One PDF for each company</source>
        <translation>每家一个 PDF</translation>
    </message>
    <message>
        <source>Check every page: read its code, compare its text (recommended)</source>
        <translation>逐页检查：识读二维码、核对文字（建议保留）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>文件或文件夹</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>返回证书列表</translation>
    </message>
    <message numerus="yes">
        <source>Make %n PDF page(s)</source>
        <translation>
            <numerusform>生成 %Ln 页 PDF</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the certificates to</source>
        <translation>证书保存到</translation>
    </message>
    <message>
        <source>Folder for the certificates</source>
        <translation>放证书的文件夹</translation>
    </message>
    <message>
        <source>Choose where the files go.</source>
        <translation>请选择文件放在哪里。</translation>
    </message>
    <message>
        <source>Stopped. What is made stays in the folder; go on when you like.</source>
        <translation>已停止。已生成的留在文件夹里，可以随时继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续生成</translation>
    </message>
    <message>
        <source>Stopped. No file was left behind.</source>
        <translation>已停止，没有留下文件。</translation>
    </message>
    <message>
        <source>Electronic package for each company</source>
        <translation>每家一套电子版</translation>
    </message>
    <message>
        <source>A folder each</source>
        <translation>每家一个文件夹</translation>
    </message>
    <message>
        <source>A zip each</source>
        <translation>每家一个压缩包</translation>
    </message>
    <message>
        <source>One zip for all</source>
        <translation>全部一个压缩包</translation>
    </message>
    <message numerus="yes">
        <source>Make %n package(s)</source>
        <translation>
            <numerusform>打包 %Ln 家电子版</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make files of %n certificate(s)</source>
        <translation>
            <numerusform>把 %Ln 张证书生成文件</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, electronic</source>
        <translation>{name}电子版</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>The whole page</source>
        <translation>完整页面</translation>
    </message>
    <message>
        <source>For pre-printed paper only</source>
        <translation>只印套打内容</translation>
    </message>
    <message>
        <source>For pre-printed paper: what stands on it already is left out.</source>
        <translation>用预印纸时选它：纸上已印好的不再印。</translation>
    </message>
    <message>
        <source>May stay empty; stands in the register</source>
        <translation>可以不填；填了会记入登记簿</translation>
    </message>
    <message numerus="yes">
        <source>%n of them made before. Why again?</source>
        <translation>
            <numerusform>其中 %n 张以前生成过。为什么再生成？</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is there already. Press again to replace it.</source>
        <translation>已经有“{name}”了。再按一次就换掉它。</translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回补正</translation>
    </message>
    <message>
        <source>Make their forms…</source>
        <translation>生成回表…</translation>
    </message>
    <message>
        <source>Pack their certificates…</source>
        <translation>打包电子版…</translation>
    </message>
    <message>
        <source>Renew their membership</source>
        <translation>续会员期</translation>
    </message>
    <message>
        <source>Choose where the folder of forms goes</source>
        <translation>选择回表文件夹放在哪里</translation>
    </message>
    <message>
        <source>Forms {year}</source>
        <translation>{year}年回表</translation>
    </message>
    <message>
        <source>Making forms</source>
        <translation>正在生成回表</translation>
    </message>
    <message>
        <source>None of them has a valid certificate this year.</source>
        <translation>选中的企业在本年度都没有有效证书。</translation>
    </message>
    <message>
        <source>Letters and labels</source>
        <translation>信函与标签</translation>
    </message>
</context>
<context>
    <name>MembersForm</name>
    <message>
        <source>&amp;Days of grace</source>
        <translation>宽限天数(&amp;D)</translation>
    </message>
    <message>
        <source>90</source>
        <translation>90</translation>
    </message>
    <message>
        <source>&amp;Years per new term</source>
        <translation>每次续期年数(&amp;Y)</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>&amp;Member numbers begin with</source>
        <translation>会员编号开头(&amp;M)</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Dues &amp;ledger</source>
        <translation>会费台账(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reminder text</source>
        <translation>提醒文字(&amp;R)</translation>
    </message>
</context>
<context>
    <name>MembersSection</name>
    <message>
        <source>Not kept</source>
        <translation>不启用</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Our own fields</source>
        <translation>自定义栏目</translation>
    </message>
    <message>
        <source>Dues</source>
        <translation>会费</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>MembershipView</name>
    <message>
        <source>{name} · membership</source>
        <translation>{name} · 会员</translation>
    </message>
</context>
<context>
    <name>MergeFields</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Member no.</source>
        <translation>会员编号</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>服务热线</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>MergeView</name>
    <message>
        <source>Kept</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Merged into it</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>合并后</translation>
    </message>
    <message>
        <source>The same in both: {fields}</source>
        <translation>两家相同：{fields}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n valid certificate(s)</source>
        <translation>
            <numerusform>有效证书 %Ln 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes part in %n year(s)</source>
        <translation>
            <numerusform>参加 %Ln 年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%Ln 位联系人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%Ln 种产品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) of membership</source>
        <translation>
            <numerusform>%Ln 段会籍</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) of dues</source>
        <translation>
            <numerusform>%Ln 年会费</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%Ln 份扫描件</numerusform>
        </translation>
    </message>
    <message>
        <source>The name that is given up becomes a former name.</source>
        <translation>不用的名称记为曾用名。</translation>
    </message>
    <message>
        <source>Coming along: {things}.</source>
        <translation>一并转过来：{things}。</translation>
    </message>
</context>
<context>
    <name>MergedNote</name>
    <message>
        <source>Merged into this company</source>
        <translation>已并入这家的企业</translation>
    </message>
    <message>
        <source>Split again</source>
        <translation>拆回</translation>
    </message>
    <message>
        <source>These were changed after the merging. Tick what is to be as it was before it:</source>
        <translation>这些内容合并后又改过。要改回合并前的，请勾选：</translation>
    </message>
    <message>
        <source>before &quot;{before}&quot;, now &quot;{now}&quot;</source>
        <translation>合并前“{before}”，现在“{now}”</translation>
    </message>
    <message>
        <source>Split now</source>
        <translation>现在拆回</translation>
    </message>
    <message>
        <source>Leave it merged</source>
        <translation>先不拆</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭这条提示</translation>
    </message>
</context>
<context>
    <name>MissingSettings</name>
    <message>
        <source>Nothing can be issued yet: the association&apos;s name and the link are missing.</source>
        <translation>现在还不能出证：设置里没有填写协会名称和查验网址。</translation>
    </message>
    <message>
        <source>Nothing can be issued yet: the association&apos;s name is missing.</source>
        <translation>现在还不能出证：设置里没有填写协会名称。</translation>
    </message>
    <message>
        <source>Nothing can be issued yet: the verification address is missing.</source>
        <translation>现在还不能出证：设置里没有填写查验网址。</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>去设置</translation>
    </message>
</context>
<context>
    <name>MovedOn</name>
    <message>
        <source>These records were packed for another PC on {day}. Issue certificates on one PC only: two would give out the same numbers.</source>
        <translation>这里的数据在{day}打包搬到了另一台电脑。请只在一台电脑上出证：两台同时出证，会编出相同的编号。</translation>
    </message>
    <message>
        <source>Work on this PC again</source>
        <translation>仍在这台电脑上工作</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Choose a passphrase for this file, at least 8 characters. The new PC asks for it. Do not send it the same way as the file.</source>
        <translation>给这个文件定一个口令，至少 8 个字，新电脑上要输入。请不要和文件一起发送。</translation>
    </message>
    <message>
        <source>The passphrase that was chosen on the old PC.</source>
        <translation>在旧电脑上定的口令。</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>文件口令</translation>
    </message>
</context>
<context>
    <name>MovingSection</name>
    <message>
        <source>&amp;Make the file…</source>
        <translation>做换机文件(&amp;M)…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>To a new PC</source>
        <translation>换新电脑</translation>
    </message>
    <message>
        <source>Where the file goes</source>
        <translation>文件存到哪里</translation>
    </message>
    <message>
        <source>Making the file</source>
        <translation>正在做换机文件</translation>
    </message>
    <message>
        <source>The file is made: {file}. Take it to the new PC on a stick. From now on issue certificates there only: two PCs would give out the same numbers.</source>
        <translation>换机文件已做好：{file}。请用U盘带到新电脑。从现在起只在新电脑上出证，两台电脑同时出证会编出相同的编号。</translation>
    </message>
    <message>
        <source>Puts everything into one encrypted file: companies, pledges, certificates, scans, settings and what issuing needs. On the new PC choose &quot;I have a file from the old PC&quot; at the first start.</source>
        <translation>把全部内容放进一个加密文件：企业、承诺、证书、扫描件、设置，以及出证要用的文件。在新电脑上第一次打开软件时，选“我有换机文件”。</translation>
    </message>
    <message>
        <source>For the new PC {day}</source>
        <translation>质检数据换机 {day}</translation>
    </message>
</context>
<context>
    <name>NameBar</name>
    <message>
        <source>Name of the filter or list</source>
        <translation>筛选或名单的名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NameFinder</name>
    <message>
        <source>Known companies</source>
        <translation>从已有企业加入</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Home</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Companies and pledges</source>
        <translation>企业与承诺</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>主题活动</translation>
    </message>
    <message>
        <source>Issue and print</source>
        <translation>发证与打印</translation>
    </message>
    <message>
        <source>Verification desk</source>
        <translation>查验台</translation>
    </message>
    <message>
        <source>Settings and backup</source>
        <translation>设置与备份</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标识</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>Move on to announcement</source>
        <translation>进入待公告</translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Issue certificates</source>
        <translation>去出证</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Ready for announcement</source>
        <translation>进入待公告</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>出证</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>No company waits for review.</source>
        <translation>没有待审核的企业。</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) wait for review.</source>
        <translation>
            <numerusform>%Ln 家企业待审核。</numerusform>
        </translation>
    </message>
    <message>
        <source>No approved company waits to move on.</source>
        <translation>没有等着进入待公告的企业。</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) are approved.</source>
        <translation>
            <numerusform>%Ln 家企业已审核通过。</numerusform>
        </translation>
    </message>
    <message>
        <source>No company is at this step.</source>
        <translation>没有待公告的企业。</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) wait to be announced. Certificates cite the announcement.</source>
        <translation>
            <numerusform>%Ln 家企业待公告。证书上要引用公告文号。</numerusform>
        </translation>
    </message>
    <message>
        <source>No announced company is without its certificate.</source>
        <translation>已公告的企业都有证书。</translation>
    </message>
    <message numerus="yes">
        <source>%n announced company(ies) have no certificate yet.</source>
        <translation>
            <numerusform>%Ln 家已公告的企业还没有证书。</numerusform>
        </translation>
    </message>
    <message>
        <source>Companies taking part</source>
        <translation>企业参加</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>No company takes part yet. Import this year&apos;s list, or bring in companies you know already.</source>
        <translation>还没有企业参加。请导入今年的名单，或从已有企业中加入。</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) take part.</source>
        <translation>
            <numerusform>本年度共列入 %Ln 家企业（含未报名的）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificates are issued to announced companies. Nobody is announced yet.</source>
        <translation>先公告，再出证：还没有已公告的企业。</translation>
    </message>
    <message>
        <source>Known companies</source>
        <translation>从已有企业加入</translation>
    </message>
    <message>
        <source>Enter pledges</source>
        <translation>录入承诺</translation>
    </message>
    <message>
        <source>Pledges</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>No pledge is awaited.</source>
        <translation>没有等待交承诺的企业。</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) have not handed in a pledge yet.</source>
        <translation>
            <numerusform>还有 %Ln 家企业没有交承诺。</numerusform>
        </translation>
    </message>
    <message>
        <source>Review one by one</source>
        <translation>逐家审核</translation>
    </message>
    <message>
        <source>Invite and chase</source>
        <translation>邀请与催办</translation>
    </message>
    <message>
        <source>From last year</source>
        <translation>沿用上年</translation>
    </message>
    <message numerus="yes">
        <source>The deadline, {day}, was %n day(s) ago.</source>
        <translation>
            <numerusform>截止日期 {day} 已过 %Ln 天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deadline is {day}, in %n day(s).</source>
        <translation>
            <numerusform>截止日期 {day}，还有 %Ln 天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve all %n</source>
        <translation>
            <numerusform>将 %Ln 家全部审核通过</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Nobody</name>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>No company takes part yet</source>
        <translation>还没有企业参加</translation>
    </message>
    <message>
        <source>Import this year&apos;s list. Companies you know already can join from the list of companies.</source>
        <translation>请导入今年的名单；已有的企业也可以在企业列表里加入本年度。</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Stop notice</source>
        <translation>停用通知</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Takes an earlier line back</source>
        <translation>冲减登记错的</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>枚数(&amp;H)</translation>
    </message>
    <message>
        <source>or &amp;from label</source>
        <translation>或从第几号(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;to label</source>
        <translation>到第几号(&amp;T)</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>原因(&amp;E)</translation>
    </message>
    <message>
        <source>What became of labels?</source>
        <translation>标识去了哪里？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %Ln 家</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificates {year}</source>
        <translation>{year}年证书</translation>
    </message>
    <message>
        <source>No valid certificate is in this list.</source>
        <translation>当前列表里没有有效的证书。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>None of the selected certificates is valid.</source>
        <translation>选中的证书都不是有效的。</translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>&amp;Association</source>
        <translation>协会名称(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Issuer line</source>
        <translation>证书落款(&amp;I)</translation>
    </message>
    <message>
        <source>Empty: the association&apos;s name</source>
        <translation>留空则用协会名称</translation>
    </message>
    <message>
        <source>Address of the &amp;verification page</source>
        <translation>查验网页地址(&amp;V)</translation>
    </message>
    <message>
        <source>Certificate &amp;number pattern</source>
        <translation>证书编号格式(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Colours of the certificate</source>
        <translation>证书配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Seal picture</source>
        <translation>公章图片(&amp;S)</translation>
    </message>
    <message>
        <source>Empty: a place for the real seal</source>
        <translation>留空则留出盖章位置</translation>
    </message>
    <message>
        <source>Seal &amp;diameter (mm)</source>
        <translation>公章直径（毫米）(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Roster title</source>
        <translation>名单标题(&amp;R)</translation>
    </message>
    <message>
        <source>Valid for (&amp;years)</source>
        <translation>有效年数(&amp;Y)</translation>
    </message>
    <message>
        <source>e.g. https://example.org/#</source>
        <translation>例如 https://example.org/#</translation>
    </message>
    <message>
        <source>Sender&apos;s address on envelo&amp;pes</source>
        <translation>信封寄件地址(&amp;P)</translation>
    </message>
    <message>
        <source>Empty: none is printed</source>
        <translation>不填则不印</translation>
    </message>
    <message>
        <source>Sender&apos;s pos&amp;tcode</source>
        <translation>寄件邮政编码(&amp;T)</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>六位数字</translation>
    </message>
    <message>
        <source>&amp;Further copies of a certificate or label</source>
        <translation>每张证书、标识可加印的份数(&amp;F)</translation>
    </message>
</context>
<context>
    <name>OfficeSection</name>
    <message>
        <source>The association</source>
        <translation>协会</translation>
    </message>
    <message>
        <source>Navy blue</source>
        <translation>藏青</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>A label&apos;s link: {link}</source>
        <translation>标签上的链接：{link}</translation>
    </message>
    <message>
        <source>Certificates carry such numbers already, so the pattern stays.</source>
        <translation>已经用这种编号出过证书，格式不能再改。</translation>
    </message>
    <message>
        <source>The first number: {number}</source>
        <translation>第一个编号：{number}</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>A pasted picture is not an electronic seal; by default the place stays empty.</source>
        <translation>贴上的图片不是电子印章。默认留空，打印后盖章。</translation>
    </message>
    <message>
        <source>Sav&amp;e changes</source>
        <translation>保存修改(&amp;E)</translation>
    </message>
</context>
<context>
    <name>OpeningView</name>
    <message>
        <source>Year to open</source>
        <translation>要开启的年度</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不开启</translation>
    </message>
    <message>
        <source>Open the year</source>
        <translation>开启年度</translation>
    </message>
    <message>
        <source>Open a year</source>
        <translation>开启年度</translation>
    </message>
    <message>
        <source>Open {year}</source>
        <translation>开启 {year} 年</translation>
    </message>
    <message>
        <source>The usual values are filled in. Everything can be changed later.</source>
        <translation>已按惯例填好，以后都可以修改。</translation>
    </message>
    <message>
        <source>Filled in from {year}. Check what is marked; everything can be changed later.</source>
        <translation>已按 {year} 年的资料填好，请核对标出的几项；以后都可以修改。</translation>
    </message>
    <message>
        <source>Last year: {value}. This year&apos;s can wait.</source>
        <translation>上年：{value}。今年的可以以后再填。</translation>
    </message>
    <message>
        <source>Last year: {value}</source>
        <translation>上年：{value}</translation>
    </message>
    <message>
        <source>New this year</source>
        <translation>今年新增</translation>
    </message>
</context>
<context>
    <name>OperatorPicker</name>
    <message>
        <source>Who is working?</source>
        <translation>谁在操作？</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新的姓名</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Choose a name, or enter a new one.</source>
        <translation>请选择姓名，或填写新的姓名。</translation>
    </message>
</context>
<context>
    <name>OrEmpty</name>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nothing here answers the search and the filter.</source>
        <translation>没有符合查找和筛选条件的记录。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>&amp;Agreement</source>
        <translation>使用协议(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <translation>产品(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Lot</source>
        <translation>产品批号(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Number of labels</source>
        <translation>数量(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Valid until</source>
        <translation>有效期至(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>二维码(&amp;C)</translation>
    </message>
    <message>
        <source>Without an end</source>
        <translation>不限期</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>The agreement allows {left} more.</source>
        <translation>协议还可签发 {left} 枚。</translation>
    </message>
    <message>
        <source>The agreement allows {left} more, {after} after this batch.</source>
        <translation>协议还可签发 {left} 枚，这批之后还有 {after} 枚。</translation>
    </message>
    <message>
        <source>With hidden codes</source>
        <translation>带防伪码</translation>
    </message>
    <message>
        <source>A code to scratch off on each label; the print shop adds the layer.</source>
        <translation>每枚印一个刮开的防伪码，涂层由印刷厂加。</translation>
    </message>
    <message>
        <source>Sturdier, for goods that are rubbed</source>
        <translation>耐磨损，标签要更高</translation>
    </message>
</context>
<context>
    <name>OrderView</name>
    <message>
        <source>Back to the batches</source>
        <translation>返回批次列表</translation>
    </message>
    <message>
        <source>Issue labels</source>
        <translation>签发标识</translation>
    </message>
    <message>
        <source>What is issued stays: a batch cannot be changed or taken back, only stopped.</source>
        <translation>签发后不能修改，也不能撤回，只能停用。</translation>
    </message>
    <message>
        <source>No agreement is in force that has labels left. Enter one first.</source>
        <translation>没有在有效期内、还有余量的使用协议。请先登记协议。</translation>
    </message>
    <message>
        <source>That agreement is not in force today, or has no labels left. Another one is shown.</source>
        <translation>那份协议今天不在有效期内，或已用完。现在显示的是另一份。</translation>
    </message>
    <message>
        <source>A label as it will be printed; number and code are samples.</source>
        <translation>印出来的样子；编号和二维码是示例。</translation>
    </message>
    <message>
        <source>Everything has room on this sheet. Nothing is numbered yet.</source>
        <translation>这种标签纸放得下。还没有编号。</translation>
    </message>
    <message>
        <source>New agreement</source>
        <translation>新协议</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n label(s)</source>
        <translation>
            <numerusform>签发 %n 枚标识</numerusform>
        </translation>
    </message>
    <message>
        <source>lot {lot}</source>
        <translation>批号 {lot}</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left under the agreement</source>
        <translation>
            <numerusform>签发后协议还剩 %n 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>There is room on: {sheets}.</source>
        <translation>这些标签纸放得下：{sheets}。</translation>
    </message>
    <message numerus="yes">
        <source>%n more than the agreement has left</source>
        <translation>
            <numerusform>比协议剩余的多 %Ln 枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderWork</name>
    <message numerus="yes">
        <source>%n label(s) issued: batch {batch} of {company}.</source>
        <translation>
            <numerusform>已签发 %Ln 枚标识：{company}，批次 {batch}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was numbered and nothing was changed.</source>
        <translation>已停止。没有编号，也没有任何改动。</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Withheld</source>
        <translation>已扣下的证书</translation>
    </message>
    <message numerus="yes">
        <source>%n stood there already.</source>
        <translation>
            <numerusform>%Ln 张原来就有，已跳过。</numerusform>
        </translation>
    </message>
    <message>
        <source>The pages were not checked.</source>
        <translation>没有做逐页检查。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) made in {path}.</source>
        <translation>
            <numerusform>已生成 %Ln 张证书：{path}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the files</source>
        <translation>复制文件</translation>
    </message>
    <message>
        <source>Every page was checked.</source>
        <translation>每一页都已检查。</translation>
    </message>
    <message>
        <source>The packages are in {path}. Every page was checked.</source>
        <translation>电子版已放在 {path}，每一页都已检查。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied</source>
        <translation>
            <numerusform>已复制 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished at {time}.</source>
        <translation>{time} 完成。</translation>
    </message>
</context>
<context>
    <name>OverridePanel</name>
    <message>
        <source>Why there is nothing newer</source>
        <translation>为什么没有更新的资料</translation>
    </message>
    <message>
        <source>Entries that were confirmed</source>
        <translation>已确认的条数</translation>
    </message>
    <message>
        <source>Go on from these records</source>
        <translation>从这份资料继续</translation>
    </message>
    <message>
        <source>Leave it for now</source>
        <translation>先不处理</translation>
    </message>
    <message>
        <source>Only where newer records or a newer backup are nowhere to be found. The step is entered into the register for good, and what was published or attached to certificates since does not agree with it any more: tell the reason when somebody asks.</source>
        <translation>只有确实找不到较新的资料或备份时才这样做。这一步记入签发登记簿，不能撤回；以前公布过、附在证书里的存根从此对不上，有人查问时请说明原因。</translation>
    </message>
    <message>
        <source>Say why, in a few words that others understand later.</source>
        <translation>请写明原因，让以后的人看得懂。</translation>
    </message>
    <message>
        <source>Type the number that stands above: {count}.</source>
        <translation>请输入上面写的条数：{count}。</translation>
    </message>
</context>
<context>
    <name>OverviewPart</name>
    <message>
        <source>This year is not open</source>
        <translation>这一年还没有开启</translation>
    </message>
    <message>
        <source>Once the year is open and companies take part, its numbers appear here.</source>
        <translation>开启年度、有企业参加后，这里显示统计数字。</translation>
    </message>
    <message>
        <source>Open a year</source>
        <translation>开启年度</translation>
    </message>
    <message>
        <source>No company takes part yet</source>
        <translation>还没有企业参加</translation>
    </message>
    <message>
        <source>As soon as companies take part, their numbers appear here.</source>
        <translation>有企业参加后，这里显示统计数字。</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>加入活动</translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation>导出数字</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>年度归档包</translation>
    </message>
    <message>
        <source>One-page briefing</source>
        <translation>给领导的一页</translation>
    </message>
    <message>
        <source>Counting… {share} %</source>
        <translation>正在统计… {share}%</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>See the list</source>
        <translation>看名单</translation>
    </message>
    <message>
        <source>Taking part</source>
        <translation>已参加</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>已公告</translation>
    </message>
    <message>
        <source>Certificates issued</source>
        <translation>已出证</translation>
    </message>
    <message>
        <source>Did not return</source>
        <translation>上年参加、本年未参加</translation>
    </message>
    <message>
        <source>The years in numbers</source>
        <translation>历年数字</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>A short text for WeChat</source>
        <translation>发到微信的一段话</translation>
    </message>
    <message>
        <source>{new} new, {back} came back</source>
        <translation>本年首次参加 {new} 家，重新参加 {back} 家</translation>
    </message>
</context>
<context>
    <name>OverviewWork</name>
    <message>
        <source>Copied. Paste it into WeChat with Ctrl+V.</source>
        <translation>已复制，在微信中按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>The picture is copied. Paste it with Ctrl+V.</source>
        <translation>图片已复制，按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Numbers {year}.xlsx</source>
        <translation>{year}年统计表.xlsx</translation>
    </message>
    <message>
        <source>Export numbers</source>
        <translation>导出数字</translation>
    </message>
    <message>
        <source>Briefing {year}.docx</source>
        <translation>{year}年工作简报.docx</translation>
    </message>
    <message>
        <source>One-page briefing</source>
        <translation>给领导的一页</translation>
    </message>
    <message>
        <source>Year archive</source>
        <translation>年度归档包</translation>
    </message>
    <message numerus="yes">
        <source>The archive with %n file(s) is in {file}.</source>
        <translation>
            <numerusform>归档包已生成，共 %Ln 个文件：{file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>OwnFieldLine</name>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Choices, with commas between them</source>
        <translation>可选内容，用逗号隔开</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>OwnFields</name>
    <message>
        <source>Name of a new field</source>
        <translation>新栏目的名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Choices, with commas between them</source>
        <translation>可选内容，用逗号隔开</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Numeric</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>They appear with each company under Member, and as columns and conditions of the list. A retired field keeps what was filled in.</source>
        <translation>在每家企业的“会员”页填写，也可以作为企业列表的列和筛选条件。停用的栏目保留已填的内容。</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是／否</translation>
    </message>
</context>
<context>
    <name>OwnFilter</name>
    <message>
        <source>Filter by it</source>
        <translation>按此筛选</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Has these characters</source>
        <translation>含这些字</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back to {page}</source>
        <translation>回到“{page}”</translation>
    </message>
</context>
<context>
    <name>PageValues</name>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>{paper}, upright</source>
        <translation>{paper}竖放</translation>
    </message>
    <message>
        <source>{paper}, across</source>
        <translation>{paper}横放</translation>
    </message>
    <message>
        <source>{width:g} × {height:g} mm</source>
        <translation>{width:g} × {height:g} 毫米</translation>
    </message>
    <message>
        <source>Scan of pre-printed paper…</source>
        <translation>预印纸扫描图…</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>It is shown below the page and never printed.</source>
        <translation>只衬在版面下对位用，不会印出来。</translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>The other company</source>
        <translation>另一家</translation>
    </message>
    <message>
        <source>Its code</source>
        <translation>另一家代码</translation>
    </message>
    <message>
        <source>Suspected duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>正在查找重复</translation>
    </message>
    <message>
        <source>No suspected duplicates. Pairs that you marked as different are not shown again.</source>
        <translation>没有疑似重复的企业。标记过“不是同一家”的不再列出。</translation>
    </message>
</context>
<context>
    <name>PaperMenu</name>
    <message>
        <source>Blank pledge letter…</source>
        <translation>空白承诺书…</translation>
    </message>
    <message>
        <source>Save the papers</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>Stopped. No file was left behind.</source>
        <translation>已停下，没有留下文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) made in {path}.</source>
        <translation>
            <numerusform>已制作 %n 份：{path}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out. {why}</source>
        <translation>
            <numerusform>另有 %n 家没有做。{why}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Choose where the folder of papers goes</source>
        <translation>选择放文件的位置</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Leave out what is printed on the stock already</source>
        <translation>套打：信封上已印好的部分不再印</translation>
    </message>
    <message>
        <source>With contact and telephone (noted in the history)</source>
        <translation>印联系人和电话（记入操作记录）</translation>
    </message>
    <message>
        <source>One PDF…</source>
        <translation>做成一个 PDF 文件…</translation>
    </message>
    <message>
        <source>A file each…</source>
        <translation>每家一份文件…</translation>
    </message>
    <message>
        <source>Empty: as in the campaign</source>
        <translation>不填则按本年度活动</translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking what can be made…</source>
        <translation>正在检查哪些可以制作…</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) can be made.</source>
        <translation>
            <numerusform>可以制作 %n 份。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be made:</source>
        <translation>
            <numerusform>%n 份做不了：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>……另有 %n 份。</numerusform>
        </translation>
    </message>
    <message>
        <source>No sender&apos;s address is printed: it is not filled in under Settings, The association.</source>
        <translation>信封上不会印寄件地址：“设置”的“协会”里还没有填写。</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of labels.</source>
        <translation>
            <numerusform>用 %n 张标签纸。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>Issuing passphrase</source>
        <translation>发证口令</translation>
    </message>
    <message>
        <source>Repeat the passphrase</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入的内容</translation>
    </message>
    <message>
        <source>The issuing passphrase was given today and is not asked for again.</source>
        <translation>今天已输入过发证口令，不再询问。</translation>
    </message>
    <message>
        <source>The two entries differ. Type the passphrase again.</source>
        <translation>两次输入不一样，请重新输入。</translation>
    </message>
    <message>
        <source>Enter the passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>The issuing passphrase is asked for once a day, after each start of the program, and when nobody was here for a while.</source>
        <translation>发证口令每天输入一次；每次启动程序后，以及一段时间没有人操作后，也要输入一次。</translation>
    </message>
    <message>
        <source>Choose the issuing passphrase now, at least 8 characters. Everybody who issues needs it. Print its recovery sheet right afterwards: without the sheet nobody can recover a lost passphrase, and no certificate can be issued then.</source>
        <translation>请现在设置发证口令，至少 8 个字符，所有出证的人都要用它。设好后请马上打印恢复单：没有恢复单，忘记口令就无法找回，也就不能再出证。</translation>
    </message>
</context>
<context>
    <name>PassphraseSection</name>
    <message>
        <source>Current &amp;passphrase</source>
        <translation>现在的口令(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>新口令(&amp;N)</translation>
    </message>
    <message>
        <source>New one a&amp;gain</source>
        <translation>新口令再输一遍(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;hange the passphrase</source>
        <translation>修改口令(&amp;H)</translation>
    </message>
    <message>
        <source>Sign the list anew</source>
        <translation>更新公开名单</translation>
    </message>
    <message>
        <source>Issuing passphrase</source>
        <translation>发证口令</translation>
    </message>
    <message>
        <source>The passphrase is set. The association&apos;s settings changed since: enter the current passphrase once and sign the public list anew, so that new certificates can be verified.</source>
        <translation>发证口令已设置。协会的设置后来改过：请输入现在的口令，点“更新公开名单”，新证书才能被查验。</translation>
    </message>
    <message>
        <source>The passphrase is changed. Certificates issued so far stay as they are.</source>
        <translation>口令已修改，已出的证书不受影响。</translation>
    </message>
    <message>
        <source>The public list is signed anew.</source>
        <translation>公开名单已更新。</translation>
    </message>
    <message>
        <source>Copy to a stick…</source>
        <translation>拷到U盘…</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Signing stamp</source>
        <translation>签发印记</translation>
    </message>
    <message>
        <source>Print the recovery sheet</source>
        <translation>打印恢复单</translation>
    </message>
    <message>
        <source>Save it as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Check the recovery sheet</source>
        <translation>核对恢复单</translation>
    </message>
    <message>
        <source>Passphrase forgotten</source>
        <translation>忘记口令</translation>
    </message>
    <message>
        <source>Sign with the recovery sheet</source>
        <translation>用恢复单更新公开名单</translation>
    </message>
    <message>
        <source>New signing stamp</source>
        <translation>启用新印记</translation>
    </message>
    <message>
        <source>Stop the signing stamp</source>
        <translation>停用印记</translation>
    </message>
    <message>
        <source>Which stick</source>
        <translation>选择U盘</translation>
    </message>
    <message>
        <source>The file is on the stick. It needs the passphrase, and does not replace the sheet.</source>
        <translation>文件已拷到U盘，使用时要输入发证口令。它不能代替恢复单。</translation>
    </message>
    <message>
        <source>The recovery sheet is printed once the passphrase is set.</source>
        <translation>设好发证口令后打印恢复单。</translation>
    </message>
    <message>
        <source>The recovery sheet was checked. Its content is on the paper in the safe alone.</source>
        <translation>恢复单已核对，内容只在保险柜里的那张纸上。</translation>
    </message>
    <message>
        <source>The recovery sheet was printed and not checked yet. Enter it once from the paper.</source>
        <translation>恢复单打印过，还没有核对。请照着纸输入一次。</translation>
    </message>
    <message>
        <source>The recovery sheet was not printed yet. Without it a forgotten passphrase ends all issuing: print it now and keep it in the safe, not beside the PC.</source>
        <translation>恢复单还没有打印。没有它，忘记口令就再也不能出证。请现在打印，放进保险柜，不要放在电脑旁边。</translation>
    </message>
    <message>
        <source>No passphrase is set yet. You choose it when the first certificate is issued; its recovery sheet is printed then.</source>
        <translation>还没有设置发证口令。第一次出证时设置，随后打印恢复单。</translation>
    </message>
    <message>
        <source>The passphrase is set and asked for once a day when certificates are issued. Who forgets it chooses another with the recovery sheet.</source>
        <translation>发证口令已设好，出证时每天输入一次。忘记了可以用恢复单另设一个。</translation>
    </message>
    <message>
        <source>What certificates and labels are signed with. A new one can be begun at any time, once a year for instance. Stop the present one where this PC, its files or its passphrase may be in wrong hands.</source>
        <translation>证书和标识都用它签发。随时可以启用新的，例如每年一次。这台电脑、电脑里的文件或发证口令可能落入他人手中时，请停用现用的。</translation>
    </message>
    <message>
        <source>Signed PDF files</source>
        <translation>PDF 文件签名</translation>
    </message>
</context>
<context>
    <name>PasteCard</name>
    <message>
        <source>Recognised. Nothing is saved yet.</source>
        <translation>识别结果（还没有保存）</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>Open the known company</source>
        <translation>打开已有企业</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>All of it is in the form already.</source>
        <translation>这些内容表单里都已经有了。</translation>
    </message>
</context>
<context>
    <name>PastedFields</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>服务热线</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Contact&apos;s phone</source>
        <translation>联系人电话</translation>
    </message>
    <message>
        <source>Contact&apos;s e-mail</source>
        <translation>联系人邮箱</translation>
    </message>
</context>
<context>
    <name>Paster</name>
    <message>
        <source>Filled in. Look it over, then save.</source>
        <translation>已填入，请核对后保存。</translation>
    </message>
</context>
<context>
    <name>PcForm</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>文字大小(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Enter key</source>
        <translation>回车键(&amp;E)</translation>
    </message>
    <message>
        <source>Loc&amp;k the issuing passphrase</source>
        <translation>锁定发证口令(&amp;K)</translation>
    </message>
</context>
<context>
    <name>PcSection</name>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>{name} is no longer offered as an operator.</source>
        <translation>{name} 已停用，不再出现在操作员名单里。</translation>
    </message>
    <message>
        <source>Stays in the field</source>
        <translation>留在当前栏</translation>
    </message>
    <message>
        <source>Goes to the next field</source>
        <translation>跳到下一栏</translation>
    </message>
    <message>
        <source>After {minutes} minutes</source>
        <translation>{minutes} 分钟无人操作后</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Name of a new operator</source>
        <translation>新操作员姓名</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Everybody works under their own name, so that the history says who did what.</source>
        <translation>每个人用自己的名字操作，记录里才分得清是谁做的。</translation>
    </message>
    <message>
        <source>at work now</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>PledgeForm</name>
    <message>
        <source>One per line</source>
        <translation>每行一项</translation>
    </message>
    <message>
        <source>One per line, e.g. GB/T 19001-2016</source>
        <translation>每行一项，例如 GB/T 19001-2016</translation>
    </message>
    <message>
        <source>Si&amp;gnatory</source>
        <translation>签署人(&amp;G)</translation>
    </message>
    <message>
        <source>2026-03-01</source>
        <translation>2026-03-01</translation>
    </message>
    <message>
        <source>Prod&amp;ucts</source>
        <translation>承诺产品(&amp;U)</translation>
    </message>
    <message>
        <source>Dec&amp;lared standards</source>
        <translation>执行标准(&amp;L)</translation>
    </message>
    <message>
        <source>Da&amp;y signed</source>
        <translation>签署日期(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>PledgePart</name>
    <message>
        <source>Pledge {year}</source>
        <translation>{year} 年度承诺</translation>
    </message>
    <message>
        <source>The pledge can no longer be changed at this stage.</source>
        <translation>现在的阶段不能再改承诺内容。</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Corrected papers are in: review again</source>
        <translation>补正材料已收到，重新提交审核</translation>
    </message>
    <message>
        <source>The letter is in: enter the pledge</source>
        <translation>承诺书已收到，录入承诺</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Returned forms</source>
        <translation>回表</translation>
    </message>
    <message>
        <source>Back to the forms</source>
        <translation>返回回表列表</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in {source}</source>
        <translation>
            <numerusform>{source}：共 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>Company or credit code</source>
        <translation>企业名称或信用代码</translation>
    </message>
    <message>
        <source>Companies that passed the check</source>
        <translation>通过检查的企业</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一家</translation>
    </message>
    <message>
        <source>Longest name</source>
        <translation>名称最长的</translation>
    </message>
    <message>
        <source>The certificate of {company}</source>
        <translation>{company}的证书</translation>
    </message>
    <message>
        <source>The number is given when the certificate is issued. The ring shows where the seal goes; it is not printed. PageUp and PageDown turn the pages, Ctrl with + and - changes the size.</source>
        <translation>编号在出证时给出。圆圈是盖章的位置，不会印出来。用上翻、下翻键换下一家，按住 Ctrl 再按 + 或 − 放大缩小。</translation>
    </message>
    <message>
        <source>Shortest name</source>
        <translation>名称最短</translation>
    </message>
    <message>
        <source>Rarest characters</source>
        <translation>用字最生僻</translation>
    </message>
    <message numerus="yes">
        <source>%n with a borrowed character</source>
        <translation>
            <numerusform>%n 家用了替代字形</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintForm</name>
    <message>
        <source>&amp;Printer</source>
        <translation>打印机(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Sheets at a time</source>
        <translation>每次送几张(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copies of each</source>
        <translation>每家几份(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tray</source>
        <translation>纸盒(&amp;T)</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>纸张(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;From number</source>
        <translation>从编号(&amp;F)</translation>
    </message>
    <message>
        <source>t&amp;o</source>
        <translation>到(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>加印原因(&amp;R)</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Print the hidden codes</source>
        <translation>印防伪码</translation>
    </message>
    <message>
        <source>Check every label (recommended)</source>
        <translation>逐枚检查（建议）</translation>
    </message>
    <message>
        <source>&amp;From label</source>
        <translation>从第几号(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To label</source>
        <translation>到第几号(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Why again</source>
        <translation>重印原因(&amp;W)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Tra&amp;y</source>
        <translation>纸盒(&amp;Y)</translation>
    </message>
    <message>
        <source>Choose where the files go.</source>
        <translation>请选择文件放在哪里。</translation>
    </message>
    <message>
        <source>Folder for the labels</source>
        <translation>标识文件放在</translation>
    </message>
    <message>
        <source>Signed with hidden codes, but printed without them: there is nothing to scratch off.</source>
        <translation>这一批签发时带防伪码；这样打印，标识上没有防伪码可刮。</translation>
    </message>
</context>
<context>
    <name>PrintWork</name>
    <message>
        <source>A trial print of {number} went to {printer}. It is marked and is not counted as a copy.</source>
        <translation>已把 {number} 的样张送往“{printer}”。样张上有字样，不算份数。</translation>
    </message>
    <message>
        <source>Trial print</source>
        <translation>试打一张</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) were checked page by page and sent to the printer.</source>
        <translation>
            <numerusform>%Ln 张逐页检查后已送往打印机。</numerusform>
        </translation>
    </message>
    <message>
        <source>Withheld: {numbers}. See the sheets below for why.</source>
        <translation>已扣下：{numbers}。原因见下面的每一张。</translation>
    </message>
    <message>
        <source>Look at the paper: what is spoiled can be printed again here.</source>
        <translation>请看一下纸，有损坏的可以在这里重印。</translation>
    </message>
    <message>
        <source>Stopped between two chunks. What was sent stands; go on when you like.</source>
        <translation>已停下。送出的不受影响，随时可以继续。</translation>
    </message>
    <message>
        <source>Look at the paper: up to which number did it come out right? What was sent after it is printed again as the next copy. Leave it empty where nothing came out.</source>
        <translation>请看一下纸：正确印到了哪一号？后面送出过的会按下一份重印。一张都没印出来就留空。</translation>
    </message>
    <message>
        <source>Continue printing</source>
        <translation>继续打印</translation>
    </message>
    <message>
        <source>Note it and print again</source>
        <translation>登记并重印</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Seal register</source>
        <translation>用印登记表</translation>
    </message>
    <message>
        <source>Receipt list</source>
        <translation>领取签收单</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of this batch are not printed yet. They will not be printed any more, and this cannot be undone. What was sent to the printer stands.</source>
        <translation>
            <numerusform>这个批次还有 %Ln 张没有打印。取消以后这些不再打印，并且不能撤回；已送往打印机的不受影响。</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not print them</source>
        <translation>不再打印</translation>
    </message>
    <message numerus="yes">
        <source>The batch is cancelled: %n sheet(s) will not be printed.</source>
        <translation>
            <numerusform>批次已取消：%Ln 张不再打印。</numerusform>
        </translation>
    </message>
    <message>
        <source>Which sheets spoiled, and why? Numbers, last digits, or 118～121. They are printed again.</source>
        <translation>哪些证书损坏了？填写编号、末几位，或 118～121 这样的范围，并写明原因。它们会重新打印。</translation>
    </message>
    <message>
        <source>From which number on should it be printed again, as the next copy, and why?</source>
        <translation>从哪一号起重印？重印的是下一份，请写明原因。</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>登记</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) noted as picked up; this can be undone.</source>
        <translation>
            <numerusform>已登记领取 %n 张，可以撤回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Which printer prints the rest, with the tray it had last? There are: {names}</source>
        <translation>剩下的用哪台打印机印？纸盒按那台打印机上次用的。现有：{names}</translation>
    </message>
    <message>
        <source>Use this printer</source>
        <translation>用这台</translation>
    </message>
    <message>
        <source>The rest of the batch goes to {printer}. Continue printing when it is ready.</source>
        <translation>剩下的改用{printer}，准备好后点“继续打印”。</translation>
    </message>
    <message>
        <source>Which certificates were picked up today? Numbers, last digits, 118～121, or companies&apos; names.</source>
        <translation>今天领走了哪些证书？填写编号、末几位、118～121 这样的范围，或企业名称。</translation>
    </message>
    <message>
        <source>These were noted as picked up before.</source>
        <translation>这些以前已经登记过领取。</translation>
    </message>
    <message>
        <source>Note it all the same</source>
        <translation>仍然登记</translation>
    </message>
    <message>
        <source>Left out, having ended: {numbers}. If one was picked up, type its number alone.</source>
        <translation>已停用，没有登记：{numbers}。确实领走了的，请单独写它的编号。</translation>
    </message>
</context>
<context>
    <name>PrintedLines</name>
    <message>
        <source>Print log</source>
        <translation>打印记录</translation>
    </message>
    <message>
        <source>trial print</source>
        <translation>试打样张</translation>
    </message>
    <message>
        <source>copy {copy} on {printer}</source>
        <translation>第 {copy} 份，{printer}</translation>
    </message>
    <message>
        <source>file</source>
        <translation>电子文件</translation>
    </message>
    <message>
        <source>copy {copy}, printed elsewhere</source>
        <translation>第 {copy} 份，已在别处打印</translation>
    </message>
    <message>
        <source>{what} (because: {reason})</source>
        <translation>{what}（因：{reason}）</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>编号范围</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>As the printer chooses</source>
        <translation>打印机自选</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>A3, enlarged</source>
        <translation>A3，放大</translation>
    </message>
    <message>
        <source>A3, two on a sheet</source>
        <translation>A3，一张印两份</translation>
    </message>
    <message>
        <source>A4, pre-printed</source>
        <translation>A4 预印纸（套打）</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Stopping after the current item…</source>
        <translation>做完手头这一项就停止…</translation>
    </message>
    <message>
        <source>This takes a moment…</source>
        <translation>稍等片刻…</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Where the companies stand</source>
        <translation>企业走到哪一步</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message numerus="yes">
        <source>%n element(s) selected</source>
        <translation>
            <numerusform>选中了%n个元素</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>还没有选中元素。点一下页面上的内容即可。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>{size:g} mm across, as in the settings, around the middle of its box.</source>
        <translation>直径 {size:g} 毫米，由设置决定，以这个位置为中心。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Change the seal&apos;s diameter…</source>
        <translation>改公章直径…</translation>
    </message>
</context>
<context>
    <name>PublishCard</name>
    <message>
        <source>&amp;Publish now</source>
        <translation>立即公布(&amp;P)</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>另选文件夹…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Published last {when}, into {folder}.</source>
        <translation>上次公布：{when}，写到 {folder}。</translation>
    </message>
    <message>
        <source>Nothing was published from this PC yet. Choose an empty folder for it.</source>
        <translation>本机还没有公布过。请选一个空文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>The pledges of %n company(ies) wait for it.</source>
        <translation>
            <numerusform>有 %n 家企业的承诺还没有公布。</numerusform>
        </translation>
    </message>
    <message>
        <source>Afterwards upload the whole folder to {address}: only then everybody sees it.</source>
        <translation>公布后请把整个文件夹上传到 {address}，上传了大家才能看到。</translation>
    </message>
    <message>
        <source>Folder for the published pages</source>
        <translation>公布网页的文件夹</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>网上公布</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷方式</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Companies in review</source>
        <translation>待审核企业</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>The letter has no seal</source>
        <translation>承诺书没有盖章</translation>
    </message>
    <message>
        <source>The letter is not signed</source>
        <translation>承诺书没有签字</translation>
    </message>
    <message>
        <source>The name differs from the business licence</source>
        <translation>企业名称与营业执照不一致</translation>
    </message>
    <message>
        <source>The credit code is missing or wrong</source>
        <translation>信用代码缺失或有误</translation>
    </message>
    <message>
        <source>The declared standards are missing</source>
        <translation>没有填写执行标准</translation>
    </message>
    <message>
        <source>Reason for returning</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Return them</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Why is {name} returned? It is told the reason.</source>
        <translation>退回“{name}”，请选择或填写原因（会告知企业）：</translation>
    </message>
    <message numerus="yes">
        <source>Why are %n company(ies) returned? They are told the reason.</source>
        <translation>
            <numerusform>退回 %Ln 家，请选择或填写原因（会告知企业）：</numerusform>
        </translation>
    </message>
    <message>
        <source>Products and standards do not match</source>
        <translation>产品与执行标准不对应</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Paper jam</source>
        <translation>卡纸</translation>
    </message>
    <message>
        <source>Smeared</source>
        <translation>墨污</translation>
    </message>
    <message>
        <source>Creased or torn</source>
        <translation>折皱破损</translation>
    </message>
    <message>
        <source>Printed askew</source>
        <translation>印歪了</translation>
    </message>
    <message>
        <source>Lost by the company</source>
        <translation>企业遗失</translation>
    </message>
</context>
<context>
    <name>ReasonsCard</name>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Press the number of a reason. The company will be told.</source>
        <translation>按数字键选择原因，企业会看到这个原因。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Return it</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Why is {name} returned?</source>
        <translation>为什么退回{name}？</translation>
    </message>
</context>
<context>
    <name>ReasonsPanel</name>
    <message>
        <source>Document that approves the title</source>
        <translation>批准标题的文件</translation>
    </message>
    <message>
        <source>Name and number of the document</source>
        <translation>文件名称和文号</translation>
    </message>
    <message>
        <source>The title claims the whole country. What approves it?</source>
        <translation>标题带有“全国”“中国”等字样，依据哪份批准文件？</translation>
    </message>
    <message>
        <source>Why it has to be so</source>
        <translation>为什么要这样</translation>
    </message>
    <message>
        <source>Reason for {word}</source>
        <translation>使用{word}的理由</translation>
    </message>
</context>
<context>
    <name>ReconcileView</name>
    <message>
        <source>Batch of issue</source>
        <translation>出证批次</translation>
    </message>
    <message>
        <source>Who is missing</source>
        <translation>缺哪些</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>导出清单…</translation>
    </message>
    <message>
        <source>The whole year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>All five agree: everything that was selected went out.</source>
        <translation>五个数都相符，选中的都寄出了。</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) or company(ies) fell behind; each is listed with the reason.</source>
        <translation>
            <numerusform>有 %n 张（家）没有走完，下面逐一写明原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing at {step}</source>
        <translation>{step}：缺</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message numerus="yes">
        <source>All five agree. %n certificate(s) that are not counted need a look.</source>
        <translation>
            <numerusform>五个数都相符；另有 %Ln 张不计入的，请看一眼。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reconciling</name>
    <message>
        <source>Reconciliation {year}</source>
        <translation>{year}年证书对账</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) noted as printed elsewhere. This stays.</source>
        <translation>
            <numerusform>已登记 %Ln 张在别处打印，记入打印记录，不能撤回。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Typed and not saved: {name} ({time}).</source>
        <translation>上次填写的内容还没有保存：{name}（{time}）。</translation>
    </message>
    <message numerus="yes">
        <source>%n drafts are not saved, the latest: {name} ({time}).</source>
        <translation>
            <numerusform>有 %Ln 份草稿还没有保存，最近的是：{name}（{time}）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>继续填写</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) discarded.</source>
        <translation>
            <numerusform>已丢弃 %Ln 份草稿。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Discard all drafts</source>
        <translation>全部丢弃</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) cannot be read, kept aside: {file}. Check what you typed last.</source>
        <translation>
            <numerusform>有 %Ln 份草稿读不出来，已另存在：{file}。请核对上次录入的内容。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterCard</name>
    <message>
        <source>Compare with what was kept…</source>
        <translation>核对存根…</translation>
    </message>
    <message>
        <source>On {day} it went on from other records ({staff}): {reason}</source>
        <translation>{day} 另行继续过（{staff}）：{reason}</translation>
    </message>
    <message>
        <source>Go on with a reason…</source>
        <translation>说明原因后继续…</translation>
    </message>
    <message>
        <source>Nothing was entered yet: the first certificate begins it.</source>
        <translation>还没有登记内容，第一次出证时开始登记。</translation>
    </message>
    <message>
        <source>What was kept of the register</source>
        <translation>签发登记簿的存根</translation>
    </message>
    <message>
        <source>Comparing {name} …</source>
        <translation>正在核对 {name}…</translation>
    </message>
    <message>
        <source>What somebody kept of the register earlier shows whether it was changed since: a file from the published folder, the receipt (.tlog-proof) or the PDF of a certificate, from a stick or from a company. Choose it, or drop it here.</source>
        <translation>别处留有以前的存根，就能核对登记簿后来有没有被改动：公布过的文件夹里的 checkpoint 文件、证书的登记回执（.tlog-proof），或带回执的证书 PDF，从U盘或企业取来都可以。选择文件，或拖到这里。</translation>
    </message>
    <message>
        <source>Confirmed last {when}.</source>
        <translation>最近一次确认：{when}。</translation>
    </message>
    <message>
        <source>The rest is confirmed at the next issue, or when the pages are published.</source>
        <translation>其余的在下次出证或公布网页时确认。</translation>
    </message>
</context>
<context>
    <name>RegisterView</name>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Number, last digits or company</source>
        <translation>编号、后几位或企业</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>返回证书列表</translation>
    </message>
    <message>
        <source>Make files</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %Ln 张</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterWatch</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Go on with a reason…</source>
        <translation>说明原因后继续…</translation>
    </message>
</context>
<context>
    <name>RegisterWork</name>
    <message>
        <source>The page of certificate {number}</source>
        <translation>证书 {number} 的页面</translation>
    </message>
    <message>
        <source>{number} is replaced by {new}.</source>
        <translation>{number} 已换发为 {new}。</translation>
    </message>
    <message>
        <source>Show the new one</source>
        <translation>看新证书</translation>
    </message>
    <message>
        <source>{number}: {state}.</source>
        <translation>{number}：{state}。</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Restore this backup…</source>
        <translation>恢复这份备份…</translation>
    </message>
    <message>
        <source>Yes, replace the present records</source>
        <translation>确定，用它替换现在的数据</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>不恢复</translation>
    </message>
    <message>
        <source>The backup made {when} is sound and holds:</source>
        <translation>{when} 的备份完好，里面有：</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>备份里</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Campaign years</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Participations</source>
        <translation>参加情况</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Published rosters</source>
        <translation>已公布名单</translation>
    </message>
    <message>
        <source>Everything entered since then goes. The present records are kept as a backup first. Restore?</source>
        <translation>此后录入的内容都会消失。现在的数据会先另存一份备份。确定恢复吗？</translation>
    </message>
    <message>
        <source>… of them void, revoked or replaced</source>
        <translation>其中已作废、撤销或换发</translation>
    </message>
    <message>
        <source>Calls entered</source>
        <translation>查验登记</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) issued since then, and printed, would not be known.</source>
        <translation>
            <numerusform>此后出的 %Ln 张证书会从登记里消失，纸质证书却已经发出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) ended since then would count as valid again.</source>
        <translation>
            <numerusform>此后作废、撤销或换发的 %Ln 张证书会重新显示为有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>The present records are kept as a backup first. Restore anyway?</source>
        <translation>现在的数据会先另存一份备份。仍要恢复吗？</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Found</source>
        <translation>查到的证书</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Checked in this session</source>
        <translation>本次查过的</translation>
    </message>
    <message>
        <source>Checking {name} …</source>
        <translation>正在查验 {name}…</translation>
    </message>
    <message>
        <source>Nothing found so far. Go on typing, or press Enter if that is all.</source>
        <translation>还没有查到。请继续输入；输完了就按回车。</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) found. Choose with ↑ ↓ and Enter.</source>
        <translation>
            <numerusform>查到 %Ln 张，请用 ↑ ↓ 选，按回车打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back to the list: %n certificate(s) fit</source>
        <translation>
            <numerusform>返回列表：共 %Ln 张符合，请核对</numerusform>
        </translation>
    </message>
    <message>
        <source>Entered today</source>
        <translation>今天登记的查验</translation>
    </message>
    <message>
        <source>There is nothing to check yet</source>
        <translation>还没有可以查验的证书</translation>
    </message>
    <message>
        <source>Once certificates are issued, their numbers and companies are found here.</source>
        <translation>出证以后，在上面输入编号或企业名称就能查到。</translation>
    </message>
    <message>
        <source>Go to the certificates</source>
        <translation>去发证与打印</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are listed. Type more of the name, or choose with ↑ ↓, Enter.</source>
        <translation>
            <numerusform>只列出最近的 %Ln 张。可以再多输几个字，或用 ↑ ↓ 选，按回车打开。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a hidden code. Whose it is, the signing stamps tell.</source>
        <translation>这是刮开的防伪码，要用签发印记逐批查找它是哪枚标识的。</translation>
    </message>
    <message>
        <source>The search was stopped. Press Enter to begin it again.</source>
        <translation>已停止查找。按回车重新查找。</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>Company</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>another one is taken</source>
        <translation>采用另一份</translation>
    </message>
    <message>
        <source>Changes: {count}</source>
        <translation>变化 {count} 项</translation>
    </message>
    <message>
        <source>open: {count}</source>
        <translation>待定 {count} 项</translation>
    </message>
    <message>
        <source>see notes</source>
        <translation>有提示</translation>
    </message>
    <message>
        <source>Enter the pledge</source>
        <translation>录入承诺</translation>
    </message>
    <message>
        <source>not taking part</source>
        <translation>未参加</translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>（清空）</translation>
    </message>
</context>
<context>
    <name>ReturnsView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>Save the %n left out…</source>
        <translation>
            <numerusform>保存未导入的 %Ln 份…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n form(s)</source>
        <translation>
            <numerusform>导入 %Ln 份</numerusform>
        </translation>
    </message>
    <message>
        <source>The forms are put away. Your ticks stay until you import them or read other forms.</source>
        <translation>回表已收起。您的勾选会留着，直到导入，或读入别的回表。</translation>
    </message>
    <message>
        <source>Back to the forms</source>
        <translation>返回回表列表</translation>
    </message>
</context>
<context>
    <name>ReturnsWork</name>
    <message>
        <source>Forms {year}</source>
        <translation>{year}年回表</translation>
    </message>
    <message>
        <source>Save the forms</source>
        <translation>保存回表</translation>
    </message>
    <message>
        <source>Choose where the folder of forms goes</source>
        <translation>选择回表文件夹放在哪里</translation>
    </message>
    <message>
        <source>Making forms</source>
        <translation>正在生成回表</translation>
    </message>
    <message>
        <source>Reading returned forms</source>
        <translation>正在读取回表</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) updated</source>
        <translation>
            <numerusform>更新企业 %Ln 家</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pledge(s) entered.</source>
        <translation>
            <numerusform>录入承诺 %Ln 份。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) were left out.</source>
        <translation>
            <numerusform>有 %Ln 份回表没有导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list of them…</source>
        <translation>保存清单…</translation>
    </message>
    <message>
        <source>Forms left out.xlsx</source>
        <translation>没有导入的回表.xlsx</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>Nothing to review</source>
        <translation>没有待审核的承诺</translation>
    </message>
    <message>
        <source>No pledge of this year waits for a verdict now.</source>
        <translation>本年度现在没有等待审核的承诺。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Company before</source>
        <translation>上一家企业</translation>
    </message>
    <message>
        <source>Next company</source>
        <translation>下一家企业</translation>
    </message>
    <message>
        <source>F9 approve · F10 return · Ctrl+↑↓ company · PgUp PgDown page</source>
        <translation>F9 通过 · F10 退回 · Ctrl+↑↓ 换企业 · PgUp PgDn 翻页</translation>
    </message>
    <message numerus="yes">
        <source>%n left to review</source>
        <translation>
            <numerusform>待审核还剩 %Ln 家</numerusform>
        </translation>
    </message>
    <message>
        <source>Notices of return…</source>
        <translation>退回补正通知…</translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>In review</source>
        <translation>待审核</translation>
    </message>
</context>
<context>
    <name>RollList</name>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Comes along</source>
        <translation>带入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不带入</translation>
    </message>
    <message>
        <source>In the year already</source>
        <translation>已在本年度</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年度</translation>
    </message>
</context>
<context>
    <name>RollView</name>
    <message>
        <source>Companies of last year</source>
        <translation>上一年的企业</translation>
    </message>
    <message>
        <source>Leave out / take along (Space)</source>
        <translation>不带入／带入（空格键）</translation>
    </message>
    <message>
        <source>Open the company</source>
        <translation>打开企业</translation>
    </message>
    <message>
        <source>No year to bring companies in from</source>
        <translation>没有可以沿用的年度</translation>
    </message>
    <message>
        <source>This is the first year. Import a list, or bring in companies you know already.</source>
        <translation>这是第一个年度。请导入名单，或加入已有企业。</translation>
    </message>
    <message>
        <source>{last} companies took part in {source}. {coming} can be brought in as drafts, with last year&apos;s products and standards; {present} are in {year} already.</source>
        <translation>{source} 年共 {last} 家企业。可带入 {coming} 家，作为草稿，并带上一年的承诺产品和执行标准；{present} 家已在 {year} 年。</translation>
    </message>
    <message>
        <source>&amp;Bring them all in</source>
        <translation>全部带入(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Bring in the others</source>
        <translation>带入其余企业(&amp;B)</translation>
    </message>
    <message>
        <source>Take the whole group along</source>
        <translation>本组全部带入</translation>
    </message>
    <message>
        <source>Leave the whole group out</source>
        <translation>本组全部不带入</translation>
    </message>
    <message numerus="yes">
        <source>Brought in as drafts: %n</source>
        <translation>
            <numerusform>已带入为草稿：%Ln 家</numerusform>
        </translation>
    </message>
    <message>
        <source>{year} · who is left out</source>
        <translation>{year}年 · 不带入的企业</translation>
    </message>
    <message>
        <source>Nobody took part in the year before</source>
        <translation>上一年没有企业参加</translation>
    </message>
    <message>
        <source>So there is nobody to bring in. Import a list, or bring in companies you know already.</source>
        <translation>没有可以沿用的企业。请导入名单，或从已有企业加入。</translation>
    </message>
</context>
<context>
    <name>RootPanel</name>
    <message>
        <source>Issuing passphrase</source>
        <translation>发证口令</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Recovery sheet {day}</source>
        <translation>恢复单 {day}</translation>
    </message>
    <message>
        <source>Where the recovery sheet goes</source>
        <translation>恢复单存放位置</translation>
    </message>
    <message>
        <source>Save the sheet…</source>
        <translation>保存恢复单…</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>打印恢复单</translation>
    </message>
    <message>
        <source>Check the sheet</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Set the new passphrase</source>
        <translation>设置新口令</translation>
    </message>
    <message>
        <source>Sign the list anew</source>
        <translation>更新公开名单</translation>
    </message>
    <message>
        <source>Begin a new signing stamp</source>
        <translation>启用新印记</translation>
    </message>
    <message>
        <source>Stop the present signing stamp</source>
        <translation>停用现用印记</translation>
    </message>
    <message>
        <source>The sheet is saved as a PDF where you say. Print it, then delete the file.</source>
        <translation>恢复单将存成 PDF，位置由您选择。打印后请删除这个文件。</translation>
    </message>
    <message>
        <source>The sheet is printed on the printer used last. Put it into the safe at once.</source>
        <translation>恢复单将在上次使用的打印机上打印。请马上放进保险柜。</translation>
    </message>
    <message>
        <source>Enter the sheet from the paper: type its five lines, scan its code into the first line, or choose a photo of it. If it is right, its content is deleted from this PC and stays on the paper alone.</source>
        <translation>请照着纸上的恢复单输入：逐行输入五行，或用扫码枪扫入第一行，或选择它的照片。核对正确后，它的内容从这台电脑上删除，只留在纸上。</translation>
    </message>
    <message>
        <source>With the sheet you choose another passphrase. Certificates issued so far stay as they are.</source>
        <translation>凭恢复单另设一个发证口令。已发的证书不受影响。</translation>
    </message>
    <message>
        <source>The association&apos;s settings changed. The public list is signed with the sheet.</source>
        <translation>协会的设置改过，要凭恢复单重新签一次公开名单。</translation>
    </message>
    <message>
        <source>From now on certificates are signed with a new stamp. What was issued before stays valid.</source>
        <translation>今后的证书用新印记签发，以前签发的仍然有效。</translation>
    </message>
    <message>
        <source>For a stolen PC or passphrase. Everything issued so far is put on a list and stays valid; anything else with the old stamp counts as forged. A new stamp begins at once. Publish the pages afterwards. This cannot be undone.</source>
        <translation>电脑或口令失窃时使用。此前签发的全部列入名单，仍然有效；名单以外带旧印记的一律视为伪造。新印记同时启用。停用后请重新公布网页。此操作不能撤回。</translation>
    </message>
    <message>
        <source>The sheet is saved. Print it and delete the file, then check it here.</source>
        <translation>恢复单已保存。请打印后删除文件，再到这里核对。</translation>
    </message>
    <message>
        <source>The sheet is being printed. Check it here as soon as you hold it.</source>
        <translation>正在打印恢复单。拿到后请马上在这里核对。</translation>
    </message>
    <message>
        <source>The sheet is right. Its content is on the paper alone.</source>
        <translation>恢复单正确，内容只留在纸上。</translation>
    </message>
    <message>
        <source>The new passphrase is set. Certificates issued so far stay as they are.</source>
        <translation>新的发证口令已设好，已发的证书不受影响。</translation>
    </message>
    <message>
        <source>The public list is signed anew.</source>
        <translation>公开名单已更新。</translation>
    </message>
    <message>
        <source>The new signing stamp is in use.</source>
        <translation>新印记已启用。</translation>
    </message>
    <message>
        <source>The old signing stamp is stopped, and a new one is in use. Publish the pages.</source>
        <translation>旧印记已停用，新印记已启用。请重新公布网页。</translation>
    </message>
    <message>
        <source>Choose the new passphrase, at least 8 characters. Everybody who issues needs it.</source>
        <translation>请另设一个发证口令，至少 8 个字符，所有出证的人都要用它。</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
</context>
<context>
    <name>RosterCard</name>
    <message>
        <source>File format</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名单</translation>
    </message>
    <message numerus="yes">
        <source>Version {version}, published on {day}: %n company(ies).</source>
        <translation>
            <numerusform>第 {version} 版，{day} 公布，共 %Ln 家企业。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not published yet: %n company(ies). An export now is marked as a draft.</source>
        <translation>
            <numerusform>还没有公布，现在有 %Ln 家企业。此时导出会标明“未公布稿”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Added ({count}): {names}</source>
        <translation>增加 {count} 家：{names}</translation>
    </message>
    <message>
        <source>Removed ({count}): {names}</source>
        <translation>减少 {count} 家：{names}</translation>
    </message>
    <message>
        <source>Changed ({count}): {names}</source>
        <translation>变更 {count} 家：{names}</translation>
    </message>
    <message>
        <source>Since then the companies have changed. Publish again so that the roster says so:</source>
        <translation>公布以后有变化，再公布一次名单才会更新：</translation>
    </message>
    <message>
        <source>Publish the roster…</source>
        <translation>公布名单…</translation>
    </message>
    <message>
        <source>Yes, publish it</source>
        <translation>确定公布</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>先不公布</translation>
    </message>
    <message numerus="yes">
        <source>The roster of %n announced company(ies) is frozen as a new version.</source>
        <translation>
            <numerusform>将把 %Ln 家已公告企业的名单固定为新的一版。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no certificate yet.</source>
        <translation>
            <numerusform>其中 %Ln 家还没有证书。</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing cannot be undone; later changes appear as a difference.</source>
        <translation>公布后不能撤回，以后的变化会作为差异列出。</translation>
    </message>
    <message>
        <source>E&amp;xport the roster…</source>
        <translation>导出名单(&amp;X)…</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Columns: {names}</source>
        <translation>列：{names}</translation>
    </message>
    <message>
        <source>This version was published without: {names}. Publish again to show it.</source>
        <translation>这一版公布时没有这些列：{names}。再公布一次就能显示。</translation>
    </message>
    <message>
        <source>Whole roster or one province</source>
        <translation>整份名单或一个省份</translation>
    </message>
    <message>
        <source>Whole roster</source>
        <translation>整份名单</translation>
    </message>
    <message>
        <source>Only {province}</source>
        <translation>只要{province}</translation>
    </message>
    <message>
        <source>Excel (.xlsx)</source>
        <translation>Excel（.xlsx）</translation>
    </message>
    <message>
        <source>Word (.docx)</source>
        <translation>Word（.docx）</translation>
    </message>
    <message>
        <source>PDF (.pdf)</source>
        <translation>PDF（.pdf）</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>表格（.csv）</translation>
    </message>
    <message>
        <source>Announcement…</source>
        <translation>生成公告…</translation>
    </message>
    <message>
        <source>The announcement as Word or PDF, with the published roster as its annex</source>
        <translation>生成 Word 或 PDF 公告，以已公布的名单为附件</translation>
    </message>
    <message>
        <source>with a red head</source>
        <translation>加红色版头</translation>
    </message>
    <message>
        <source>The roster holds the announced companies. Nobody is announced yet; the announcement comes after that.</source>
        <translation>名单里是已公告的企业，现在还没有。先在上面办理公告，再公布名单，然后就可以生成公告文件。</translation>
    </message>
    <message>
        <source>Publish the roster first, then the announcement can be made from it.</source>
        <translation>公布名单以后，可以生成公告文件。</translation>
    </message>
</context>
<context>
    <name>RowsStep</name>
    <message>
        <source>Rows of the list</source>
        <translation>名单各行</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Enter pledges of {year} too</source>
        <translation>同时录入 {year} 年度承诺</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Add to a list</source>
        <translation>加入名单</translation>
    </message>
    <message>
        <source>Nothing saved yet</source>
        <translation>还没有保存的筛选或名单</translation>
    </message>
    <message>
        <source>Save as a filter…</source>
        <translation>保存为筛选…</translation>
    </message>
    <message>
        <source>Show all companies again</source>
        <translation>回到全部企业</translation>
    </message>
    <message>
        <source>Keep the present conditions in it</source>
        <translation>把现在的条件存进去</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>What is this filter called? Everyone in the office sees it.</source>
        <translation>给这个筛选起个名字，全办公室都能看到。</translation>
    </message>
    <message>
        <source>What is &quot;{name}&quot; called from now on?</source>
        <translation>“{name}”改叫什么？</translation>
    </message>
    <message>
        <source>Deleted: {name}. Its companies stay.</source>
        <translation>已删除“{name}”，企业资料不受影响。</translation>
    </message>
    <message>
        <source>New list…</source>
        <translation>新建名单…</translation>
    </message>
    <message>
        <source>Take off &quot;{name}&quot;</source>
        <translation>移出“{name}”</translation>
    </message>
    <message numerus="yes">
        <source>What is the list of %n company(ies) called? Everyone in the office sees it.</source>
        <translation>
            <numerusform>给这 %Ln 家企业的名单起个名字，全办公室都能看到。</numerusform>
        </translation>
    </message>
    <message>
        <source>List made: {name}</source>
        <translation>已建名单“{name}”</translation>
    </message>
    <message numerus="yes">
        <source>%n added to &quot;{name}&quot;</source>
        <translation>
            <numerusform>已有 %Ln 家加入“{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken off &quot;{name}&quot;</source>
        <translation>
            <numerusform>已有 %Ln 家移出“{name}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Pledge entered: {name}</source>
        <translation>已录入承诺：{name}</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>ScanTools</name>
    <message>
        <source>Scan shown</source>
        <translation>当前扫描件</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右转</translation>
    </message>
    <message>
        <source>Add scans</source>
        <translation>添加扫描件</translation>
    </message>
    <message>
        <source>Remove this scan</source>
        <translation>移除这份扫描件</translation>
    </message>
</context>
<context>
    <name>ScanViewer</name>
    <message>
        <source>The original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>No scan yet</source>
        <translation>还没有扫描件</translation>
    </message>
    <message>
        <source>Drop the scanned letter here, paste it with Ctrl+V, or choose it. PDF, JPEG and PNG are taken.</source>
        <translation>把扫描的承诺书拖到这里，按 Ctrl+V 粘贴，或选择文件。支持 PDF、JPEG、PNG。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Add scans</source>
        <translation>添加扫描件</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Pasted picture.png</source>
        <translation>粘贴的图片.png</translation>
    </message>
</context>
<context>
    <name>ScanWork</name>
    <message numerus="yes">
        <source>%n more could not be added.</source>
        <translation>
            <numerusform>另有 %Ln 份未能添加。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scans added: %n</source>
        <translation>
            <numerusform>已添加扫描件：%Ln 份</numerusform>
        </translation>
    </message>
    <message>
        <source>This scan is attached already.</source>
        <translation>这份扫描件已经添加过了。</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>已移除：{name}</translation>
    </message>
</context>
<context>
    <name>ScansView</name>
    <message>
        <source>Kind of paper</source>
        <translation>材料种类</translation>
    </message>
    <message>
        <source>Add as</source>
        <translation>新添加的是</translation>
    </message>
</context>
<context>
    <name>Scopes</name>
    <message>
        <source>All valid ones in the list ({count})</source>
        <translation>列表中全部有效证书 {count}</translation>
    </message>
    <message>
        <source>Those selected ({count})</source>
        <translation>选中的 {count}</translation>
    </message>
    <message>
        <source>Those not made yet ({count})</source>
        <translation>还没有生成或打印的 {count} 张</translation>
    </message>
    <message>
        <source>Valid ones of the {chosen} selected ({count})</source>
        <translation>选中 {chosen} 张中有效的（{count}）</translation>
    </message>
</context>
<context>
    <name>SealRow</name>
    <message>
        <source>The seal&apos;s picture</source>
        <translation>公章图片</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>不用图片</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Choose the seal&apos;s picture</source>
        <translation>选择公章图片</translation>
    </message>
</context>
<context>
    <name>SecondCopy</name>
    <message>
        <source>Choose a passphrase for these copies, at least 8 characters. It is asked for only when a copy is opened. Write it down and keep it apart from the copies: nobody can recover it.</source>
        <translation>给这些备份定一个口令，至少 8 个字。只有打开备份时才要输入。请写下来，和备份分开保管：口令丢了谁也找不回来。</translation>
    </message>
    <message>
        <source>Passphrase of the copies</source>
        <translation>备份口令</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>现在抄一份</translation>
    </message>
    <message>
        <source>Copy there from now on</source>
        <translation>从现在起抄到这里</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不使用</translation>
    </message>
    <message>
        <source>Make no more second copies</source>
        <translation>不再做第二份备份</translation>
    </message>
    <message>
        <source>Another folder or passphrase…</source>
        <translation>换文件夹或口令…</translation>
    </message>
    <message>
        <source>Choose a stick or folder…</source>
        <translation>选U盘或文件夹…</translation>
    </message>
    <message>
        <source>Keeps a second copy on a USB stick or a shared folder, encrypted. If this PC breaks, the copy and its passphrase bring everything back on another one.</source>
        <translation>在U盘或共享文件夹里再留一份，加密保存。这台电脑坏了，用这份备份和口令就能在另一台电脑上全部找回。</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>{folder} cannot be reached now. Last copy: {when}. Insert the stick.</source>
        <translation>现在打不开{folder}。上一份：{when}。请插上U盘。</translation>
    </message>
    <message>
        <source>A copy goes to {folder} automatically every day. Last copy: {when}.</source>
        <translation>每天自动抄一份到{folder}。上一份：{when}。</translation>
    </message>
    <message>
        <source>Where second copies go</source>
        <translation>第二份备份存到哪里</translation>
    </message>
    <message>
        <source>Second copies go to {folder}.</source>
        <translation>第二份备份存到{folder}。</translation>
    </message>
    <message>
        <source>Second copy</source>
        <translation>第二份备份</translation>
    </message>
    <message>
        <source>The second copy is made.</source>
        <translation>第二份备份已做好。</translation>
    </message>
    <message>
        <source>No more second copies are made. Those that are there stay.</source>
        <translation>不再做第二份备份，已有的都留着。</translation>
    </message>
</context>
<context>
    <name>SeenDetail</name>
    <message>
        <source>Choose a line from the list.</source>
        <translation>请在列表里选一行。</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Code checked</source>
        <translation>查防伪码</translation>
    </message>
    <message>
        <source>By programs</source>
        <translation>程序访问</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>最早看到</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近看到</translation>
    </message>
    <message>
        <source>Answer at the desk</source>
        <translation>到查验台看结论</translation>
    </message>
    <message>
        <source>Its batch</source>
        <translation>所属批次</translation>
    </message>
    <message>
        <source>Visits tell only of copied links, days also of what was asked at the desk.</source>
        <translation>访问只数得到“复制链接”打开的；天数也算查验台登记的查验。</translation>
    </message>
</context>
<context>
    <name>SeenLabels</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>查防伪码</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近看到</translation>
    </message>
    <message>
        <source>What is odd</source>
        <translation>可疑之处</translation>
    </message>
</context>
<context>
    <name>SeenView</name>
    <message>
        <source>What was seen</source>
        <translation>被看到的编号</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>可疑的</translation>
    </message>
    <message>
        <source>Everything seen</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Nothing was seen yet</source>
        <translation>还没有访问记录</translation>
    </message>
    <message>
        <source>How often labels are looked at stands in the records that the website keeps of visits.</source>
        <translation>标识被人查看了多少次，在网站的访问记录里。</translation>
    </message>
    <message>
        <source>Import records of visits…</source>
        <translation>导入访问记录…</translation>
    </message>
    <message>
        <source>No label is suspicious</source>
        <translation>没有可疑的标识</translation>
    </message>
    <message>
        <source>Nothing about the visits, the codes checked and the calls is out of the ordinary.</source>
        <translation>访问、查防伪码和来电查验里，都没有可疑的地方。</translation>
    </message>
    <message>
        <source>Show everything seen</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Bring into the year</source>
        <translation>加入本年度</translation>
    </message>
    <message>
        <source>Bring into {year}</source>
        <translation>加入 {year} 年度</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %Ln 家</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter their pledges</source>
        <translation>录入承诺</translation>
    </message>
    <message>
        <source>The year&apos;s clauses, for letters that came on paper; they go into review.</source>
        <translation>承诺书已收到纸质件、没有另列内容的企业，按本年度默认条款录入并进入审核。</translation>
    </message>
    <message>
        <source>Add to a list</source>
        <translation>加入名单</translation>
    </message>
    <message>
        <source>Change them…</source>
        <translation>批量修改…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n (F9)</source>
        <translation>
            <numerusform>审核通过 %Ln 家（F9）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Return %n (F10)</source>
        <translation>
            <numerusform>退回补正 %Ln 家（F10）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Number</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>快递单号</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>寄出日期</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Missing at</source>
        <translation>缺在</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>SendingView</name>
    <message>
        <source>What went out</source>
        <translation>寄送记录</translation>
    </message>
    <message>
        <source>Certificate, tracking number or company</source>
        <translation>证书编号、快递单号或企业</translation>
    </message>
    <message>
        <source>Choose the carrier&apos;s list…</source>
        <translation>导入快递清单…</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>粘贴 Excel 表格</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>删除这条记录</translation>
    </message>
    <message>
        <source>Drop a list here, or paste rows: tracking numbers beside the certificate&apos;s number, the company&apos;s name or its credit code. It is only looked at first.</source>
        <translation>把快递清单拖到这里，或粘贴表格：快递单号旁边有证书编号、企业名称或信用代码即可。先看，确认后才登记。</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>选择清单</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>还没有寄送记录</translation>
    </message>
    <message>
        <source>What the carrier takes along is noted here, and how a certificate went out is said with it.</source>
        <translation>快递单号登记在这里；证书怎样寄出，随时查得到。</translation>
    </message>
</context>
<context>
    <name>SendingWork</name>
    <message numerus="yes">
        <source>%n dispatch(es) noted; this can be undone.</source>
        <translation>
            <numerusform>已登记 %n 条，可以撤回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) removed; this can be undone.</source>
        <translation>
            <numerusform>已删除 %n 条，可以撤回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not noted. Mend them and paste them again:</source>
        <translation>
            <numerusform>%Ln 行没有登记，请改好后再粘贴：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentLines</name>
    <message>
        <source>Dispatch</source>
        <translation>寄送</translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>Set up</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>Ba&amp;ck</source>
        <translation>返回(&amp;C)</translation>
    </message>
    <message>
        <source>Where backups are kept</source>
        <translation>选择存放备份的文件夹</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Choose the backup folder</source>
        <translation>选择备份文件夹</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Association</source>
        <translation>协会</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Issuing passphrase</source>
        <translation>发证口令</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>What certificates say, this PC, backups and the issuing passphrase.</source>
        <translation>证书上印什么、本机怎么显示、备份放在哪里、发证口令。</translation>
    </message>
    <message>
        <source>New PC</source>
        <translation>换新电脑</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Check site</source>
        <translation>查验网站</translation>
    </message>
</context>
<context>
    <name>SheetChoice</name>
    <message>
        <source>{dots} dots</source>
        <translation>{dots} 点</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>标签纸(&amp;S)</translation>
    </message>
    <message>
        <source>P&amp;rinter</source>
        <translation>打印精度(&amp;R)</translation>
    </message>
</context>
<context>
    <name>SheetEntry</name>
    <message>
        <source>PDF, photo or stick…</source>
        <translation>选择 PDF、照片或U盘文件…</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>The recovery sheet as PDF or photo, or the file on the stick</source>
        <translation>恢复单的 PDF、照片，或U盘上的文件</translation>
    </message>
</context>
<context>
    <name>SheetForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Page &amp;width</source>
        <translation>纸宽(&amp;W)</translation>
    </message>
    <message>
        <source>Page &amp;height</source>
        <translation>纸高(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列数(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行数(&amp;R)</translation>
    </message>
    <message>
        <source>La&amp;bel width</source>
        <translation>标签宽(&amp;B)</translation>
    </message>
    <message>
        <source>Label hei&amp;ght</source>
        <translation>标签高(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Left margin</source>
        <translation>左边距(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Top margin</source>
        <translation>上边距(&amp;T)</translation>
    </message>
    <message>
        <source>Step to the r&amp;ight</source>
        <translation>横向间距(&amp;I)</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>纵向间距(&amp;D)</translation>
    </message>
</context>
<context>
    <name>SheetOffer</name>
    <message>
        <source>The recovery sheet of the issuing passphrase was printed and not checked yet.</source>
        <translation>发证口令的恢复单打印过，还没有核对。</translation>
    </message>
    <message>
        <source>Print the recovery sheet of the issuing passphrase now: without it nobody can recover it.</source>
        <translation>请现在打印发证口令的恢复单：没有它，忘记口令就无法找回。</translation>
    </message>
    <message>
        <source>See to it</source>
        <translation>去处理</translation>
    </message>
</context>
<context>
    <name>SheetPicture</name>
    <message>
        <source>Sheet of labels</source>
        <translation>标签纸</translation>
    </message>
    <message>
        <source>Click the first free label. Right click: a spoiled one, which is left out.</source>
        <translation>点第一枚空白标签。右键点坏了的，打印时跳过。</translation>
    </message>
    <message>
        <source>Begins at label {first}; at hand: {place}</source>
        <translation>从第 {first} 枚开始；光标在第 {place} 枚</translation>
    </message>
</context>
<context>
    <name>SheetStart</name>
    <message>
        <source>A new sheet</source>
        <translation>新的一张</translation>
    </message>
    <message>
        <source>Click the first free label: it begins at {first} of {size}.</source>
        <translation>点第一枚空白标签：从第 {first} 个开始，共 {size} 个。</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>New company</source>
        <translation>新建企业</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
</context>
<context>
    <name>SheetsView</name>
    <message>
        <source>Begin from it</source>
        <translation>照它改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Back to printing</source>
        <translation>返回打印</translation>
    </message>
    <message>
        <source>Keep the sheet</source>
        <translation>保存标签纸</translation>
    </message>
    <message>
        <source>Measure a sheet with a ruler; print one on plain paper first.</source>
        <translation>用尺量一张；先用普通白纸试印。</translation>
    </message>
    <message>
        <source>A new sheet, in millimetres</source>
        <translation>新标签纸（毫米）</translation>
    </message>
    <message>
        <source>{count} labels a page</source>
        <translation>每页 {count} 枚</translation>
    </message>
    <message>
        <source>Kept: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>已删除：{name}</translation>
    </message>
    <message>
        <source>Give the sheet a name to keep it.</source>
        <translation>填写名称后才能保存。</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Quality Pledges</source>
        <translation>质量诚信承诺</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Your records are safe. Details: {file}</source>
        <translation>软件出了问题，已保存的记录不受影响。详细情况记在：{file}</translation>
    </message>
    <message>
        <source>{title} – sample data</source>
        <translation>{title}（示例数据）</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存，直接关闭</translation>
    </message>
    <message>
        <source>Work is still going on. Closing the window now stops it; what is not finished is left out.</source>
        <translation>还有工作正在进行。现在关闭会让它停下，没做完的部分不会留下。</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停下并关闭</translation>
    </message>
    <message>
        <source>Something here is not saved or finished yet. Finish it before you close the window.</source>
        <translation>这里有还没保存或没办完的内容。请先办完，再关闭窗口。</translation>
    </message>
    <message>
        <source>What is typed here cannot be kept as a draft. Save it before you close the window.</source>
        <translation>这里输入的内容无法保留为草稿。请先保存，再关闭窗口。</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>所有内容都已保存。</translation>
    </message>
    <message>
        <source>Undo that</source>
        <translation>撤回那一步</translation>
    </message>
    <message>
        <source>The issuing passphrase is locked. What you typed is still there.</source>
        <translation>发证口令已锁定。您填写的内容都还在。</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
</context>
<context>
    <name>SignatureCard</name>
    <message>
        <source>Files that are sent, one certificate each, can carry a digital signature: PDF readers then show whether the file was changed. It is not a lawful electronic seal: that needs a certificate from a licensed authority (CA). The association&apos;s own stamp is unknown to readers, and they say so.</source>
        <translation>发给企业的单张证书 PDF 可以带数字签名，阅读软件能显示文件是否被改动。它不是法律意义上的电子印章：电子印章须使用依法设立的电子认证服务机构（CA）的证书。用本会自己的签发印记签名时，阅读软件会提示“签名者身份未知”。</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>不签名</translation>
    </message>
    <message>
        <source>Own signing stamp</source>
        <translation>本会签发印记</translation>
    </message>
    <message>
        <source>Certificate file of an authority</source>
        <translation>CA 机构的证书文件</translation>
    </message>
    <message>
        <source>Choose the certificate file…</source>
        <translation>选择证书文件…</translation>
    </message>
    <message>
        <source>The part that signs is not installed on this PC.</source>
        <translation>这台电脑上没有装签名组件。</translation>
    </message>
    <message>
        <source>Files carry the label and their record, and no signature.</source>
        <translation>文件只带查验标签和记录，不带签名。</translation>
    </message>
    <message>
        <source>Files are signed with the association&apos;s own stamp; the issuing passphrase opens it.</source>
        <translation>生成文件时用本会签发印记签名，需要发证口令。</translation>
    </message>
    <message>
        <source>The certificate file {file} is not there. Plug in its stick, or choose it again.</source>
        <translation>找不到证书文件 {file}。请插好U盘，或重新选择。</translation>
    </message>
    <message>
        <source>Files are signed with {file}; its password is asked for once a day.</source>
        <translation>生成文件时用 {file} 签名，它的密码每天问一次。</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>选择证书文件</translation>
    </message>
    <message>
        <source>Files are not signed from now on.</source>
        <translation>以后生成的文件不签名。</translation>
    </message>
    <message>
        <source>Files are signed with the own stamp from now on.</source>
        <translation>以后生成的文件用本会签发印记签名。</translation>
    </message>
    <message>
        <source>Files are signed with the certificate file from now on.</source>
        <translation>以后生成的文件用证书文件签名。</translation>
    </message>
</context>
<context>
    <name>SigningAsk</name>
    <message>
        <source>Every file is signed with the certificate file; its password opens it for today.</source>
        <translation>每个文件都用证书文件签名；密码今天输入一次即可。</translation>
    </message>
    <message>
        <source>Every file is signed with the certificate file, whose password was given today.</source>
        <translation>每个文件都用证书文件签名，今天已输入过密码。</translation>
    </message>
    <message>
        <source>Password of the certificate file</source>
        <translation>证书文件的密码</translation>
    </message>
    <message>
        <source>Every file is signed with the own stamp; the issuing passphrase opens it for today.</source>
        <translation>每个文件都用本会签发印记签名；发证口令今天输入一次即可。</translation>
    </message>
    <message>
        <source>Every file is signed with the own stamp; the issuing passphrase was given today.</source>
        <translation>每个文件都用本会签发印记签名，今天已输入过发证口令。</translation>
    </message>
</context>
<context>
    <name>SiteForm</name>
    <message>
        <source>Association&apos;s &amp;telephone</source>
        <translation>协会电话(&amp;T)</translation>
    </message>
    <message>
        <source>010-00000000</source>
        <translation>010-00000000</translation>
    </message>
    <message>
        <source>&amp;ICP registration number</source>
        <translation>ICP备案号(&amp;I)</translation>
    </message>
    <message>
        <source>P&amp;ublic security registration number</source>
        <translation>公安备案号(&amp;U)</translation>
    </message>
</context>
<context>
    <name>SiteSection</name>
    <message>
        <source>Save changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>网上公布</translation>
    </message>
    <message>
        <source>Pages on which anybody checks certificates and labels, with the companies&apos; pledges, the rosters and what was voided. Publish after every change; the list of what was voided counts for 35 days.</source>
        <translation>任何人都能在这些网页上查验证书和标识，查看企业的承诺、名单和作废情况。资料有变动就重新公布；作废名单超过 35 天不更新，查验页会提示“未能核对”。</translation>
    </message>
    <message>
        <source>On every page</source>
        <translation>每一页都显示</translation>
    </message>
    <message>
        <source>A site needs its registration numbers before it is opened.</source>
        <translation>网站开通前须先备案，备案号显示在页脚。</translation>
    </message>
    <message>
        <source>Saved. It stands on the pages when they are published the next time.</source>
        <translation>已保存，下次公布时写到网页上。</translation>
    </message>
    <message>
        <source>Check site</source>
        <translation>查验网站</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Every page is checked before it goes to the printer, and every sheet is logged. Printing can be stopped between two chunks and resumes after the last one sent; a trial print is marked and not counted as a copy.</source>
        <translation>每一页检查通过才送往打印机，每一张都有登记。可以随时停下，以后接着印；试打的样张上有字样，不算份数。</translation>
    </message>
    <message>
        <source>Trial print</source>
        <translation>试打一张</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>返回证书列表</translation>
    </message>
    <message numerus="yes">
        <source>Print %n certificate(s)</source>
        <translation>
            <numerusform>打印 %Ln 张证书</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibrate the printer…</source>
        <translation>校准打印机…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>Make a PDF instead</source>
        <translation>改为生成 PDF</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>请选择操作员</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Last backup today {time}</source>
        <translation>上次备份：今天 {time}</translation>
    </message>
    <message>
        <source>Last backup yesterday {time}</source>
        <translation>上次备份：昨天 {time}</translation>
    </message>
    <message numerus="yes">
        <source>Last backup %n day(s) ago</source>
        <translation>
            <numerusform>上次备份：%Ln 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>有修改未保存</translation>
    </message>
    <message>
        <source>Sample data: begin for real</source>
        <translation>示例数据 · 开始正式使用</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Backup folder not found</source>
        <translation>找不到备份文件夹</translation>
    </message>
    <message>
        <source>Lists what is typed and not saved</source>
        <translation>列出已填写、尚未保存的内容</translation>
    </message>
    <message>
        <source>Issuing passphrase open</source>
        <translation>发证口令已打开</translation>
    </message>
    <message>
        <source>Lock now: the passphrase is asked for again</source>
        <translation>现在锁定：再用时要重新输入口令</translation>
    </message>
    <message>
        <source>Issuing passphrase locked</source>
        <translation>发证口令已锁定</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Choose</source>
        <translation>选择企业</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>检查资料</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>出证</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go on to the preview</source>
        <translation>下一步：预览</translation>
    </message>
    <message>
        <source>Go on to issuing</source>
        <translation>下一步：出证</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>出证 %Ln 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查资料</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>The association&apos;s name or verification address is missing. Both are needed for issuing.</source>
        <translation>协会名称或查验网页地址还没有填，出证时要用。</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>No year is open yet.</source>
        <translation>还没有开启年度。</translation>
    </message>
    <message>
        <source>Open a year</source>
        <translation>开启年度</translation>
    </message>
    <message>
        <source>There are no companies yet.</source>
        <translation>还没有企业。</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>No company takes part this year yet.</source>
        <translation>今年还没有企业参加。</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>加入活动</translation>
    </message>
    <message numerus="yes">
        <source>%n pledge(s) wait for review.</source>
        <translation>
            <numerusform>%Ln 家承诺等待审核。</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>去审核</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) are approved and not announced yet.</source>
        <translation>
            <numerusform>%Ln 家已审核通过，还没有公告。</numerusform>
        </translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>去公告</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) are announced and have no certificate yet.</source>
        <translation>
            <numerusform>%Ln 家已公告，还没有出证。</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>去出证</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) have yet to send corrected material.</source>
        <translation>
            <numerusform>%Ln 家退回补正，等企业补材料。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look</source>
        <translation>去催办</translation>
    </message>
    <message>
        <source>There is no recent backup.</source>
        <translation>最近没有备份。</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>去备份</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) are issued.</source>
        <translation>
            <numerusform>已出证 %Ln 张。</numerusform>
        </translation>
    </message>
    <message>
        <source>See the register</source>
        <translation>看证书</translation>
    </message>
    <message>
        <source>Everything is done. When the telephone rings:</source>
        <translation>手头的都办完了。有电话来，就用查验台。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>去查验</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) are issued, but their PDF pages are not made yet.</source>
        <translation>
            <numerusform>%Ln 张证书已出证，还没有生成文件或打印。</numerusform>
        </translation>
    </message>
    <message>
        <source>Make files</source>
        <translation>生成文件</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) have not handed in a pledge yet.</source>
        <translation>
            <numerusform>还有 %Ln 家企业没有交承诺。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter pledges</source>
        <translation>录入承诺</translation>
    </message>
</context>
<context>
    <name>Stopping</name>
    <message>
        <source>R&amp;eason</source>
        <translation>原因(&amp;E)</translation>
    </message>
    <message>
        <source>Stop the batch</source>
        <translation>停用这一批</translation>
    </message>
    <message>
        <source>From now on every label of the batch is answered as stopped, for good. The notice to the company is ready then; note how many labels it destroys.</source>
        <translation>停用后，查这一批的任何一枚都是“已停用”，不能恢复。软件随即备好停用通知；企业销毁多少，请登记。</translation>
    </message>
    <message>
        <source>Stop the use of the batch</source>
        <translation>停用这一批标识</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>不停用</translation>
    </message>
    <message>
        <source>Say why; the reason stays in the register.</source>
        <translation>请写明原因，原因留在登记簿里。</translation>
    </message>
    <message>
        <source>Type the last 4 digits of batch {batch}.</source>
        <translation>请输入批次 {batch} 的后 4 位。</translation>
    </message>
    <message>
        <source>Last 4 &amp;digits</source>
        <translation>批次后 4 位(&amp;D)</translation>
    </message>
    <message>
        <source>Failed a test</source>
        <translation>抽检不合格</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Copy with headers</source>
        <translation>连同表头复制</translation>
    </message>
</context>
<context>
    <name>TermForm</name>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save term</source>
        <translation>保存会籍期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation>会员级别(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>开始日期(&amp;F)</translation>
    </message>
    <message>
        <source>2026-01-01</source>
        <translation>2026-01-01</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>截止日期(&amp;L)</translation>
    </message>
    <message>
        <source>Without an end</source>
        <translation>不填表示长期</translation>
    </message>
    <message>
        <source>Re&amp;mark</source>
        <translation>备注(&amp;M)</translation>
    </message>
</context>
<context>
    <name>TermsPart</name>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Add a term</source>
        <translation>增加会籍期</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>会籍期</translation>
    </message>
    <message>
        <source>This member has no number yet.</source>
        <translation>这家会员还没有会员编号。</translation>
    </message>
    <message>
        <source>Give {number}</source>
        <translation>编号 {number}</translation>
    </message>
    <message>
        <source>{status} until {day}</source>
        <translation>{status}，至 {day}</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Term saved.</source>
        <translation>会籍期已保存。</translation>
    </message>
    <message>
        <source>Term removed.</source>
        <translation>会籍期已删除。</translation>
    </message>
    <message>
        <source>Renewed.</source>
        <translation>已续期。</translation>
    </message>
    <message>
        <source>Number given.</source>
        <translation>已编会员编号。</translation>
    </message>
</context>
<context>
    <name>TextsSection</name>
    <message>
        <source>These names are replaced for each company: {names}
A phrase in [square brackets] is left out where what it names is not known.</source>
        <translation>下列名称会换成每家企业的内容：{names}
方括号 [ ] 里的话，内容不详时整句省去。</translation>
    </message>
    <message>
        <source>Reminder text</source>
        <translation>催办文字</translation>
    </message>
    <message>
        <source>Reasons for returning a pledge</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>One on each line; at the review desk the first nine are given by their number.</source>
        <translation>每行一条；在审核台，前九条可按数字键选用。</translation>
    </message>
    <message>
        <source>Save the texts</source>
        <translation>保存文字</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>Working out how long this takes…</source>
        <translation>正在估算所需时间…</translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>约剩 %Ln 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>约剩 %Ln 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>历程</translation>
    </message>
    <message>
        <source>Nothing is on record yet.</source>
        <translation>还没有记录。</translation>
    </message>
    <message>
        <source>Undated</source>
        <translation>日期不详</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>修改记录</translation>
    </message>
</context>
<context>
    <name>TypedCells</name>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>UnsavedBar</name>
    <message>
        <source>Discard changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>There are changes that are not saved yet.</source>
        <translation>有修改还没有保存。</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>You can answer like this:</source>
        <translation>可以这样答复：</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Certificate no.</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>出证日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>换发为</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Only what staff entered with F8 is counted.</source>
        <translation>只统计工作人员登记的查验，不是全部查询。</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>寄送</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) of this number were entered before, the last at {times}.</source>
        <translation>
            <numerusform>这个编号登记过 %Ln 次查验，最近：{times}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Label no.</source>
        <translation>标识编号</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>&amp;View the certificate</source>
        <translation>查看证书(&amp;V)</translation>
    </message>
</context>
<context>
    <name>VisitsView</name>
    <message>
        <source>Nothing where there is one only</source>
        <translation>只有一个就不用填</translation>
    </message>
    <message>
        <source>&amp;Choose files…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Import a website&apos;s records of visits</source>
        <translation>导入网站访问记录</translation>
    </message>
    <message>
        <source>Which &amp;website</source>
        <translation>哪个网站(&amp;W)</translation>
    </message>
    <message>
        <source>Who hosts the website gives them out, mostly as access.log or access.log.gz. Choose one or several, or drop them here; the same records are not counted twice.</source>
        <translation>访问记录请向托管网站的单位要，文件一般叫 access.log 或 access.log.gz。可以一次选几个，也可以把文件拖到这里；同样的内容不会重复数。</translation>
    </message>
    <message>
        <source>Only visits by a copied link are in them: who scans a code with a camera is seen by nobody. Kept are day, number, how the page was opened and how often, and never who it was.</source>
        <translation>里面只有用“复制链接”打开的访问，直接扫码的数不到。只记日期、编号、打开的方式和次数，不记是谁看的。</translation>
    </message>
    <message>
        <source>Choose records of visits</source>
        <translation>选择访问记录</translation>
    </message>
    <message>
        <source>Counting visits</source>
        <translation>正在数访问次数</translation>
    </message>
    <message>
        <source>These records were counted before; nothing was added.</source>
        <translation>这些记录以前数过，没有再数。</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) counted.</source>
        <translation>
            <numerusform>数到 %n 次访问。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Files that were finished are counted, the one at hand is not.</source>
        <translation>已停止。已经数完的文件照样记下，正在数的这一个没有记。</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>&amp;Try it now</source>
        <translation>现在先试用(&amp;T)</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>开始使用(&amp;U)</translation>
    </message>
    <message>
        <source>Try it with invented companies. Real work starts empty.</source>
        <translation>用虚构的示例企业，马上可以试用。正式使用时从空白开始。</translation>
    </message>
    <message>
        <source>Enter the association&apos;s name, choose a backup folder, and start.</source>
        <translation>填好协会名称，选好备份放在哪里，就能开始。</translation>
    </message>
    <message>
        <source>The file made on the old PC brings everything here.</source>
        <translation>旧电脑上做的换机文件，把全部内容带到这里。</translation>
    </message>
    <message>
        <source>There were records here before, and they are gone. Their newest backup is sound.</source>
        <translation>这里原来有数据，现在不见了。最近一份备份完好。</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>用备份找回</translation>
    </message>
    <message>
        <source>Use my own &amp;list</source>
        <translation>用自己的名单(&amp;L)</translation>
    </message>
    <message>
        <source>Start from your Excel list. Name and backup folder can wait.</source>
        <translation>手头有 Excel 名单，马上导入。协会名称和备份文件夹以后再填。</translation>
    </message>
    <message>
        <source>I have a file fro&amp;m the old PC</source>
        <translation>我有换机文件(&amp;M)</translation>
    </message>
    <message>
        <source>Paste rows from Excel</source>
        <translation>粘贴 Excel 中的行</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome. How do you want to begin?</source>
        <translation>欢迎使用，从哪里开始？</translation>
    </message>
    <message>
        <source>&amp;Try with sample data</source>
        <translation>载入示例(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Import a list</source>
        <translation>导入名单(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Open a year</source>
        <translation>开启年度(&amp;O)</translation>
    </message>
    <message>
        <source>You have a list of companies in Excel, WPS or CSV.</source>
        <translation>手头有企业名单（Excel、WPS 或 CSV）。</translation>
    </message>
    <message>
        <source>You enter the companies and their pledges one by one.</source>
        <translation>先开活动，再逐家录入企业和承诺。</translation>
    </message>
    <message>
        <source>You want to look around first: invented companies, apart from your own records.</source>
        <translation>想先看看：用虚构企业试用，与自己的资料分开存放。</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>See what is new</source>
        <translation>看看有什么新功能</translation>
    </message>
    <message>
        <source>Upgraded to {version}.</source>
        <translation>已升级到 {version}。</translation>
    </message>
    <message>
        <source>Something here is not saved or finished yet. Finish it; then the language can change.</source>
        <translation>这里有还没保存或没办完的内容。请先保存或办完，再切换语言。</translation>
    </message>
    <message>
        <source>Change without saving</source>
        <translation>不保存，直接切换</translation>
    </message>
</context>
<context>
    <name>Withheld</name>
    <message>
        <source>What cannot be made</source>
        <translation>做不了的</translation>
    </message>
    <message numerus="yes">
        <source>List all %n</source>
        <translation>
            <numerusform>列出全部 %Ln 份</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordedPanel</name>
    <message>
        <source>The association would answer for such words itself (Product Quality Law art. 58, Consumer Protection Law art. 45). Reword them, or write down why they are needed; without that they are neither saved nor printed.</source>
        <translation>协会要对这样的说法自己负责（产品质量法第五十八条、消费者权益保护法第四十五条）。请改写；确需使用的，请写明理由，否则不能保存，也不能印制。</translation>
    </message>
    <message>
        <source>What was asked for is written down.</source>
        <translation>要求写明的都写好了。</translation>
    </message>
    <message>
        <source>Pledges were signed on earlier clauses: {texts}</source>
        <translation>有承诺书是按较早版本的条款签的：{texts}</translation>
    </message>
    <message>
        <source>“{word}” (earlier version)</source>
        <translation>“{word}”（较早版本）</translation>
    </message>
</context>
<context>
    <name>WordingView</name>
    <message>
        <source>The issuer line is changed in the settings, the clauses of the pledge with the campaign&apos;s year.</source>
        <translation>落款在设置里改；承诺条款在主题活动的年度里改。</translation>
    </message>
    <message>
        <source>Issuer line…</source>
        <translation>改落款…</translation>
    </message>
    <message>
        <source>Pledge clauses…</source>
        <translation>改承诺条款…</translation>
    </message>
    <message>
        <source>Where a | stands, the words break if they take two lines. A line is left out where its data is missing.</source>
        <translation>要分两行时，从“|”处断开；排得下一行时不印“|”。缺资料的那一行不印。</translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>To the reasons</source>
        <translation>去写理由</translation>
    </message>
    <message>
        <source>The association would answer for {words} itself. Reword it, or write down why it is needed.</source>
        <translation>{words}这样的说法，协会要自己负责。请改写，或写明为什么要用。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>Work is going on</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，没有任何改动。</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Save the layout</source>
        <translation>保存版式</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Save as a copy</source>
        <translation>另存一份</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>去看看</translation>
    </message>
</context>
<context>
    <name>ZoomView</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>_Offers</name>
    <message>
        <source>Companies found</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Certificates found</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Products found</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Used most</source>
        <translation>常用命令</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>最佳匹配</translation>
    </message>
</context>
<context>
    <name>self._sheet</name>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
</context>
</TS>
