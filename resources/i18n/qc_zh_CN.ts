<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>2026-02-28</source>
        <translation>2026-02-28</translation>
    </message>
    <message>
        <source>Announcement &amp;no.</source>
        <translation>公告文号(&amp;N)</translation>
    </message>
    <message>
        <source>2026年第12号</source>
        <translation>2026年第12号</translation>
    </message>
    <message>
        <source>&amp;Announced on</source>
        <translation>公告日期(&amp;A)</translation>
    </message>
    <message>
        <source>2026-03-15</source>
        <translation>2026-03-15</translation>
    </message>
    <message>
        <source>&amp;Display from</source>
        <translation>展示起始日(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Valid for (years)</source>
        <translation>有效年数(&amp;V)</translation>
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
        <source>Contact person (personal data)</source>
        <translation>联系人（个人信息）</translation>
    </message>
    <message>
        <source>C&amp;ontact</source>
        <translation>联系人(&amp;O)</translation>
    </message>
    <message>
        <source>Mo&amp;bile</source>
        <translation>手机(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>邮箱(&amp;E)</translation>
    </message>
</context>
<context>
    <name>GlobalSearch</name>
    <message>
        <source>Search everything (Ctrl+K); pinyin initials work</source>
        <translation>全局搜索（Ctrl+K），可用拼音首字母</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
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
        <source>&amp;Backup folder</source>
        <translation>备份文件夹(&amp;B)</translation>
    </message>
    <message>
        <source>Empty: in the program&apos;s own folder</source>
        <translation>留空则放在本软件的资料夹里</translation>
    </message>
    <message>
        <source>Valid for (&amp;years)</source>
        <translation>有效年数(&amp;Y)</translation>
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
        <source>Working out how long this takes…</source>
        <translation>正在估算所需时间…</translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left</source>
        <translation>
            <numerusform>约剩 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>约剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping after the current item…</source>
        <translation>做完手头这一项就停止…</translation>
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
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
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
            <numerusform>上次备份：%n 天前</numerusform>
        </translation>
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
        <translation>撤销</translation>
    </message>
</context>
</TS>
