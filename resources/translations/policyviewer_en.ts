<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
  <context>
    <name>PolicyViewer</name>
    <message>
      <source>离线阅读、检索和摘记政策文件。不连接任何网络。</source>
      <translation>Read, search and annotate policy documents offline. Never connects to a network.</translation>
    </message>
    <message>
      <source>《{title}》第 {version} 版，资料截至 {date}（{publisher}）</source>
      <translation>{title}, edition {version}, as of {date} ({publisher})</translation>
    </message>
    <message>
      <source>政策阅读器 {version}</source>
      <translation>PolicyViewer {version}</translation>
    </message>
    <message>
      <source>文件</source>
      <translation>File</translation>
    </message>
    <message>
      <source>定位</source>
      <translation>Go</translation>
    </message>
    <message>
      <source>批注</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>显示</source>
      <translation>View</translation>
    </message>
    <message>
      <source>帮助</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>导入文件…</source>
      <translation>Import files…</translation>
    </message>
    <message>
      <source>关注的文件夹…</source>
      <translation>Watched folders…</translation>
    </message>
    <message>
      <source>安装资料包…</source>
      <translation>Install a library pack…</translation>
    </message>
    <message>
      <source>退回上一版资料包…</source>
      <translation>Go back to the previous pack…</translation>
    </message>
    <message>
      <source>更正识别结果…</source>
      <translation>Correct recognition…</translation>
    </message>
    <message>
      <source>移出文库</source>
      <translation>Remove from library</translation>
    </message>
    <message>
      <source>移出的文件…</source>
      <translation>Removed documents…</translation>
    </message>
    <message>
      <source>对照两份文件…</source>
      <translation>Compare two documents…</translation>
    </message>
    <message>
      <source>与上一版对照</source>
      <translation>Compare with the former edition</translation>
    </message>
    <message>
      <source>把表格导出为 Excel…</source>
      <translation>Export tables to Excel…</translation>
    </message>
    <message>
      <source>导出检索结果…</source>
      <translation>Export search results…</translation>
    </message>
    <message>
      <source>打印…</source>
      <translation>Print…</translation>
    </message>
    <message>
      <source>打印本文和批注…</source>
      <translation>Print with Notes…</translation>
    </message>
    <message>
      <source>收入汇编</source>
      <translation>Add to compilation</translation>
    </message>
    <message>
      <source>整份文件收入汇编</source>
      <translation>Add whole document to compilation</translation>
    </message>
    <message>
      <source>选中的书签和批注收入汇编</source>
      <translation>Add selected bookmarks and notes to compilation</translation>
    </message>
    <message>
      <source>刷新汇编…</source>
      <translation>Renew compilation…</translation>
    </message>
    <message>
      <source>导出汇编…</source>
      <translation>Export compilation…</translation>
    </message>
    <message>
      <source>已删除的汇编…</source>
      <translation>Deleted compilations…</translation>
    </message>
    <message>
      <source>关闭这份文件</source>
      <translation>Close this document</translation>
    </message>
    <message>
      <source>重新打开刚关闭的文件</source>
      <translation>Reopen the document closed last</translation>
    </message>
    <message>
      <source>退出</source>
      <translation>Quit</translation>
    </message>
    <message>
      <source>后退</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>前进</source>
      <translation>Forward</translation>
    </message>
    <message>
      <source>检索</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>文库概览</source>
      <translation>Library overview</translation>
    </message>
    <message>
      <source>任务分解表</source>
      <translation>Task breakdown</translation>
    </message>
    <message>
      <source>地名、机构和项目</source>
      <translation>Places, bodies and projects</translation>
    </message>
    <message>
      <source>在本文中查找</source>
      <translation>Find in this document</translation>
    </message>
    <message>
      <source>转到条款…</source>
      <translation>Go to clause…</translation>
    </message>
    <message>
      <source>下一处命中</source>
      <translation>Next hit</translation>
    </message>
    <message>
      <source>上一处命中</source>
      <translation>Previous hit</translation>
    </message>
    <message>
      <source>下一处引用</source>
      <translation>Next reference</translation>
    </message>
    <message>
      <source>上一处引用</source>
      <translation>Previous reference</translation>
    </message>
    <message>
      <source>下一处疑似缺损</source>
      <translation>Next suspected damage</translation>
    </message>
    <message>
      <source>上一处疑似缺损</source>
      <translation>Previous suspected damage</translation>
    </message>
    <message>
      <source>朗读（停止朗读）</source>
      <translation>Read aloud (stop reading)</translation>
    </message>
    <message>
      <source>下一份打开的文件</source>
      <translation>Next open document</translation>
    </message>
    <message>
      <source>上一份打开的文件</source>
      <translation>Previous open document</translation>
    </message>
    <message>
      <source>给这一条加（取消）书签</source>
      <translation>Bookmark this provision (or remove)</translation>
    </message>
    <message>
      <source>高亮选中文字</source>
      <translation>Highlight selection</translation>
    </message>
    <message>
      <source>给选中文字写批注</source>
      <translation>Note on selection</translation>
    </message>
    <message>
      <source>带引用复制</source>
      <translation>Copy with citation</translation>
    </message>
    <message>
      <source>只复制出处</source>
      <translation>Copy the source alone</translation>
    </message>
    <message>
      <source>下一处批注</source>
      <translation>Next note</translation>
    </message>
    <message>
      <source>上一处批注</source>
      <translation>Previous note</translation>
    </message>
    <message>
      <source>撤销对批注和汇编的改动</source>
      <translation>Undo changes to notes and compilations</translation>
    </message>
    <message>
      <source>重做对批注和汇编的改动</source>
      <translation>Redo changes to notes and compilations</translation>
    </message>
    <message>
      <source>通读我标记的条款…</source>
      <translation>Read My Marked Clauses…</translation>
    </message>
    <message>
      <source>批注统计…</source>
      <translation>Note Statistics…</translation>
    </message>
    <message>
      <source>标签…</source>
      <translation>Tags…</translation>
    </message>
    <message>
      <source>批注署名…</source>
      <translation>Sign Notes As…</translation>
    </message>
    <message>
      <source>待确认的批注…</source>
      <translation>Notes to confirm…</translation>
    </message>
    <message>
      <source>已删除的批注…</source>
      <translation>Deleted notes…</translation>
    </message>
    <message>
      <source>导出批注…</source>
      <translation>Export notes…</translation>
    </message>
    <message>
      <source>导入同事的批注包…</source>
      <translation>Import a colleague's notes…</translation>
    </message>
    <message>
      <source>另存备份的文件夹…</source>
      <translation>Second backup folder…</translation>
    </message>
    <message>
      <source>从备份恢复…</source>
      <translation>Restore from backup…</translation>
    </message>
    <message>
      <source>文库</source>
      <translation>Library</translation>
    </message>
    <message>
      <source>目录</source>
      <translation>Contents</translation>
    </message>
    <message>
      <source>检索结果</source>
      <translation>Search results</translation>
    </message>
    <message>
      <source>书签</source>
      <translation>Bookmarks</translation>
    </message>
    <message>
      <source>全部批注</source>
      <translation>All notes</translation>
    </message>
    <message>
      <source>政策汇编</source>
      <translation>Compilation</translation>
    </message>
    <message>
      <source>到窗口的下一部分</source>
      <translation>To the next part of the window</translation>
    </message>
    <message>
      <source>到窗口的上一部分</source>
      <translation>To the part before</translation>
    </message>
    <message>
      <source>全屏</source>
      <translation>Full screen</translation>
    </message>
    <message>
      <source>左边面板</source>
      <translation>Left panel</translation>
    </message>
    <message>
      <source>批注栏</source>
      <translation>Notes column</translation>
    </message>
    <message>
      <source>两份文件并排</source>
      <translation>Two documents side by side</translation>
    </message>
    <message>
      <source>到并排的另一份</source>
      <translation>To the other page</translation>
    </message>
    <message>
      <source>放大</source>
      <translation>Larger</translation>
    </message>
    <message>
      <source>缩小</source>
      <translation>Smaller</translation>
    </message>
    <message>
      <source>原始大小</source>
      <translation>Actual size</translation>
    </message>
    <message>
      <source>换一种配色</source>
      <translation>Next colours</translation>
    </message>
    <message>
      <source>大字版</source>
      <translation>Large print</translation>
    </message>
    <message>
      <source>显示复原的缺字</source>
      <translation>Show restored characters</translation>
    </message>
    <message>
      <source>提示地名简称</source>
      <translation>Offer short names of provinces</translation>
    </message>
    <message>
      <source>界面改用英文（English）</source>
      <translation>Switch to Chinese (中文)</translation>
    </message>
    <message>
      <source>全部命令…</source>
      <translation>All commands…</translation>
    </message>
    <message>
      <source>使用手册</source>
      <translation>Manual</translation>
    </message>
    <message>
      <source>关于</source>
      <translation>About</translation>
    </message>
    <message>
      <source>政策阅读器</source>
      <translation>PolicyViewer</translation>
    </message>
    <message>
      <source>政策阅读器已经打开，已请它到前面来。</source>
      <translation>PolicyViewer is already open and has been brought to the front.</translation>
    </message>
    <message>
      <source>正在准备文库</source>
      <translation>Preparing the library</translation>
    </message>
    <message>
      <source>批注文件已损坏</source>
      <translation>The notes file is damaged</translation>
    </message>
    <message>
      <source>从空白开始</source>
      <translation>Begin anew</translation>
    </message>
    <message>
      <source>这台机器没有中文字体，文字会显示为方框。请安装中文字体后重新启动。</source>
      <translation>This machine has no Chinese font; characters show as boxes. Please install a Chinese font and start again.</translation>
    </message>
    <message>
      <source>恢复备份</source>
      <translation>Restore backup</translation>
    </message>
    <message>
      <source>{text}损坏的文件会另存，不会删除。</source>
      <translation>{text} The damaged file will be kept under another name; nothing is deleted.</translation>
    </message>
    <message>
      <source>行距</source>
      <translation>Line spacing</translation>
    </message>
    <message>
      <source>每行字数</source>
      <translation>Line length</translation>
    </message>
    <message>
      <source>正文字体</source>
      <translation>Typeface</translation>
    </message>
    <message>
      <source>配色</source>
      <translation>Colours</translation>
    </message>
    <message>
      <source>文件名称</source>
      <translation>Name of the document</translation>
    </message>
    <message>
      <source>法规的项</source>
      <translation>Items of laws</translation>
    </message>
    <message>
      <source>公文的层次</source>
      <translation>Sections of documents</translation>
    </message>
    <message>
      <source>紧</source>
      <translation>Tight</translation>
    </message>
    <message>
      <source>标准</source>
      <translation>Standard</translation>
    </message>
    <message>
      <source>宽</source>
      <translation>Wide</translation>
    </message>
    <message>
      <source>至多 28 字（公文标准）</source>
      <translation>Up to 28 characters (official standard)</translation>
    </message>
    <message>
      <source>至多 34 字</source>
      <translation>Up to 34 characters</translation>
    </message>
    <message>
      <source>至多 42 字</source>
      <translation>Up to 42 characters</translation>
    </message>
    <message>
      <source>仿宋（公文标准）</source>
      <translation>Fangsong (official standard)</translation>
    </message>
    <message>
      <source>宋体</source>
      <translation>Songti</translation>
    </message>
    <message>
      <source>黑体</source>
      <translation>SimHei</translation>
    </message>
    <message>
      <source>浅色</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>深色</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>纸张</source>
      <translation>Paper</translation>
    </message>
    <message>
      <source>高对比</source>
      <translation>High contrast</translation>
    </message>
    <message>
      <source>全称和文号</source>
      <translation>Full name and number</translation>
    </message>
    <message>
      <source>全称，并写明以下简称</source>
      <translation>Full name, introducing the short one</translation>
    </message>
    <message>
      <source>只写简称</source>
      <translation>Short name only</translation>
    </message>
    <message>
      <source>第一项</source>
      <translation>第一项</translation>
    </message>
    <message>
      <source>第（一）项</source>
      <translation>第（一）项</translation>
    </message>
    <message>
      <source>“三、（二）”</source>
      <translation>“三、（二）”</translation>
    </message>
    <message>
      <source>第三部分第（二）项</source>
      <translation>第三部分第（二）项</translation>
    </message>
    <message>
      <source>这份文件已经不在文库里。移出的文件可以在“文件”菜单的“移出的文件”里放回。</source>
      <translation>This document is no longer in the library. Removed documents can be put back under “Removed documents” in the File menu.</translation>
    </message>
    <message>
      <source>没有读出来的文件没有被改动。</source>
      <translation>Files that could not be read were not changed.</translation>
    </message>
    <message>
      <source>关于政策阅读器</source>
      <translation>About PolicyViewer</translation>
    </message>
    <message>
      <source>请先打开一份文件。</source>
      <translation>Open a document first.</translation>
    </message>
    <message>
      <source>看改了什么</source>
      <translation>See what changed</translation>
    </message>
    <message>
      <source>没有刚关闭的文件。</source>
      <translation>No document has been closed.</translation>
    </message>
    <message>
      <source>这份文件是程序自带的，不能更正。</source>
      <translation>This document came with the program and cannot be corrected.</translation>
    </message>
    <message>
      <source>；条款太多，只列出这些，请先筛选</source>
      <translation>; there are more: filter first</translation>
    </message>
    <message>
      <source>{clauses} 条，{marks} 处批注</source>
      <translation>{clauses} clauses, {marks} notes</translation>
    </message>
    <message>
      <source>存为 PDF…</source>
      <translation>Save as PDF…</translation>
    </message>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>原文件</source>
      <translation>Old document</translation>
    </message>
    <message>
      <source>新文件</source>
      <translation>New document</translation>
    </message>
    <message>
      <source>上级文件</source>
      <translation>Superior document</translation>
    </message>
    <message>
      <source>本级文件</source>
      <translation>Local document</translation>
    </message>
    <message>
      <source>对照</source>
      <translation>Compare</translation>
    </message>
    <message>
      <source>新旧对照：改了哪些条文、哪些字句</source>
      <translation>Old and new: which provisions and words have changed</translation>
    </message>
    <message>
      <source>上下位对照：本级文件怎样落实上级文件</source>
      <translation>Superior and local: how a local document carries out its superior one</translation>
    </message>
    <message>
      <source>对调</source>
      <translation>Swap</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>请选两份文件；可以输入标题里的几个字来找。</source>
      <translation>Choose two documents; type some characters of a title to find one.</translation>
    </message>
    <message>
      <source>两边是同一份文件的同一版。</source>
      <translation>Both sides are the same edition of the same document.</translation>
    </message>
    <message>
      <source>{name}的版次</source>
      <translation>Edition of the {name}</translation>
    </message>
    <message>
      <source>更正识别结果</source>
      <translation>Correct recognition</translation>
    </message>
    <message>
      <source>保存</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>原文不会改动。更正会保留，以后再次导入这份文件时仍然有效。</source>
      <translation>The text itself is not changed. Corrections are kept and apply when this file is imported again.</translation>
    </message>
    <message>
      <source>这是保存的另一版，只供查看；批注请做在现在显示的一版上。</source>
      <translation>This is another edition that was kept, to be looked at; notes belong on the edition that is shown now.</translation>
    </message>
    <message>
      <source>{title}（第 {version} 版）</source>
      <translation>{title} (edition {version})</translation>
    </message>
    <message>
      <source>批注以前的内容</source>
      <translation>Earlier Texts of the Note</translation>
    </message>
    <message>
      <source>以前的内容</source>
      <translation>Earlier texts</translation>
    </message>
    <message>
      <source>当时的文字</source>
      <translation>Text at that time</translation>
    </message>
    <message>
      <source>恢复成这一版</source>
      <translation>Restore This Text</translation>
    </message>
    <message>
      <source>这条批注还没有改过。</source>
      <translation>This note has not been changed.</translation>
    </message>
    <message>
      <source>每次重新打开批注写过之后，原来的文字都留着。</source>
      <translation>Whenever a note is taken up again, the text before is kept.</translation>
    </message>
    <message>
      <source>现在　{day}</source>
      <translation>Now  {day}</translation>
    </message>
    <message>
      <source>（空）</source>
      <translation>(empty)</translation>
    </message>
    <message>
      <source>{day} 以前针对：“{words}”</source>
      <translation>Until {day} about: “{words}”</translation>
    </message>
    <message>
      <source>把文件或文件夹拖到这里。可以导入 Word、WPS、PDF、OFD、网页、表格、纯文本和压缩包。</source>
      <translation>Drop files or folders here. Word, WPS, PDF, OFD, web pages, spreadsheets, plain text and archives can be imported.</translation>
    </message>
    <message>
      <source>　已更正</source>
      <translation>  corrected</translation>
    </message>
    <message>
      <source>这是文库里没有的文件。</source>
      <translation>Not in the library yet.</translation>
    </message>
    <message>
      <source>导入文件</source>
      <translation>Import files</translation>
    </message>
    <message>
      <source>要导入的文件</source>
      <translation>Files to import</translation>
    </message>
    <message>
      <source>添加文件…</source>
      <translation>Add files…</translation>
    </message>
    <message>
      <source>添加文件夹…</source>
      <translation>Add folder…</translation>
    </message>
    <message>
      <source>移出</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>导入</source>
      <translation>Import</translation>
    </message>
    <message>
      <source>文库里已有较新的《{title}》。这份会作为旧版保存。</source>
      <translation>The library has a newer 《{title}》. This one will be kept as an older version.</translation>
    </message>
    <message>
      <source>还没有选择文件</source>
      <translation>No files chosen yet</translation>
    </message>
    <message>
      <source>正在读这份文件……</source>
      <translation>Reading this file…</translation>
    </message>
    <message>
      <source>文库里已有《{title}》，内容相同，不会重复导入。</source>
      <translation>The library already has 《{title}》 with the same content; it will not be imported twice.</translation>
    </message>
    <message>
      <source>文库里已有《{title}》。这是它的新文本，旧文本会保留。</source>
      <translation>The library already has 《{title}》. This is its new text; the old text is kept.</translation>
    </message>
    <message>
      <source>文库里已有《{title}》，这是它的另一种格式，只差 {apart} 个字。</source>
      <translation>The library already has 《{title}》; this is another format of it, only {apart} characters apart.</translation>
    </message>
    <message>
      <source>正文有 {damaged} 处疑似缺损。</source>
      <translation>{damaged} suspected damages in the text.</translation>
    </message>
    <message>
      <source>要导入的文件 {count} 份</source>
      <translation>{count} files to import</translation>
    </message>
    <message>
      <source>导入 {count} 份</source>
      <translation>Import {count}</translation>
    </message>
    <message>
      <source>新增</source>
      <translation>New</translation>
    </message>
    <message>
      <source>修订</source>
      <translation>Revised</translation>
    </message>
    <message>
      <source>废止</source>
      <translation>Repealed</translation>
    </message>
    <message>
      <source>《{title}》第 {version} 版，{count} 份文件，资料截至 {date}</source>
      <translation>{title}, edition {version}: {count} documents, as of {date}</translation>
    </message>
    <message>
      <source>发布者：{name}，签名有效。指纹 {fingerprint}</source>
      <translation>Publisher: {name}, valid signature. Fingerprint {fingerprint}</translation>
    </message>
    <message>
      <source>其中 {count} 份有您的批注，安装后会逐条核对批注的位置。</source>
      <translation>{count} of them have notes of yours, whose places are checked one by one afterwards.</translation>
    </message>
    <message>
      <source>其中 {count} 份您自己导入过，仍显示您导入的；从文库删除您导入的，就显示资料包里的。</source>
      <translation>You imported {count} of these yourself; yours stay in view. Take yours out of the library to see those of the pack.</translation>
    </message>
    <message>
      <source>没有变化</source>
      <translation>unchanged</translation>
    </message>
    <message>
      <source>是否信任这个发布者</source>
      <translation>Do you trust this publisher?</translation>
    </message>
    <message>
      <source>核对无误，信任</source>
      <translation>It is the same: trust</translation>
    </message>
    <message>
      <source>不信任</source>
      <translation>Do not trust</translation>
    </message>
    <message>
      <source>安装资料包</source>
      <translation>Install a library pack</translation>
    </message>
    <message>
      <source>变化</source>
      <translation>Changes</translation>
    </message>
    <message>
      <source>不安装</source>
      <translation>Do not install</translation>
    </message>
    <message>
      <source>安装</source>
      <translation>Install</translation>
    </message>
    <message>
      <source>请当面或打电话向发布单位核对指纹：
{fingerprint}
一字不差才选择信任；以后同一发布者的资料包不再询问。</source>
      <translation>Please compare the fingerprint with the publisher, in person or by telephone:
{fingerprint}
Trust it only if it is the same to the letter; you will not be asked again about this publisher.</translation>
    </message>
    <message>
      <source>您自己导入的文件和批注都不受影响；安装后可以退回上一版。</source>
      <translation>Your own documents and notes are not affected; you can go back to the previous edition.</translation>
    </message>
    <message>
      <source>{words} {count} 份</source>
      <translation>{words}: {count}</translation>
    </message>
    <message>
      <source>第一次遇到“{name}”发布的资料包。</source>
      <translation>This is the first pack from “{name}”.</translation>
    </message>
    <message>
      <source>注意：您信任过另一个同名的发布者，指纹不同！</source>
      <translation>Careful: you trust another publisher of the same name, with another fingerprint!</translation>
    </message>
    <message>
      <source>有您的批注</source>
      <translation>has notes of yours</translation>
    </message>
    <message>
      <source>您导入过</source>
      <translation>imported by you</translation>
    </message>
    <message>
      <source>现在装的是第 {version} 版。</source>
      <translation>Edition {version} is installed now.</translation>
    </message>
    <message>
      <source>……还有 {count} 份</source>
      <translation>… and {count} more</translation>
    </message>
    <message>
      <source>选中的文字</source>
      <translation>Selection</translation>
    </message>
    <message>
      <source>当前章节</source>
      <translation>This section</translation>
    </message>
    <message>
      <source>整份文件</source>
      <translation>Whole document</translation>
    </message>
    <message>
      <source>不印批注</source>
      <translation>Without notes</translation>
    </message>
    <message>
      <source>批注印在页边</source>
      <translation>Notes in the margin</translation>
    </message>
    <message>
      <source>批注印在文末</source>
      <translation>Notes at the end</translation>
    </message>
    <message>
      <source>打印范围</source>
      <translation>What to print</translation>
    </message>
    <message>
      <source>正在排版……</source>
      <translation>Setting the pages…</translation>
    </message>
    <message>
      <source>打印预览</source>
      <translation>Print preview</translation>
    </message>
    <message>
      <source>第 {page} 页，共 {count} 页</source>
      <translation>Page {page} of {count}</translation>
    </message>
    <message>
      <source>正在排版……{share}%</source>
      <translation>Setting the pages… {share}%</translation>
    </message>
    <message>
      <source>采用现在的</source>
      <translation>Accept</translation>
    </message>
    <message>
      <source>先不管</source>
      <translation>Skip</translation>
    </message>
    <message>
      <source>打开原文</source>
      <translation>Open the document</translation>
    </message>
    <message>
      <source>新旧对照</source>
      <translation>Compare</translation>
    </message>
    <message>
      <source>移出汇编</source>
      <translation>Take out</translation>
    </message>
    <message>
      <source>第 {at} 处，共 {count} 处　{state}</source>
      <translation>{at} of {count}  {state}</translation>
    </message>
    <message>
      <source>刷新汇编</source>
      <translation>Renew compilation</translation>
    </message>
    <message>
      <source>其余全部采用</source>
      <translation>Accept all left</translation>
    </message>
    <message>
      <source>以后再说</source>
      <translation>Later</translation>
    </message>
    <message>
      <source>（没有了）</source>
      <translation>(gone)</translation>
    </message>
    <message>
      <source>收入时的文字</source>
      <translation>Words as they were added</translation>
    </message>
    <message>
      <source>现在的文字</source>
      <translation>Present words</translation>
    </message>
    <message>
      <source>导入结果</source>
      <translation>Import report</translation>
    </message>
    <message>
      <source>打开这份文件</source>
      <translation>Open this document</translation>
    </message>
    <message>
      <source>采用现在的文字</source>
      <translation>Take the present words</translation>
    </message>
    <message>
      <source>保留原样</source>
      <translation>Leave as it is</translation>
    </message>
    <message>
      <source>删除批注</source>
      <translation>Delete the note</translation>
    </message>
    <message>
      <source>这里的文字已经删除。批注仍然保留，列在“全部批注”中。</source>
      <translation>These words have been deleted. The note is kept and listed under “All notes”.</translation>
    </message>
    <message>
      <source>原文已改的批注</source>
      <translation>Notes whose words have changed</translation>
    </message>
    <message>
      <source>{place}　还有 {count} 条待确认</source>
      <translation>{place}  {count} left to confirm</translation>
    </message>
    <message>
      <source>原来的文字</source>
      <translation>Former words</translation>
    </message>
    <message>
      <source>批注：{words}</source>
      <translation>Note: {words}</translation>
    </message>
    <message>
      <source>高亮</source>
      <translation>Highlight</translation>
    </message>
    <message>
      <source>条款</source>
      <translation>Clause</translation>
    </message>
    <message>
      <source>批注字数</source>
      <translation>Characters</translation>
    </message>
    <message>
      <source>原文已变</source>
      <translation>Text changed</translation>
    </message>
    <message>
      <source>最近修改</source>
      <translation>Last change</translation>
    </message>
    <message>
      <source>常用标签</source>
      <translation>Frequent tags</translation>
    </message>
    <message>
      <source>批注统计</source>
      <translation>Note Statistics</translation>
    </message>
    <message>
      <source>共 {total} 条：批注 {notes}，高亮 {highlights}，书签 {bookmarks}；{documents} 份文件的 {provisions} 条，写了 {characters} 字。</source>
      <translation>{total} in all: {notes} notes, {highlights} highlights, {bookmarks} bookmarks; {provisions} clauses of {documents} documents, {characters} characters written.</translation>
    </message>
    <message>
      <source>双击一份文件，列出它的批注。</source>
      <translation>Double-click a document to list its notes.</translation>
    </message>
    <message>
      <source>{rows} 行，{columns} 列</source>
      <translation>{rows} rows, {columns} columns</translation>
    </message>
    <message>
      <source>标签</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>还没有标签。在批注卡片下面的一行里写标签。</source>
      <translation>No tags yet. Write tags in the line below a note.</translation>
    </message>
    <message>
      <source>颜色</source>
      <translation>Colour</translation>
    </message>
    <message>
      <source>改名…</source>
      <translation>Rename…</translation>
    </message>
    <message>
      <source>去掉</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>改成另一个标签的名称，两个标签就合并。改名和去掉都可以撤销（Ctrl+Z）。</source>
      <translation>Renaming a tag to another one merges them. Renaming and removing can be undone (Ctrl+Z).</translation>
    </message>
    <message>
      <source>标签改名</source>
      <translation>Rename Tag</translation>
    </message>
    <message>
      <source>标签的名称：</source>
      <translation>Name of the tag:</translation>
    </message>
    <message>
      <source>对应到上级文件的哪一段</source>
      <translation>Which paragraph of the superior document</translation>
    </message>
    <message>
      <source>输入几个字，只看有这些字的段落</source>
      <translation>Type characters to see only paragraphs that have them</translation>
    </message>
    <message>
      <source>筛选段落</source>
      <translation>Filter paragraphs</translation>
    </message>
    <message>
      <source>上级文件的段落</source>
      <translation>Paragraphs of the superior document</translation>
    </message>
    <message>
      <source>对应到这一段</source>
      <translation>Choose this paragraph</translation>
    </message>
    <message>
      <source>本级文件的这一段：</source>
      <translation>This paragraph of the local document:</translation>
    </message>
    <message>
      <source>移出文库的文件保留 {days} 天，选中后可以恢复；在上面做的批注一直保留。</source>
      <translation>Removed documents are kept for {days} days and can be put back; your notes on them stay.</translation>
    </message>
    <message>
      <source>已删除的批注</source>
      <translation>Deleted notes</translation>
    </message>
    <message>
      <source>这里是空的：最近没有删除过批注。</source>
      <translation>Nothing here: no notes have been deleted lately.</translation>
    </message>
    <message>
      <source>已删除的汇编</source>
      <translation>Deleted compilations</translation>
    </message>
    <message>
      <source>这里是空的：最近没有删除过汇编。</source>
      <translation>Nothing here: no compilation was deleted lately.</translation>
    </message>
    <message>
      <source>移出的文件</source>
      <translation>Removed documents</translation>
    </message>
    <message>
      <source>这里是空的：最近没有移出过文件。</source>
      <translation>Nothing here: no document was removed lately.</translation>
    </message>
    <message>
      <source>彻底删除…</source>
      <translation>Delete for good…</translation>
    </message>
    <message>
      <source>恢复</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>{count} 部分</source>
      <translation>{count} parts</translation>
    </message>
    <message>
      <source>{day} 删除</source>
      <translation>deleted {day}</translation>
    </message>
    <message>
      <source>删除的批注和书签保留 {days} 天，选中后可以恢复。</source>
      <translation>Deleted notes and bookmarks are kept for {days} days; select them to restore.</translation>
    </message>
    <message>
      <source>删除的汇编保留 {days} 天，选中后可以恢复。</source>
      <translation>Deleted compilations are kept for {days} days; select some to restore them.</translation>
    </message>
    <message>
      <source>{day} 移出</source>
      <translation>removed {day}</translation>
    </message>
    <message>
      <source>关注的文件夹</source>
      <translation>Watched folders</translation>
    </message>
    <message>
      <source>还没有关注文件夹。添加一个，里面有了新文件时会提示导入。</source>
      <translation>No folders are watched yet. Add one, and you will be told when there are new files in it.</translation>
    </message>
    <message>
      <source>不再关注</source>
      <translation>Stop watching</translation>
    </message>
    <message>
      <source>打开程序时和每隔几分钟，看看这些文件夹里有没有新的或改动过的文件。</source>
      <translation>At the start and every few minutes these folders are looked at for new or changed files.</translation>
    </message>
    <message>
      <source>{name}　现在找不到</source>
      <translation>{name}  cannot be found now</translation>
    </message>
    <message>
      <source>程序出了意外错误</source>
      <translation>Unexpected error</translation>
    </message>
    <message>
      <source>程序出了意外错误，这一步没有完成。已经保存的批注和文件不受影响。</source>
      <translation>The program met an unexpected error and this step was not completed. Stored notes and files are not affected.</translation>
    </message>
    <message>
      <source>可以继续使用；请把下面的详细信息发给维护人员。</source>
      <translation>You can go on working; please send the details below to those who maintain the program.</translation>
    </message>
    <message>
      <source>没有完成</source>
      <translation>Not completed</translation>
    </message>
    <message>
      <source>程序所在的磁盘是只读的：批注和设置存放在本机“{folder}”，磁盘上的没有改动。</source>
      <translation>The program is on a read-only disk: notes and settings are kept on this computer in “{folder}”; those on the disk were not changed.</translation>
    </message>
    <message>
      <source>程序在移动磁盘上。批注、文库和设置存放在哪里？</source>
      <translation>The program is on a removable disk. Where shall notes, library and settings be kept?</translation>
    </message>
    <message>
      <source>存放在移动磁盘上，换一台电脑可以接着用；本机上原有的批注不会移动，也不会删除。</source>
      <translation>Kept on the removable disk, they go with you to another computer. Notes that are on this computer are neither moved nor deleted.</translation>
    </message>
    <message>
      <source>移动磁盘</source>
      <translation>Removable disk</translation>
    </message>
    <message>
      <source>本机</source>
      <translation>This computer</translation>
    </message>
    <message>
      <source>属性</source>
      <translation>Properties</translation>
    </message>
    <message>
      <source>引用</source>
      <translation>References</translation>
    </message>
    <message>
      <source>{name}（文库中没有）</source>
      <translation>{name} (not in the library)</translation>
    </message>
    <message>
      <source>{label}：{count} 条</source>
      <translation>{label}: {count}</translation>
    </message>
    <message>
      <source>{label}，{count} 条</source>
      <translation>{label}, {count}</translation>
    </message>
    <message>
      <source>另有 {left} 项…</source>
      <translation>{left} more…</translation>
    </message>
    <message>
      <source>{title}：{count} 项</source>
      <translation>{title}: {count} entries</translation>
    </message>
    <message>
      <source>已废止</source>
      <translation>Repealed</translation>
    </message>
    <message>
      <source>已失效</source>
      <translation>Lapsed</translation>
    </message>
    <message>
      <source>未施行</source>
      <translation>Not yet in force</translation>
    </message>
    <message>
      <source>已修改</source>
      <translation>Amended</translation>
    </message>
    <message>
      <source>未识别发文机关</source>
      <translation>Issuer not recognised</translation>
    </message>
    <message>
      <source>年份不详</source>
      <translation>Year unknown</translation>
    </message>
    <message>
      <source>其他文种</source>
      <translation>Other kinds</translation>
    </message>
    <message>
      <source>没有废止、失效、修改的记录</source>
      <translation>No record of repeal, lapse or amendment</translation>
    </message>
    <message>
      <source>未放入文件夹</source>
      <translation>In no folder</translation>
    </message>
    <message>
      <source>{year}年</source>
      <translation>{year}</translation>
    </message>
    <message>
      <source>{name}（{count}）</source>
      <translation>{name} ({count})</translation>
    </message>
    <message>
      <source>{name}，{count} 份文件</source>
      <translation>{name}, {count} documents</translation>
    </message>
    <message>
      <source>成文</source>
      <translation>Written</translation>
    </message>
    <message>
      <source>公布</source>
      <translation>Published</translation>
    </message>
    <message>
      <source>开始施行</source>
      <translation>In force from here</translation>
    </message>
    <message>
      <source>被《{title}》修改</source>
      <translation>Amended by 《{title}》</translation>
    </message>
    <message>
      <source>被《{title}》废止</source>
      <translation>Repealed by 《{title}》</translation>
    </message>
    <message>
      <source>有效期的最后一天</source>
      <translation>Last day in force</translation>
    </message>
    <message>
      <source>已过有效期</source>
      <translation>Lapsed</translation>
    </message>
    <message>
      <source>尚未施行</source>
      <translation>Not yet in force</translation>
    </message>
    <message>
      <source>有效，已被修改</source>
      <translation>in force, amended</translation>
    </message>
    <message>
      <source>有效</source>
      <translation>in force</translation>
    </message>
    <message>
      <source>没有写明何时施行</source>
      <translation>it does not say since when it is in force</translation>
    </message>
    <message>
      <source>请注意：这份文件自 {day} 起被《{title}》废止。</source>
      <translation>Mind: this document is repealed since {day} by 《{title}》.</translation>
    </message>
    <message>
      <source>请注意：这份文件的有效期到 {day} 为止，已经失效。</source>
      <translation>Mind: this document was in force until {day} and has lapsed.</translation>
    </message>
    <message>
      <source>请注意：这份文件自 {day} 起施行，现在还没有施行。</source>
      <translation>Mind: this document is not in force before {day}.</translation>
    </message>
    <message>
      <source>请注意：这份文件自 {day} 起被《{title}》修改。</source>
      <translation>Mind: this document is amended since {day} by 《{title}》.</translation>
    </message>
    <message>
      <source>今天：{words}</source>
      <translation>Today: {words}</translation>
    </message>
    <message>
      <source>名称</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>也写作</source>
      <translation>Also written</translation>
    </message>
    <message>
      <source>条款数</source>
      <translation>Provisions</translation>
    </message>
    <message>
      <source>文件数</source>
      <translation>Documents</translation>
    </message>
    <message>
      <source>{forms}
点击检索</source>
      <translation>{forms}
Click to search</translation>
    </message>
    <message>
      <source>（文件已不在文库中）</source>
      <translation>(no longer in the library)</translation>
    </message>
    <message>
      <source>{name}（文件已不在文库中）</source>
      <translation>{name} (no longer in the library)</translation>
    </message>
    <message>
      <source>效力有变</source>
      <translation>Validity changed</translation>
    </message>
    <message>
      <source>已移动</source>
      <translation>Moved</translation>
    </message>
    <message>
      <source>原文已改</source>
      <translation>Words changed</translation>
    </message>
    <message>
      <source>原文已删</source>
      <translation>Words deleted</translation>
    </message>
    <message>
      <source>文件已不在</source>
      <translation>Document gone</translation>
    </message>
    <message>
      <source>文字没有变，现在是{name}。</source>
      <translation>The words are the same; they are now {name}.</translation>
    </message>
    <message>
      <source>收入以后原文有改动，现在是{name}。</source>
      <translation>The words have changed since they were added; they are now {name}.</translation>
    </message>
    <message>
      <source>原文里已经没有这段文字。导出时仍用收入时的文字，并注明已删去。</source>
      <translation>These words are no longer in the document. The export has them as they were added, with a remark.</translation>
    </message>
    <message>
      <source>文库里已经没有这份文件。导出时仍用收入时的文字，并注明。</source>
      <translation>The library no longer holds this document. The export has the words as they were added, with a remark.</translation>
    </message>
    <message>
      <source>这份文件有了新的文字，下面是不同的地方。</source>
      <translation>This document has new words; below is what differs.</translation>
    </message>
    <message>
      <source>，</source>
      <translation>, </translation>
    </message>
    <message>
      <source>共 {count} 部分</source>
      <translation>{count} parts</translation>
    </message>
    <message>
      <source>收入以后原文有改动。</source>
      <translation>The words have changed since they were added.</translation>
    </message>
    <message>
      <source>没有写明</source>
      <translation>not stated</translation>
    </message>
    <message>
      <source>标题：{words}</source>
      <translation>Heading: {words}</translation>
    </message>
    <message>
      <source>效力：收入时{former}，现在{now}。</source>
      <translation>Validity: {former} when added, {now} now.</translation>
    </message>
    <message>
      <source>，{count} 部分有变化</source>
      <translation>, {count} changed</translation>
    </message>
    <message>
      <source>没有分条目</source>
      <translation>No divisions</translation>
    </message>
    <message>
      <source>提示</source>
      <translation>Notice</translation>
    </message>
    <message>
      <source>缺损</source>
      <translation>Damage</translation>
    </message>
    <message>
      <source>没有导入</source>
      <translation>Not imported</translation>
    </message>
    <message>
      <source>已导入，有提示</source>
      <translation>Imported with notices</translation>
    </message>
    <message>
      <source>已导入</source>
      <translation>Imported</translation>
    </message>
    <message>
      <source>内容已在文库中</source>
      <translation>Content already in the library</translation>
    </message>
    <message>
      <source>{name}　与《{title}》相同</source>
      <translation>{name}  same as 《{title}》</translation>
    </message>
    <message>
      <source>{name} {count} 份</source>
      <translation>{name}: {count}</translation>
    </message>
    <message>
      <source>第 {version} 版</source>
      <translation>Version {version}</translation>
    </message>
    <message>
      <source>层级：{levels}</source>
      <translation>Levels: {levels}</translation>
    </message>
    <message>
      <source>来源：{source}</source>
      <translation>Source: {source}</translation>
    </message>
    <message>
      <source>没有变化 {copies} 份</source>
      <translation>Unchanged: {copies}</translation>
    </message>
    <message>
      <source>另有 {value} 处疑似缺损，打开文件可以看到。</source>
      <translation>{value} more suspected damages; open the document to see them.</translation>
    </message>
    <message>
      <source>这份文件还有 {count} 条，点击列出</source>
      <translation>{count} more in this document; click to list them</translation>
    </message>
    <message>
      <source>{title}，{total} 条</source>
      <translation>{title}, {total} hits</translation>
    </message>
    <message>
      <source>{title}
{total} 条结果</source>
      <translation>{title}
{total} hits</translation>
    </message>
    <message>
      <source>题名和前言</source>
      <translation>Title and preamble</translation>
    </message>
    <message>
      <source>未开始</source>
      <translation>Not begun</translation>
    </message>
    <message>
      <source>进行中</source>
      <translation>Under way</translation>
    </message>
    <message>
      <source>已完成</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>不涉及</source>
      <translation>Not ours</translation>
    </message>
    <message>
      <source>已过期</source>
      <translation>Overdue</translation>
    </message>
    <message>
      <source>临近</source>
      <translation>Due soon</translation>
    </message>
    <message>
      <source>{told}：{printed}</source>
      <translation>{told}: {printed}</translation>
    </message>
    <message>
      <source>共 {count} 项任务</source>
      <translation>{count} tasks</translation>
    </message>
    <message>
      <source>列出 {count} 项</source>
      <translation>{count} listed</translation>
    </message>
    <message>
      <source>已完成 {count} 项</source>
      <translation>{count} done</translation>
    </message>
    <message>
      <source>临近 {count} 项</source>
      <translation>{count} due soon</translation>
    </message>
    <message>
      <source>已过期 {count} 项</source>
      <translation>{count} overdue</translation>
    </message>
    <message>
      <source>工作任务</source>
      <translation>Task</translation>
    </message>
    <message>
      <source>牵头单位</source>
      <translation>Lead</translation>
    </message>
    <message>
      <source>配合单位</source>
      <translation>Support</translation>
    </message>
    <message>
      <source>完成时限</source>
      <translation>Deadline</translation>
    </message>
    <message>
      <source>进展</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>本单位时限</source>
      <translation>Own deadline</translation>
    </message>
    <message>
      <source>备注</source>
      <translation>Remark</translation>
    </message>
    <message>
      <source>{status}（原文有改动）</source>
      <translation>{status} (text changed)</translation>
    </message>
    <message>
      <source>按相关度</source>
      <translation>By relevance</translation>
    </message>
    <message>
      <source>按日期</source>
      <translation>By date</translation>
    </message>
    <message>
      <source>按文件顺序</source>
      <translation>In document order</translation>
    </message>
    <message>
      <source>{written}，也找{words}</source>
      <translation>{written}, also {words}</translation>
    </message>
    <message>
      <source>“{written}”也按“{added}”查找；去掉就只找“{written}”</source>
      <translation>“{written}” is also searched for as “{added}”; remove this to find “{written}” only</translation>
    </message>
    <message>
      <source>先检索：{words}</source>
      <translation>First: {words}</translation>
    </message>
    <message>
      <source>只在“{text}”的结果中检索</source>
      <translation>Search only within the results of “{text}”</translation>
    </message>
    <message>
      <source>年份：{words}</source>
      <translation>Years: {words}</translation>
    </message>
    <message>
      <source>“{written}”也按“{added}”查找</source>
      <translation>“{written}” also finds “{added}”</translation>
    </message>
    <message>
      <source>只找：{words}</source>
      <translation>Only: {words}</translation>
    </message>
    <message>
      <source>“{word}”现在只按原样查找</source>
      <translation>“{word}” is now searched for exactly as written</translation>
    </message>
    <message>
      <source>上次有 {count} 条批注没有存上，文字在“{path}”。抄回批注后请删除这个文件。</source>
      <translation>{count} notes could not be stored last time; their text is in “{path}”. Copy it back, then delete the file.</translation>
    </message>
    <message>
      <source>以后的批注署名“{name}”；以前的不变。</source>
      <translation>Notes are signed “{name}” from now on; earlier ones stay as they are.</translation>
    </message>
    <message>
      <source>再存一次</source>
      <translation>Store again</translation>
    </message>
    <message>
      <source>打开文件夹</source>
      <translation>Open Folder</translation>
    </message>
    <message>
      <source>已删除。</source>
      <translation>Deleted.</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>批注署名</source>
      <translation>Sign Notes As</translation>
    </message>
    <message>
      <source>以后做的批注署这个名字；空着就用登录这台电脑的名字：</source>
      <translation>Notes are signed with this name from now on; empty: the name of the account.</translation>
    </message>
    <message>
      <source>已随条文移动</source>
      <translation>Moved with its provision</translation>
    </message>
    <message>
      <source>原文已改，请核对</source>
      <translation>Words changed, please check</translation>
    </message>
    <message>
      <source>删除</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>删除这条批注</source>
      <translation>Delete this note</translation>
    </message>
    <message>
      <source>这条批注的更多操作</source>
      <translation>More for this note</translation>
    </message>
    <message>
      <source>换颜色、看以前的内容</source>
      <translation>Other colours, earlier texts</translation>
    </message>
    <message>
      <source>打开这一处</source>
      <translation>Open this place</translation>
    </message>
    <message>
      <source>还没有存上，文字仍在这里</source>
      <translation>Not stored yet; the words are still here</translation>
    </message>
    <message>
      <source>到正文这一处</source>
      <translation>Go to the Text</translation>
    </message>
    <message>
      <source>以前的内容…</source>
      <translation>Earlier Texts…</translation>
    </message>
    <message>
      <source>这份文件的批注</source>
      <translation>Notes on this document</translation>
    </message>
    <message>
      <source>这份文件还没有批注。

选中正文里的文字，用弹出的工具条加高亮、写批注，或按 Ctrl+M。</source>
      <translation>No notes on this document yet.

Select words in the text and highlight or annotate them with the bar that appears, or press Ctrl+M.</translation>
    </message>
    <message>
      <source>打开一份文件，这里会列出您在上面做的批注。</source>
      <translation>Open a document: your notes on it are listed here.</translation>
    </message>
    <message>
      <source>上面还有 {count} 条</source>
      <translation>{count} more above</translation>
    </message>
    <message>
      <source>下面还有 {count} 条</source>
      <translation>{count} more below</translation>
    </message>
    <message>
      <source>没有符合的内容。换个词，或去掉筛选条件。</source>
      <translation>Nothing matches. Try another word, or remove filters.</translation>
    </message>
    <message>
      <source>文件夹的名称：</source>
      <translation>Name of the folder:</translation>
    </message>
    <message>
      <source>还没有书签。阅读时按 Ctrl+D，给正在读的这一条加书签。</source>
      <translation>No bookmarks yet. Press Ctrl+D while reading to bookmark the provision in view.</translation>
    </message>
    <message>
      <source>还没有批注。选中正文里的文字，用弹出的工具条加高亮或写批注。</source>
      <translation>No notes yet. Select words in the text and highlight or annotate them with the bar that appears.</translation>
    </message>
    <message>
      <source>按文字筛选</source>
      <translation>Filter by words</translation>
    </message>
    <message>
      <source>通读</source>
      <translation>Read</translation>
    </message>
    <message>
      <source>把列出的这些条款的原文和批注放在一起读，也可以打印</source>
      <translation>Read the listed clauses with their notes together, or print them</translation>
    </message>
    <message>
      <source>统计</source>
      <translation>Count</translation>
    </message>
    <message>
      <source>每份文件有多少批注、高亮和书签</source>
      <translation>How many notes, highlights and bookmarks each document has</translation>
    </message>
    <message>
      <source>导出…</source>
      <translation>Export…</translation>
    </message>
    <message>
      <source>把列出的批注导出为 Word、Excel、Markdown 或批注包</source>
      <translation>Export the listed notes to Word, Excel, Markdown or a notes package</translation>
    </message>
    <message>
      <source>正在读取……</source>
      <translation>Reading…</translation>
    </message>
    <message>
      <source>新建文件夹</source>
      <translation>New folder</translation>
    </message>
    <message>
      <source>文件夹改名</source>
      <translation>Rename Folder</translation>
    </message>
    <message>
      <source>书签改名</source>
      <translation>Rename bookmark</translation>
    </message>
    <message>
      <source>书签的名称，空着就显示原文：</source>
      <translation>Name of the bookmark; empty shows the words:</translation>
    </message>
    <message>
      <source>移到文件夹</source>
      <translation>Move to folder</translation>
    </message>
    <message>
      <source>{count} / {total} 条</source>
      <translation>{count} of {total}</translation>
    </message>
    <message>
      <source>共 {total} 条</source>
      <translation>{total} in all</translation>
    </message>
    <message>
      <source> · {count} 条原文已变</source>
      <translation> · {count} with changed words</translation>
    </message>
    <message>
      <source>筛选{title}</source>
      <translation>Filter {title}</translation>
    </message>
    <message>
      <source>通读选中的</source>
      <translation>Read Selected</translation>
    </message>
    <message>
      <source>导出选中的…</source>
      <translation>Export selected…</translation>
    </message>
    <message>
      <source>通读这些条款</source>
      <translation>Read These Clauses</translation>
    </message>
    <message>
      <source>把这些条款收入汇编</source>
      <translation>Add these clauses to compilation</translation>
    </message>
    <message>
      <source>导出这些…</source>
      <translation>Export These…</translation>
    </message>
    <message>
      <source>新建文件夹…</source>
      <translation>New folder…</translation>
    </message>
    <message>
      <source>移出文件夹</source>
      <translation>Remove from folder</translation>
    </message>
    <message>
      <source>只看这份文件</source>
      <translation>Only This Document</translation>
    </message>
    <message>
      <source>文件夹改名…</source>
      <translation>Rename Folder…</translation>
    </message>
    <message>
      <source>解散文件夹，书签保留</source>
      <translation>Dissolve Folder, Keep Bookmarks</translation>
    </message>
    <message>
      <source>只看正在读的这一条</source>
      <translation>Only the provision being read</translation>
    </message>
    <message>
      <source>只列出这一条引用的文件，以及引用这一条的文件</source>
      <translation>List only what this provision refers to and what refers to it</translation>
    </message>
    <message>
      <source>引用和被引用</source>
      <translation>References to and from</translation>
    </message>
    <message>
      <source>打开一份文件，这里列出它引用的文件，以及文库里引用它的文件。</source>
      <translation>Open a document: what it refers to, and what in the library refers to it, is listed here.</translation>
    </message>
    <message>
      <source>引用了</source>
      <translation>Refers to</translation>
    </message>
    <message>
      <source>被引用</source>
      <translation>Referred to by</translation>
    </message>
    <message>
      <source>这一条没有引用别的文件，也没有被引用。</source>
      <translation>This provision refers to no other document and is not referred to.</translation>
    </message>
    <message>
      <source>这份文件没有引用别的文件，文库里也没有文件引用它。</source>
      <translation>This document refers to no other, and none in the library refers to it.</translation>
    </message>
    <message>
      <source>把会议、学习要用的条款和文件收到一起，编成一本。

选中正文里的文字，点“收入汇编”（Ctrl+Shift+A）；也可以在文库、目录、检索结果、书签和批注里点右键收入。</source>
      <translation>Put the clauses and documents for a meeting or for study together in one book.

Select words in a document and choose “Add to compilation” (Ctrl+Shift+A), or right-click in the library, the contents, the results, the bookmarks or the notes.</translation>
    </message>
    <message>
      <source>哪一本汇编</source>
      <translation>Which compilation</translation>
    </message>
    <message>
      <source>新收入的放进这里选的这一本</source>
      <translation>What is added goes into the one chosen here</translation>
    </message>
    <message>
      <source>在前面加标题…</source>
      <translation>Heading above…</translation>
    </message>
    <message>
      <source>新建汇编…</source>
      <translation>New compilation…</translation>
    </message>
    <message>
      <source>管理</source>
      <translation>Manage</translation>
    </message>
    <message>
      <source>管理汇编</source>
      <translation>Manage compilations</translation>
    </message>
    <message>
      <source>新建、重命名、删除或恢复汇编</source>
      <translation>Make, rename, delete or restore compilations</translation>
    </message>
    <message>
      <source>加标题</source>
      <translation>Heading</translation>
    </message>
    <message>
      <source>在选中的部分前面加一个标题</source>
      <translation>Put a heading above the chosen part</translation>
    </message>
    <message>
      <source>刷新</source>
      <translation>Renew</translation>
    </message>
    <message>
      <source>看收入以后原文有什么变化，逐条确认</source>
      <translation>See what has changed since the parts were added, one by one</translation>
    </message>
    <message>
      <source>预览</source>
      <translation>Preview</translation>
    </message>
    <message>
      <source>按公文版式看一遍，打印或存为 PDF</source>
      <translation>Look through it as it will be on paper; print or save as PDF</translation>
    </message>
    <message>
      <source>导出为 Word 或 PDF，带目录、出处和效力</source>
      <translation>Export to Word or PDF, with contents, sources and validity</translation>
    </message>
    <message>
      <source>改标题…</source>
      <translation>Change heading…</translation>
    </message>
    <message>
      <source>上移（Ctrl+↑）</source>
      <translation>Move up (Ctrl+↑)</translation>
    </message>
    <message>
      <source>下移（Ctrl+↓）</source>
      <translation>Move down (Ctrl+↓)</translation>
    </message>
    <message>
      <source>重命名…</source>
      <translation>Rename…</translation>
    </message>
    <message>
      <source>删除这本汇编</source>
      <translation>Delete this compilation</translation>
    </message>
    <message>
      <source>在筛选项中查找</source>
      <translation>Find in filters</translation>
    </message>
    <message>
      <source>筛选</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>没有符合的文件。换个词，或导入文件。</source>
      <translation>No documents match. Try another word, or import files.</translation>
    </message>
    <message>
      <source>文库里还没有文件。导入以后，这里按发文机关和文种列出来。</source>
      <translation>The library has no documents yet. Once imported, they are listed here by issuer and kind.</translation>
    </message>
    <message>
      <source>按机关层级</source>
      <translation>By level</translation>
    </message>
    <message>
      <source>按发文机关</source>
      <translation>By issuer</translation>
    </message>
    <message>
      <source>按年份</source>
      <translation>By year</translation>
    </message>
    <message>
      <source>按文种</source>
      <translation>By kind</translation>
    </message>
    <message>
      <source>按主题</source>
      <translation>By subject</translation>
    </message>
    <message>
      <source>按效力</source>
      <translation>By validity</translation>
    </message>
    <message>
      <source>我的文件夹</source>
      <translation>My folders</translation>
    </message>
    <message>
      <source>分组方式</source>
      <translation>Grouping</translation>
    </message>
    <message>
      <source>文件怎样分组</source>
      <translation>How documents are grouped</translation>
    </message>
    <message>
      <source>标题、文号、机关或拼音首字母</source>
      <translation>Title, number, issuer or pinyin initials</translation>
    </message>
    <message>
      <source>筛选文库</source>
      <translation>Filter the library</translation>
    </message>
    <message>
      <source>点击显示全部文件</source>
      <translation>Click to show all documents</translation>
    </message>
    <message>
      <source>打开</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>并排打开</source>
      <translation>Open side by side</translation>
    </message>
    <message>
      <source>复制标题</source>
      <translation>Copy title</translation>
    </message>
    <message>
      <source>复制文号</source>
      <translation>Copy number</translation>
    </message>
    <message>
      <source>放入文件夹</source>
      <translation>Put into folder</translation>
    </message>
    <message>
      <source>删除文件夹</source>
      <translation>Delete folder</translation>
    </message>
    <message>
      <source>新旧对照这两份文件</source>
      <translation>Compare these two, old and new</translation>
    </message>
    <message>
      <source>上下位对照这两份文件</source>
      <translation>Compare these two, superior and local</translation>
    </message>
    <message>
      <source>与另一份文件对照…</source>
      <translation>Compare with another document…</translation>
    </message>
    <message>
      <source>去掉筛选：{words}</source>
      <translation>Remove filter: {words}</translation>
    </message>
    <message>
      <source>移出“{name}”</source>
      <translation>Remove from “{name}”</translation>
    </message>
    <message>
      <source>效力沿革</source>
      <translation>History of its validity</translation>
    </message>
    <message>
      <source>查看某一天的效力</source>
      <translation>Validity on a day</translation>
    </message>
    <message>
      <source>这一天：{words}</source>
      <translation>On this day: {words}</translation>
    </message>
    <message>
      <source>正在从文件里读出地名、机构和项目…

第一次要读完整个文库，以后只读新的文件。</source>
      <translation>Reading places, bodies and projects from the documents…

The first time the whole library is read, later only new documents.</translation>
    </message>
    <message>
      <source>没有读完。已经读过的留着，点“接着读”从那里继续。</source>
      <translation>Not finished. What was read is kept; “Go on” continues from there.</translation>
    </message>
    <message>
      <source>没有读出这一类名称。</source>
      <translation>No names of this kind were found.</translation>
    </message>
    <message>
      <source>没有符合的名称。换个词，或输入拼音首字母。</source>
      <translation>No such name. Try another word, or the initials of its pinyin.</translation>
    </message>
    <message>
      <source>地名</source>
      <translation>Places</translation>
    </message>
    <message>
      <source>机构</source>
      <translation>Bodies</translation>
    </message>
    <message>
      <source>项目</source>
      <translation>Projects</translation>
    </message>
    <message>
      <source>{shown} 个地名</source>
      <translation>{shown} places</translation>
    </message>
    <message>
      <source>{shown} 个机构</source>
      <translation>{shown} bodies</translation>
    </message>
    <message>
      <source>{shown} 个项目</source>
      <translation>{shown} projects</translation>
    </message>
    <message>
      <source>返回原文</source>
      <translation>Back to the text</translation>
    </message>
    <message>
      <source>接着读</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>名称的种类</source>
      <translation>Kinds of names</translation>
    </message>
    <message>
      <source>名称里的字，或拼音首字母</source>
      <translation>Words of a name, or its initials</translation>
    </message>
    <message>
      <source>筛选名称</source>
      <translation>Filter names</translation>
    </message>
    <message>
      <source>看哪些文件里的名称</source>
      <translation>Names of which documents</translation>
    </message>
    <message>
      <source>整个文库</source>
      <translation>Whole library</translation>
    </message>
    <message>
      <source>{words}，共 {total} 个</source>
      <translation>{words} of {total}</translation>
    </message>
    <message>
      <source>只看《{title}》</source>
      <translation>Only {title}</translation>
    </message>
    <message>
      <source>您的批注和书签</source>
      <translation>Your notes and bookmarks</translation>
    </message>
    <message>
      <source>您的批注和书签里有 {count} 条</source>
      <translation>{count} among your notes and bookmarks</translation>
    </message>
    <message>
      <source>打开一份文件，这里显示它的目录。</source>
      <translation>Open a document: its contents are shown here.</translation>
    </message>
    <message>
      <source>这份文件没有分条目。</source>
      <translation>This document has no divisions.</translation>
    </message>
    <message>
      <source>转到</source>
      <translation>Go to</translation>
    </message>
    <message>
      <source>这里是离线的政策文件阅读器，不连接任何网络。

导入：按 Ctrl+O，或把文件、文件夹拖到窗口里。
检索：按 Ctrl+K，输入词、文号、标题或“立法法 65 二”。
手册：按 F1。</source>
      <translation>An offline reader of policy documents. It never connects to a network.

Import: press Ctrl+O, or drop files and folders onto the window.
Search: press Ctrl+K and type words, a number, a title or “立法法 65 二”.
Manual: press F1.</translation>
    </message>
    <message>
      <source>年份</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>机关层级</source>
      <translation>Issuer level</translation>
    </message>
    <message>
      <source>发文机关</source>
      <translation>Issuer</translation>
    </message>
    <message>
      <source>文种</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>主题</source>
      <translation>Subject</translation>
    </message>
    <message>
      <source>效力</source>
      <translation>Validity</translation>
    </message>
    <message>
      <source>最近阅读</source>
      <translation>Read last</translation>
    </message>
    <message>
      <source>最近导入</source>
      <translation>Imported last</translation>
    </message>
    <message>
      <source>文库里提到了哪些地名、机构和项目，各有几条</source>
      <translation>Which places, bodies and projects the library names, and how often</translation>
    </message>
    <message>
      <source>全部清除</source>
      <translation>Clear all</translation>
    </message>
    <message>
      <source>不再按图表筛选</source>
      <translation>No longer filter by the charts</translation>
    </message>
    <message>
      <source>只看：{names}</source>
      <translation>Only: {names}</translation>
    </message>
    <message>
      <source>打开一份文件，这里显示它的标题、机关、文号和日期。</source>
      <translation>Open a document: its title, issuer, number and dates are shown here.</translation>
    </message>
    <message>
      <source>疑似缺损</source>
      <translation>Suspected damage</translation>
    </message>
    <message>
      <source>文件属性</source>
      <translation>Document properties</translation>
    </message>
    <message>
      <source>标题</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>发文字号</source>
      <translation>Document number</translation>
    </message>
    <message>
      <source>密级</source>
      <translation>Secrecy</translation>
    </message>
    <message>
      <source>紧急程度</source>
      <translation>Urgency</translation>
    </message>
    <message>
      <source>签发人</source>
      <translation>Signed by</translation>
    </message>
    <message>
      <source>成文日期</source>
      <translation>Written</translation>
    </message>
    <message>
      <source>发布日期</source>
      <translation>Published</translation>
    </message>
    <message>
      <source>施行日期</source>
      <translation>In force from</translation>
    </message>
    <message>
      <source>有效期至</source>
      <translation>Valid until</translation>
    </message>
    <message>
      <source>依据条文</source>
      <translation>By provision</translation>
    </message>
    <message>
      <source>同时废止</source>
      <translation>Repeals</translation>
    </message>
    <message>
      <source>主送机关</source>
      <translation>Addressees</translation>
    </message>
    <message>
      <source>抄送</source>
      <translation>Copies to</translation>
    </message>
    <message>
      <source>附件</source>
      <translation>Attachments</translation>
    </message>
    <message>
      <source>附注</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>登记号</source>
      <translation>Registration</translation>
    </message>
    <message>
      <source>来源</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>导入时间</source>
      <translation>Imported</translation>
    </message>
    <message>
      <source>版本</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>字数</source>
      <translation>Characters</translation>
    </message>
    <message>
      <source>疑似缺损 {count} 处</source>
      <translation>Suspected damage: {count}</translation>
    </message>
    <message>
      <source>正文（不是标题）</source>
      <translation>Text (no heading)</translation>
    </message>
    <message>
      <source>没有</source>
      <translation>none</translation>
    </message>
    <message>
      <source>识别出的目录</source>
      <translation>Contents as recognised</translation>
    </message>
    <message>
      <source>所选标题的级别</source>
      <translation>Level of the chosen heading</translation>
    </message>
    <message>
      <source>撤销更正</source>
      <translation>Undo corrections</translation>
    </message>
    <message>
      <source>恢复程序识别的结果</source>
      <translation>Go back to what the program recognised</translation>
    </message>
    <message>
      <source>所选标题是</source>
      <translation>The chosen heading is</translation>
    </message>
    <message>
      <source>识别出的目录：没有分条目</source>
      <translation>Contents as recognised: no divisions</translation>
    </message>
    <message>
      <source>标题不能空着。</source>
      <translation>The title cannot be empty.</translation>
    </message>
    <message>
      <source>日期请写成 2026-06-18 或 2026年6月18日。</source>
      <translation>Please write the date as 2026-06-18 or 2026年6月18日.</translation>
    </message>
    <message>
      <source>今天 {time}</source>
      <translation>Today {time}</translation>
    </message>
    <message>
      <source>在上面的检索框里输入文字，这里显示结果。

几个词用空格隔开，表示同一条里都要有；加引号表示一字不差。</source>
      <translation>Type into the search box above; results are shown here.

Words parted by blanks must all be in the same provision; quotation marks find exact words.</translation>
    </message>
    <message>
      <source>每一条都按原文核对过，凡是有这些字的条款都列在内。</source>
      <translation>Every result was checked against the text; every provision with these words is listed.</translation>
    </message>
    <message>
      <source>没有完全符合的条款，列出的是最接近的。</source>
      <translation>No provision matches completely; these come nearest.</translation>
    </message>
    <message>
      <source>正在检索…</source>
      <translation>Searching…</translation>
    </message>
    <message>
      <source>检索历史和收藏的检索</source>
      <translation>Past and saved searches</translation>
    </message>
    <message>
      <source>导出检索结果</source>
      <translation>Export results</translation>
    </message>
    <message>
      <source>您是不是要找：</source>
      <translation>Did you mean:</translation>
    </message>
    <message>
      <source>按机关、层级、年份、文种、效力、文件筛选</source>
      <translation>Filter by issuer, level, year, kind, validity, document</translation>
    </message>
    <message>
      <source>排列</source>
      <translation>Order</translation>
    </message>
    <message>
      <source>结果怎样排列</source>
      <translation>How results are ordered</translation>
    </message>
    <message>
      <source>在结果中检索</source>
      <translation>Search within results</translation>
    </message>
    <message>
      <source>再输入词，只在这些结果里找</source>
      <translation>Type more words to search within these results only</translation>
    </message>
    <message>
      <source>同一份文件的归在一起</source>
      <translation>Group results of one document</translation>
    </message>
    <message>
      <source>全部折叠</source>
      <translation>Fold all</translation>
    </message>
    <message>
      <source>全部展开</source>
      <translation>Unfold all</translation>
    </message>
    <message>
      <source>没有找到。换个词试试。</source>
      <translation>Nothing found. Try other words.</translation>
    </message>
    <message>
      <source>最接近的 {total} 条</source>
      <translation>nearest {total}</translation>
    </message>
    <message>
      <source>{count} 毫秒</source>
      <translation>{count} ms</translation>
    </message>
    <message>
      <source>已列出 {listed} 条，共 {total} 条。点击继续列出</source>
      <translation>{listed} of {total} listed. Click to list more</translation>
    </message>
    <message>
      <source>{documents} 份文件</source>
      <translation>{documents} documents</translation>
    </message>
    <message>
      <source>检索“{one}”</source>
      <translation>Search for “{one}”</translation>
    </message>
    <message>
      <source>“{written}”也按“{form}”查找，这样写的有 {count} 条</source>
      <translation>“{written}” also finds “{form}”, which {count} provisions have</translation>
    </message>
    <message>
      <source>“{written}”也按“{form}”查找，有这个字的有 {count} 条，多半是别的意思</source>
      <translation>“{written}” also finds “{form}”, a character that {count} provisions have, mostly in other words</translation>
    </message>
    <message>
      <source>也可检索：</source>
      <translation>Also search for:</translation>
    </message>
    <message>
      <source>这次不提示简称</source>
      <translation>Not for this search</translation>
    </message>
    <message>
      <source>这次不提示简称；菜单“显示”里可以一直不提示</source>
      <translation>Not for this search; the menu View turns it off for good</translation>
    </message>
    <message>
      <source>全部一起</source>
      <translation>All together</translation>
    </message>
    <message>
      <source>{word}：全部一起</source>
      <translation>{word}: all together</translation>
    </message>
    <message>
      <source>没有识别出任务：原文没有写明由谁负责，也没有写明完成时限。

“（××局牵头）”“责任单位：……”“6月底前完成”这样的写法，以及任务清单表格，会列在这里。</source>
      <translation>No tasks found: the text does not say who answers for what, nor by when.

Brackets and labels that name the bodies in charge, deadlines and tables of tasks are listed here.</translation>
    </message>
    <message>
      <source>没有符合的任务。换个词，或去掉筛选。</source>
      <translation>No such tasks. Try another word, or remove the filters.</translation>
    </message>
    <message>
      <source>任务、单位或时限里的词</source>
      <translation>Words of task, body or deadline</translation>
    </message>
    <message>
      <source>筛选任务</source>
      <translation>Filter tasks</translation>
    </message>
    <message>
      <source>本单位，如 农业农村局</source>
      <translation>Own body, such as the agriculture bureau</translation>
    </message>
    <message>
      <source>本单位的名称</source>
      <translation>Name of your own body</translation>
    </message>
    <message>
      <source>只看涉及本单位的</source>
      <translation>Only what concerns us</translation>
    </message>
    <message>
      <source>按进展筛选</source>
      <translation>Filter by status</translation>
    </message>
    <message>
      <source>全部进展</source>
      <translation>Any status</translation>
    </message>
    <message>
      <source>临近或已过期</source>
      <translation>Due soon or overdue</translation>
    </message>
    <message>
      <source>任务</source>
      <translation>Tasks</translation>
    </message>
    <message>
      <source>另有 {count} 项任务原文里已经没有…</source>
      <translation>{count} more tasks are no longer in the text…</translation>
    </message>
    <message>
      <source>不详</source>
      <translation>Unknown</translation>
    </message>
    <message>
      <source>汇编里还没有内容。</source>
      <translation>The compilation is empty.</translation>
    </message>
    <message>
      <source>请先把条款或文件收入汇编，再导出。</source>
      <translation>Take provisions or documents in first.</translation>
    </message>
    <message>
      <source>文件名请以 .docx 或 .pdf 结尾。</source>
      <translation>Let the name end in .docx or .pdf.</translation>
    </message>
    <message>
      <source>不认识“{ending}”这种格式。</source>
      <translation>The format “{ending}” is not known.</translation>
    </message>
    <message>
      <source>小标宋</source>
      <translation>XiaoBiaoSong</translation>
    </message>
    <message>
      <source>楷体</source>
      <translation>KaiTi</translation>
    </message>
    <message>
      <source>仿宋</source>
      <translation>FangSong</translation>
    </message>
    <message>
      <source>没有可以打印的文字。</source>
      <translation>There is nothing to print.</translation>
    </message>
    <message>
      <source>请先选中要打印的文字，或者打印整份文件。</source>
      <translation>Select what is to be printed, or print the whole document.</translation>
    </message>
    <message>
      <source>{faces}未安装，用“{family}”代替</source>
      <translation>{faces}: not installed, “{family}” takes the place</translation>
    </message>
    <message>
      <source>{parts}。</source>
      <translation>{parts}.</translation>
    </message>
    <message>
      <source>、</source>
      <translation>, </translation>
    </message>
    <message>
      <source>；</source>
      <translation>; </translation>
    </message>
    <message>
      <source>没有能显示中文的字体。</source>
      <translation>No font can show Chinese.</translation>
    </message>
    <message>
      <source>请安装一种中文字体，或重新安装本程序。</source>
      <translation>Install a Chinese font, or install this program again.</translation>
    </message>
    <message>
      <source>请检查打印机是否接通、是否缺纸，或换一台打印机。</source>
      <translation>See whether the printer is connected and has paper, or take another one.</translation>
    </message>
    <message>
      <source>选择的页码不在这份文件里。</source>
      <translation>The document has no such pages.</translation>
    </message>
    <message>
      <source>打印机没有响应。</source>
      <translation>The printer does not answer.</translation>
    </message>
    <message>
      <source>请在第 1 页到第 {count} 页之间选。</source>
      <translation>Choose pages from 1 to {count}.</translation>
    </message>
    <message>
      <source>请检查打印机后再打印其余各页。</source>
      <translation>Look at the printer, then print the other pages.</translation>
    </message>
    <message>
      <source>打印到第 {page} 页时中断了。</source>
      <translation>Printing broke off at page {page}.</translation>
    </message>
    <message>
      <source>批注没有存上：{error}{hint}文字仍在屏幕上，{saved}。</source>
      <translation>The note was not stored: {error}{hint} The words are still on the screen, {saved}.</translation>
    </message>
    <message>
      <source>已撤销：{name}。</source>
      <translation>Undone: {name}.</translation>
    </message>
    <message>
      <source>没有可以撤销的改动。</source>
      <translation>There is nothing to undo.</translation>
    </message>
    <message>
      <source>已重做：{name}。</source>
      <translation>Redone: {name}.</translation>
    </message>
    <message>
      <source>没有可以重做的改动。</source>
      <translation>There is nothing to redo.</translation>
    </message>
    <message>
      <source>请先复制到别处</source>
      <translation>please copy them elsewhere first</translation>
    </message>
    <message>
      <source>请先选中文字。</source>
      <translation>Select some words first.</translation>
    </message>
    <message>
      <source>这份文件还没有批注。</source>
      <translation>No notes on this document yet.</translation>
    </message>
    <message>
      <source>有 {count} 条后来又在别处改过，没有动。</source>
      <translation> {count} were changed elsewhere since and stay as they are.</translation>
    </message>
    <message>
      <source>并已另存到“{path}”</source>
      <translation>and have been saved as “{path}”</translation>
    </message>
    <message>
      <source>Word 文档 (*.docx)</source>
      <translation>Word document (*.docx)</translation>
    </message>
    <message>
      <source>网页 (*.html)</source>
      <translation>Web page (*.html)</translation>
    </message>
    <message>
      <source>Excel 工作簿 (*.xlsx)</source>
      <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
      <source>上下位对照表</source>
      <translation> superior and local</translation>
    </message>
    <message>
      <source>新旧对照表</source>
      <translation> old and new</translation>
    </message>
    <message>
      <source>落实：{title}</source>
      <translation>Carried out: {title}</translation>
    </message>
    <message>
      <source>对照：{title}</source>
      <translation>Compared: {title}</translation>
    </message>
    <message>
      <source>没有更多变化了。</source>
      <translation>There are no more changes.</translation>
    </message>
    <message>
      <source>对照中没有这些字。</source>
      <translation>The comparison does not have these words.</translation>
    </message>
    <message>
      <source>导出对照表</source>
      <translation>Export the comparison</translation>
    </message>
    <message>
      <source>第 {version} 版　{day} 导入</source>
      <translation>Edition {version}, imported {day}</translation>
    </message>
    <message>
      <source>第 {version} 版　{day}</source>
      <translation>Edition {version}, {day}</translation>
    </message>
    <message>
      <source>对照表共 {count} 行，已导出到“{path}”。</source>
      <translation>The comparison with {count} rows was exported to “{path}”.</translation>
    </message>
    <message>
      <source>PDF 文件 (*.pdf)</source>
      <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
      <source>已导出汇编，共 {pages} 页：“{path}”。</source>
      <translation>Compilation exported, {pages} pages: “{path}”.</translation>
    </message>
    <message>
      <source>汇编预览</source>
      <translation>Preview of the compilation</translation>
    </message>
    <message>
      <source>正在导出汇编</source>
      <translation>Exporting compilation</translation>
    </message>
    <message>
      <source>导出汇编</source>
      <translation>Export compilation</translation>
    </message>
    <message>
      <source>还没有汇编。</source>
      <translation>There is no compilation yet.</translation>
    </message>
    <message>
      <source>请先在“书签”或“全部批注”里选中要收入的，按住 Ctrl 可以选几条。</source>
      <translation>First select what to add in “Bookmarks” or “All notes”; hold Ctrl to select several.</translation>
    </message>
    <message>
      <source>新建汇编</source>
      <translation>New compilation</translation>
    </message>
    <message>
      <source>汇编的名称，也是封面上的标题：</source>
      <translation>Name of the compilation, which is also its title:</translation>
    </message>
    <message>
      <source>重命名汇编</source>
      <translation>Rename compilation</translation>
    </message>
    <message>
      <source>标题，例如“一、省级政策”：</source>
      <translation>Heading:</translation>
    </message>
    <message>
      <source>改标题</source>
      <translation>Change heading</translation>
    </message>
    <message>
      <source>标题：</source>
      <translation>Heading:</translation>
    </message>
    <message>
      <source>文库中已没有《{title}》，这里保留着收入时的文字。</source>
      <translation>The library no longer holds “{title}”; the words are kept here as they were added.</translation>
    </message>
    <message>
      <source>请先打开要收入的文件。</source>
      <translation>Open the document first that is to be added.</translation>
    </message>
    <message>
      <source>看汇编</source>
      <translation>Show</translation>
    </message>
    <message>
      <source>已删除“{name}”，里面的文件仍在文库里。</source>
      <translation>“{name}” is deleted; its documents are still in the library.</translation>
    </message>
    <message>
      <source>有 {count} 条批注的原文已改或已删，没有收入。</source>
      <translation> The words of {count} notes have changed or gone; these were not added.</translation>
    </message>
    <message>
      <source>“{book}”里已经有了，没有重复收入。</source>
      <translation>“{book}” has it already; nothing was added.</translation>
    </message>
    <message>
      <source>已收入“{book}”：{name}。</source>
      <translation>Added to “{book}”: {name}.</translation>
    </message>
    <message>
      <source>已把 {count} 份收入“{book}”。</source>
      <translation>{count} parts added to “{book}”.</translation>
    </message>
    <message>
      <source>已移出 {count} 部分。</source>
      <translation>{count} parts taken out.</translation>
    </message>
    <message>
      <source>另有 {count} 份里面已经有了。</source>
      <translation> {count} others were in it already.</translation>
    </message>
    <message>
      <source>CSV 文件 (*.csv)</source>
      <translation>CSV file (*.csv)</translation>
    </message>
    <message>
      <source>表格</source>
      <translation>Table</translation>
    </message>
    <message>
      <source>导出表格</source>
      <translation>Export table</translation>
    </message>
    <message>
      <source>这份文件里没有表格。</source>
      <translation>There are no tables in this document.</translation>
    </message>
    <message>
      <source>表格已导出到“{path}”。</source>
      <translation>Tables exported to “{path}”.</translation>
    </message>
    <message>
      <source>已把 {count} 个表格写入“{name}”。</source>
      <translation>{count} tables written to “{name}”.</translation>
    </message>
    <message>
      <source>已从“{name}”移出 {count} 份文件，文件仍在文库里。</source>
      <translation>{count} documents removed from “{name}”; they stay in the library.</translation>
    </message>
    <message>
      <source>重命名文件夹</source>
      <translation>Rename folder</translation>
    </message>
    <message>
      <source>文件夹名称</source>
      <translation>Folder name</translation>
    </message>
    <message>
      <source>已建立文件夹“{name}”。</source>
      <translation>Folder “{name}” created.</translation>
    </message>
    <message>
      <source>文件夹改名为“{name}”。</source>
      <translation>Folder renamed to “{name}”.</translation>
    </message>
    <message>
      <source>已把 {count} 份文件放入“{name}”。</source>
      <translation>{count} documents put into “{name}”.</translation>
    </message>
    <message>
      <source>已删除文件夹“{name}”，里面的文件仍在文库里。</source>
      <translation>Folder “{name}” deleted; its documents stay in the library.</translation>
    </message>
    <message>
      <source>本文没有这一条</source>
      <translation>No such provision here</translation>
    </message>
    <message>
      <source>没有找到可以导入的文件。</source>
      <translation>No files found that can be imported.</translation>
    </message>
    <message>
      <source>正在导入</source>
      <translation>Importing</translation>
    </message>
    <message>
      <source>选择文件夹</source>
      <translation>Choose folder</translation>
    </message>
    <message>
      <source>选择文件</source>
      <translation>Choose files</translation>
    </message>
    <message>
      <source>所有文件 (*)</source>
      <translation>All files (*)</translation>
    </message>
    <message>
      <source>新导入</source>
      <translation>new</translation>
    </message>
    <message>
      <source>更新</source>
      <translation>updated</translation>
    </message>
    <message>
      <source>没有读出来</source>
      <translation>not readable</translation>
    </message>
    <message>
      <source>正在整理索引</source>
      <translation>Tidying the index</translation>
    </message>
    <message>
      <source>批注等都和备份时一样，没有改动。</source>
      <translation>Everything is as it was in the backup; nothing was changed.</translation>
    </message>
    <message>
      <source>另存备份的文件夹</source>
      <translation>Second backup folder</translation>
    </message>
    <message>
      <source>以后每小时也备份到“{folder}”，刚刚备份了一份：{name}。</source>
      <translation>From now on a backup goes to “{folder}” every hour; one was made just now: {name}.</translation>
    </message>
    <message>
      <source>从备份恢复</source>
      <translation>Restore from backup</translation>
    </message>
    <message>
      <source>改动过和删除了的批注会恢复成备份时的样子，可以撤销；
不见了的文件夹、常用检索、任务进度和汇编也会找回来。
备份以后新做的都会保留；恢复之前先自动备份一次。</source>
      <translation>Annotations that were changed or deleted become what they were; this can be undone.
Folders, saved searches, progress of tasks and compilations that are gone come back too.
What was made since stays; a backup of the present is taken first.</translation>
    </message>
    <message>
      <source>{count} 条批注</source>
      <translation>{count} annotations</translation>
    </message>
    <message>
      <source>{count} 个文件夹</source>
      <translation>{count} folders</translation>
    </message>
    <message>
      <source>文件夹里的 {count} 份文件</source>
      <translation>{count} documents in folders</translation>
    </message>
    <message>
      <source>{count} 个常用检索</source>
      <translation>{count} saved searches</translation>
    </message>
    <message>
      <source>{count} 个标签的颜色</source>
      <translation>colours of {count} tags</translation>
    </message>
    <message>
      <source>{count} 处上下位对应</source>
      <translation>{count} links to superior documents</translation>
    </message>
    <message>
      <source>{count} 项任务的进度</source>
      <translation>progress of {count} tasks</translation>
    </message>
    <message>
      <source>{count} 份汇编</source>
      <translation>{count} compilations</translation>
    </message>
    <message>
      <source>已恢复：{what}。</source>
      <translation>Brought back: {what}.</translation>
    </message>
    <message>
      <source>还没有备份。程序每小时自动备份一次。</source>
      <translation>No backups yet. The program makes one every hour.</translation>
    </message>
    <message>
      <source>本文</source>
      <translation>This document</translation>
    </message>
    <message>
      <source>索引正常</source>
      <translation>Index ready</translation>
    </message>
    <message>
      <source>索引重建中</source>
      <translation>Index being rebuilt</translation>
    </message>
    <message>
      <source>索引待重建</source>
      <translation>Index to be rebuilt</translation>
    </message>
    <message>
      <source>正在读出名称</source>
      <translation>Reading names</translation>
    </message>
    <message>
      <source>没有找到“{words}”。</source>
      <translation>“{words}” was not found.</translation>
    </message>
    <message>
      <source>Word 文档</source>
      <translation>Word document</translation>
    </message>
    <message>
      <source>Excel 工作簿</source>
      <translation>Excel workbook</translation>
    </message>
    <message>
      <source>Markdown 文本</source>
      <translation>Markdown text</translation>
    </message>
    <message>
      <source>批注包，交给同事</source>
      <translation>Notes package for a colleague</translation>
    </message>
    <message>
      <source>JSON（W3C 批注格式）</source>
      <translation>JSON (W3C annotations)</translation>
    </message>
    <message>
      <source>导入批注包</source>
      <translation>Import notes package</translation>
    </message>
    <message>
      <source>导出批注</source>
      <translation>Export notes</translation>
    </message>
    <message>
      <source>批注包 (*{package} *.json)</source>
      <translation>Notes packages (*{package} *.json)</translation>
    </message>
    <message>
      <source>已把 {count} 条批注导出到“{path}”。</source>
      <translation>{count} notes exported to “{path}”.</translation>
    </message>
    <message>
      <source>恢复这些</source>
      <translation>Restore These</translation>
    </message>
    <message>
      <source>重复导入不会重复；双方都改过的，两份都保留。导入可以一步撤销。</source>
      <translation>Importing again adds nothing twice; where both sides changed a note, both are kept. The import is one step that can be undone.</translation>
    </message>
    <message>
      <source>不导入</source>
      <translation>Do not import</translation>
    </message>
    <message>
      <source>要把“{name}”里的批注合并到您的批注中吗？</source>
      <translation>Merge the notes in “{name}” with yours?</translation>
    </message>
    <message>
      <source>《{title}》从第 {version} 版退回第 {former} 版（资料截至 {date}）</source>
      <translation>{title}: from edition {version} back to {former} (as of {date})</translation>
    </message>
    <message>
      <source>选择资料包</source>
      <translation>Choose a library pack</translation>
    </message>
    <message>
      <source>《{title}》资料截至 {date}，早该有新的资料包了，请向发布单位索取。</source>
      <translation>{title} is as of {date}: a newer pack is overdue, please ask the publisher for it.</translation>
    </message>
    <message>
      <source>正在安装资料包</source>
      <translation>Installing the pack</translation>
    </message>
    <message>
      <source>正在退回上一版</source>
      <translation>Going back</translation>
    </message>
    <message>
      <source>退回上一版</source>
      <translation>Go back</translation>
    </message>
    <message>
      <source>批注会跟着核对。再用一次可以回到现在这一版。</source>
      <translation>Notes are checked as well. Going back once more leads to the present edition.</translation>
    </message>
    <message>
      <source>退回</source>
      <translation>Go back</translation>
    </message>
    <message>
      <source>不退回</source>
      <translation>Stay</translation>
    </message>
    <message>
      <source>资料包</source>
      <translation>Library packs</translation>
    </message>
    <message>
      <source>已安装《{title}》第 {version} 版</source>
      <translation>{title}, edition {version}, is installed</translation>
    </message>
    <message>
      <source>没有可以退回上一版的资料包。</source>
      <translation>No pack has a previous edition to go back to.</translation>
    </message>
    <message>
      <source>现在显示《{title}》第 {version} 版</source>
      <translation>{title}, edition {version}, is shown now</translation>
    </message>
    <message>
      <source>查看</source>
      <translation>Look</translation>
    </message>
    <message>
      <source>有新的资料包：{name}</source>
      <translation>There is a new library pack: {name}</translation>
    </message>
    <message>
      <source>第 {number} 处，共 {count} 处疑似缺损：{message}</source>
      <translation>{number} of {count} suspected damages: {message}</translation>
    </message>
    <message>
      <source>这份文件很长，全选只选中了已经显示的部分：全文 {whole} 字中的 {part} 字。</source>
      <translation>This document is long: only the part on the page is selected, {part} of {whole} characters.</translation>
    </message>
    <message>
      <source>请先选中要引用的文字。</source>
      <translation>Please select the words to cite first.</translation>
    </message>
    <message>
      <source>已复制，出处：{source}</source>
      <translation>Copied, source: {source}</translation>
    </message>
    <message>
      <source>这份文件没有发现疑似缺损的地方。</source>
      <translation>No suspected damage found in this document.</translation>
    </message>
    <message>
      <source>　请注意：这份文件{standing}。</source>
      <translation> Mind: this document is {standing}.</translation>
    </message>
    <message>
      <source>存为 PDF</source>
      <translation>Save as PDF</translation>
    </message>
    <message>
      <source>正在写 PDF</source>
      <translation>Writing the PDF</translation>
    </message>
    <message>
      <source>正在打印</source>
      <translation>Printing</translation>
    </message>
    <message>
      <source>请先打开要打印的文件。</source>
      <translation>Open the document that is to be printed first.</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>已存为 PDF：“{path}”。</source>
      <translation>Saved as PDF: “{path}”.</translation>
    </message>
    <message>
      <source>已把 {pages} 页交给打印机。</source>
      <translation>{pages} pages were sent to the printer.</translation>
    </message>
    <message>
      <source>收藏这次检索…</source>
      <translation>Save this search…</translation>
    </message>
    <message>
      <source>改名</source>
      <translation>Rename</translation>
    </message>
    <message>
      <source>已收藏“{name}”，在“检索历史”按钮里可以找到。</source>
      <translation>Saved as “{name}”; find it under the “past searches” button.</translation>
    </message>
    <message>
      <source>收藏的检索</source>
      <translation>Saved searches</translation>
    </message>
    <message>
      <source>最近检索</source>
      <translation>Recent searches</translation>
    </message>
    <message>
      <source>清除最近检索</source>
      <translation>Clear recent searches</translation>
    </message>
    <message>
      <source>打开过结果的检索会记在这里</source>
      <translation>Searches whose results you open are listed here</translation>
    </message>
    <message>
      <source>已删除收藏“{name}”。</source>
      <translation>Saved search “{name}” deleted.</translation>
    </message>
    <message>
      <source>收藏检索</source>
      <translation>Save search</translation>
    </message>
    <message>
      <source>{value}	{total} 条</source>
      <translation>{value}	{total}</translation>
    </message>
    <message>
      <source>整理收藏</source>
      <translation>Manage saved searches</translation>
    </message>
    <message>
      <source>彻底删除</source>
      <translation>Delete for good</translation>
    </message>
    <message>
      <source>文库里的内容、保存的各版和原件都会删除，不能撤销。您在上面做的批注仍然保留。</source>
      <translation>Text, kept editions and the original file are deleted; this cannot be undone. Your notes on them stay.</translation>
    </message>
    <message>
      <source>不删除</source>
      <translation>Keep</translation>
    </message>
    <message>
      <source>已把 {count} 份文件移出文库，上面的批注仍然保留。</source>
      <translation>{count} documents were removed; notes on them stay.</translation>
    </message>
    <message>
      <source>请先打开或选中要移出文库的文件。</source>
      <translation>First open or select the documents to remove.</translation>
    </message>
    <message>
      <source>已放回 {count} 份文件。</source>
      <translation>{count} documents were put back.</translation>
    </message>
    <message>
      <source>彻底删除这 {count} 份文件？</source>
      <translation>Delete these {count} documents for good?</translation>
    </message>
    <message>
      <source>已把《{title}》移出文库，上面的批注仍然保留。</source>
      <translation>“{title}” was removed; notes on it stay.</translation>
    </message>
    <message>
      <source>已彻底删除 {count} 份文件和它们的原件。</source>
      <translation>{count} documents and their originals were deleted for good.</translation>
    </message>
    <message>
      <source>已采用 {count} 部分现在的文字。</source>
      <translation>The present words of {count} parts were taken over.</translation>
    </message>
    <message>
      <source>“{name}”里的文字都和文库中现在的一样。</source>
      <translation>All words in “{name}” are as they are in the library now.</translation>
    </message>
    <message>
      <source>没有可以导出的结果。请先检索。</source>
      <translation>No results to export. Please search first.</translation>
    </message>
    <message>
      <source>{count} 条结果</source>
      <translation>{count} results</translation>
    </message>
    <message>
      <source>前 {count} 条结果（共 {total} 条）</source>
      <translation>first {count} results (of {total})</translation>
    </message>
    <message>
      <source>已把{count}导出到“{path}”。</source>
      <translation>Exported {count} to “{path}”.</translation>
    </message>
    <message>
      <source>检索 {plain}</source>
      <translation>Search {plain}</translation>
    </message>
    <message>
      <source>还没有批注和书签。</source>
      <translation>No notes or bookmarks yet.</translation>
    </message>
    <message>
      <source>已存为“{path}”。</source>
      <translation>Saved as “{path}”.</translation>
    </message>
    <message>
      <source>我标记的条款</source>
      <translation>My Marked Clauses</translation>
    </message>
    <message>
      <source>逐条确认</source>
      <translation>Confirm one by one</translation>
    </message>
    <message>
      <source>没有待确认的批注：每条批注都在它的文字上。</source>
      <translation>No notes to confirm: every note stands on its words.</translation>
    </message>
    <message>
      <source>朗读中断：{words}</source>
      <translation>Reading aloud was interrupted: {words}</translation>
    </message>
    <message>
      <source>词</source>
      <translation>word</translation>
    </message>
    <message>
      <source>检索过</source>
      <translation>searched before</translation>
    </message>
    <message>
      <source>{total} 条结果</source>
      <translation>{total} results</translation>
    </message>
    <message>
      <source>简称</source>
      <translation>short name</translation>
    </message>
    <message>
      <source>日历文件 (*.ics)</source>
      <translation>Calendar file (*.ics)</translation>
    </message>
    <message>
      <source>进展没有存上：{error}{hint}填写的内容仍在表里。</source>
      <translation>Status was not stored: {error} {hint} What you wrote is still in the table.</translation>
    </message>
    <message>
      <source>导出任务分解表</source>
      <translation>Export task breakdown</translation>
    </message>
    <message>
      <source>原文里已经没有的任务</source>
      <translation>Tasks no longer in the text</translation>
    </message>
    <message>
      <source>这些任务的原文已经删去或改写，您记下的进展还在：</source>
      <translation>The words of these tasks were deleted or rewritten; what you noted is still kept:</translation>
    </message>
    <message>
      <source>保留</source>
      <translation>Keep</translation>
    </message>
    <message>
      <source>不再保留</source>
      <translation>Discard</translation>
    </message>
    <message>
      <source>“{words}”不是日期。请写成 2025-12-31，或留空。</source>
      <translation>“{words}” is no date. Write 2025-12-31, or leave it empty.</translation>
    </message>
    <message>
      <source>先打开一份文件，再看它的任务分解。</source>
      <translation>Open a document first to see its tasks.</translation>
    </message>
    <message>
      <source>已把 {count} 项任务写入“{path}”。</source>
      <translation>{count} tasks written to “{path}”.</translation>
    </message>
    <message>
      <source>共 {count} 处</source>
      <translation>{count} in all</translation>
    </message>
    <message>
      <source>本篇{place} · 第 {number} 篇{among}</source>
      <translation>In this document {place} · document {number}{among}</translation>
    </message>
    <message>
      <source>第 {value} 处，{place}</source>
      <translation>{value}, {place}</translation>
    </message>
    <message>
      <source>本篇{place}</source>
      <translation>In this document {place}</translation>
    </message>
    <message>
      <source>，共 {documents} 篇</source>
      <translation> of {documents}</translation>
    </message>
    <message>
      <source>选择要关注的文件夹</source>
      <translation>Choose a folder to watch</translation>
    </message>
    <message>
      <source>关注的文件夹里有 {count} 份新文件。</source>
      <translation>{count} new files in watched folders.</translation>
    </message>
    <message>
      <source>请检查磁盘空间和文件夹的写入权限。</source>
      <translation>Check the space on the disk and whether the folder can be written.</translation>
    </message>
    <message>
      <source>这台电脑没有安装打印机。</source>
      <translation>No printer is installed on this computer.</translation>
    </message>
    <message>
      <source>可以先存为 PDF，拿到别处打印。</source>
      <translation> Save a PDF and print it elsewhere.</translation>
    </message>
    <message>
      <source>不能写入“{path}”。</source>
      <translation>“{path}” cannot be written.</translation>
    </message>
    <message>
      <source>黄色</source>
      <translation>Yellow</translation>
    </message>
    <message>
      <source>绿色</source>
      <translation>Green</translation>
    </message>
    <message>
      <source>蓝色</source>
      <translation>Blue</translation>
    </message>
    <message>
      <source>粉色</source>
      <translation>Pink</translation>
    </message>
    <message>
      <source>紫色</source>
      <translation>Purple</translation>
    </message>
    <message>
      <source>复制</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>复制文字和出处（Ctrl+Shift+C）</source>
      <translation>Copy words and source (Ctrl+Shift+C)</translation>
    </message>
    <message>
      <source>收入政策汇编（Ctrl+Shift+A）</source>
      <translation>Add to the compilation (Ctrl+Shift+A)</translation>
    </message>
    <message>
      <source>检索选中文字</source>
      <translation>Search for selection</translation>
    </message>
    <message>
      <source>朗读</source>
      <translation>Read aloud</translation>
    </message>
    <message>
      <source>朗读选中文字（Ctrl+Shift+U）</source>
      <translation>Read the selected words aloud (Ctrl+Shift+U)</translation>
    </message>
    <message>
      <source>全选</source>
      <translation>Select all</translation>
    </message>
    <message>
      <source>复制整张表格</source>
      <translation>Copy whole table</translation>
    </message>
    <message>
      <source>放大看这张表格</source>
      <translation>Enlarge this table</translation>
    </message>
    <message>
      <source>导出表格到 Excel…</source>
      <translation>Export table to Excel…</translation>
    </message>
    <message>
      <source>高亮：{name}（{number}）</source>
      <translation>Highlight: {name} ({number})</translation>
    </message>
    <message>
      <source>选中文字的操作</source>
      <translation>Actions for the selection</translation>
    </message>
    <message>
      <source>关闭这一栏</source>
      <translation>Close this column</translation>
    </message>
    <message>
      <source>全文中的命中、批注和书签</source>
      <translation>Hits, notes and bookmarks in the whole text</translation>
    </message>
    <message>
      <source>全文中的命中、批注和书签；点一下跳到那里</source>
      <translation>Hits, notes and bookmarks in the whole text; click to jump there</translation>
    </message>
    <message>
      <source>正文</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>并排</source>
      <translation>Side by side</translation>
    </message>
    <message>
      <source>合并</source>
      <translation>Joined</translation>
    </message>
    <message>
      <source>怎样排列</source>
      <translation>Layout</translation>
    </message>
    <message>
      <source>只看变化</source>
      <translation>Changes only</translation>
    </message>
    <message>
      <source>把两份文件对调：原来的“新”变成“原”</source>
      <translation>Swap the two documents: the new one becomes the old one</translation>
    </message>
    <message>
      <source>导出为 Word、网页或 Excel 对照表</source>
      <translation>Export as a table in Word, as a web page or in Excel</translation>
    </message>
    <message>
      <source>在对照中查找</source>
      <translation>Find in the comparison</translation>
    </message>
    <message>
      <source>按回车键到下一处</source>
      <translation>Enter goes to the next place</translation>
    </message>
    <message>
      <source>上一处变化（Shift+F3）</source>
      <translation>Previous change (Shift+F3)</translation>
    </message>
    <message>
      <source>下一处变化（F3）</source>
      <translation>Next change (F3)</translation>
    </message>
    <message>
      <source>《{new}》落实《{old}》</source>
      <translation>“{new}” carries out “{old}”</translation>
    </message>
    <message>
      <source>《{old}》→《{new}》</source>
      <translation>“{old}” → “{new}”</translation>
    </message>
    <message>
      <source>到原文中的位置</source>
      <translation>Go to the place in the old text</translation>
    </message>
    <message>
      <source>到新文中的位置</source>
      <translation>Go to the place in the new text</translation>
    </message>
    <message>
      <source>到上级文件中的位置</source>
      <translation>Go to the place in the superior document</translation>
    </message>
    <message>
      <source>到本级文件中的位置</source>
      <translation>Go to the place in the local document</translation>
    </message>
    <message>
      <source>对应到上级文件的另一段…</source>
      <translation>Comes from another paragraph…</translation>
    </message>
    <message>
      <source>解除对应，算作新增</source>
      <translation>Comes from none: added</translation>
    </message>
    <message>
      <source>恢复自动判断</source>
      <translation>Let the program tell again</translation>
    </message>
    <message>
      <source>{first}至{last}　{name}（共 {count}）</source>
      <translation>{first} to {last}: {name} ({count})</translation>
    </message>
    <message>
      <source>新文</source>
      <translation>New text</translation>
    </message>
    <message>
      <source>原文</source>
      <translation>Old text</translation>
    </message>
    <message>
      <source>版面设置</source>
      <translation>Page layout</translation>
    </message>
    <message>
      <source>引用格式</source>
      <translation>Form of citations</translation>
    </message>
    <message>
      <source>行距、每行字数、字体、配色、大字版</source>
      <translation>Spacing, line length, typeface, colours, large print</translation>
    </message>
    <message>
      <source>菜单</source>
      <translation>Menu</translation>
    </message>
    <message>
      <source>这台机器没有语音。</source>
      <translation>This machine has no voice. </translation>
    </message>
    <message>
      <source>请在系统设置里安装中文语音。</source>
      <translation>Install a Chinese voice in the system settings.</translation>
    </message>
    <message>
      <source>这台机器的语音不会说中文。</source>
      <translation>The voices of this machine do not speak Chinese. </translation>
    </message>
    <message>
      <source>请在系统设置的“语音”里添加中文语音。</source>
      <translation>Add a Chinese voice under Speech in the system settings.</translation>
    </message>
    <message>
      <source>当前位置</source>
      <translation>Where you are</translation>
    </message>
    <message>
      <source>翻到这一级标题</source>
      <translation>Go to this heading</translation>
    </message>
    <message>
      <source>{tip}（点击去掉）</source>
      <translation>{tip} (click to remove)</translation>
    </message>
    <message>
      <source>去掉 {tip}</source>
      <translation>Remove {tip}</translation>
    </message>
    <message>
      <source>现在不能用</source>
      <translation>not possible now</translation>
    </message>
    <message>
      <source>命令</source>
      <translation>Commands</translation>
    </message>
    <message>
      <source>要做什么？输入文字或拼音首字母</source>
      <translation>What do you want to do? Type words or pinyin initials</translation>
    </message>
    <message>
      <source>起止日期</source>
      <translation>Dates</translation>
    </message>
    <message>
      <source>从</source>
      <translation>From</translation>
    </message>
    <message>
      <source>到</source>
      <translation>To</translation>
    </message>
    <message>
      <source>打开的文件</source>
      <translation>Open documents</translation>
    </message>
    <message>
      <source>关闭其他文件</source>
      <translation>Close other documents</translation>
    </message>
    <message>
      <source>要查找的文字</source>
      <translation>Words to find</translation>
    </message>
    <message>
      <source>查找结果</source>
      <translation>Found</translation>
    </message>
    <message>
      <source>上一处（Shift+Enter）</source>
      <translation>Previous (Shift+Enter)</translation>
    </message>
    <message>
      <source>下一处（Enter）</source>
      <translation>Next (Enter)</translation>
    </message>
    <message>
      <source>大小写</source>
      <translation>Case</translation>
    </message>
    <message>
      <source>区分大小写</source>
      <translation>Match case</translation>
    </message>
    <message>
      <source>全字</source>
      <translation>Whole</translation>
    </message>
    <message>
      <source>全字匹配：找“11”时不要“111”，找“十一”时不要“二十一”</source>
      <translation>Whole words: “11” does not find “111”, “十一” does not find “二十一”</translation>
    </message>
    <message>
      <source>在全部文件中检索</source>
      <translation>Search all documents</translation>
    </message>
    <message>
      <source>用这些文字检索整个文库</source>
      <translation>Search the whole library for these words</translation>
    </message>
    <message>
      <source>关闭（Esc）</source>
      <translation>Close (Esc)</translation>
    </message>
    <message>
      <source>没有找到</source>
      <translation>Not found</translation>
    </message>
    <message>
      <source>第 {number} 处，共 {count} 处</source>
      <translation>{number} of {count}</translation>
    </message>
    <message>
      <source>转到条款</source>
      <translation>Go to clause</translation>
    </message>
    <message>
      <source>条款：65条2款、三（二）、附件2 三，或标题里的字</source>
      <translation>Clause: 65条2款, 三（二）, 附件2 三, or words of a heading</translation>
    </message>
    <message>
      <source>要转到的条款</source>
      <translation>Clause to go to</translation>
    </message>
    <message>
      <source>转到哪里</source>
      <translation>Where to go</translation>
    </message>
    <message>
      <source>链接指向</source>
      <translation>Target of the link</translation>
    </message>
    <message>
      <source>点击打开，Ctrl+点击并排打开</source>
      <translation>Click to open, Ctrl+click to open side by side</translation>
    </message>
    <message>
      <source>命中的位置</source>
      <translation>Place of the hit</translation>
    </message>
    <message>
      <source>上一处命中（Shift+F3）</source>
      <translation>Previous hit (Shift+F3)</translation>
    </message>
    <message>
      <source>下一处命中（F3）</source>
      <translation>Next hit (F3)</translation>
    </message>
    <message>
      <source>返回（Esc）</source>
      <translation>Back (Esc)</translation>
    </message>
    <message>
      <source>回到检索前读到的地方</source>
      <translation>Back to where you were reading before the search</translation>
    </message>
    <message>
      <source>消息</source>
      <translation>Message</translation>
    </message>
    <message>
      <source>批注内容</source>
      <translation>Words of the note</translation>
    </message>
    <message>
      <source>写批注……</source>
      <translation>Write a note…</translation>
    </message>
    <message>
      <source>写了批注</source>
      <translation>With words</translation>
    </message>
    <message>
      <source>只有高亮</source>
      <translation>Highlights only</translation>
    </message>
    <message>
      <source>今天</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>最近 7 天</source>
      <translation>Last 7 days</translation>
    </message>
    <message>
      <source>最近 30 天</source>
      <translation>Last 30 days</translation>
    </message>
    <message>
      <source>最近一年</source>
      <translation>Last year</translation>
    </message>
    <message>
      <source>按文件、标签、颜色、状态、作者和时间筛选</source>
      <translation>Filter by document, tag, colour, state, author and date</translation>
    </message>
    <message>
      <source>筛选条件</source>
      <translation>Filters</translation>
    </message>
    <message>
      <source>状态</source>
      <translation>State</translation>
    </message>
    <message>
      <source>修改时间</source>
      <translation>Changed</translation>
    </message>
    <message>
      <source>类别</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>作者</source>
      <translation>Author</translation>
    </message>
    <message>
      <source>去掉这个条件</source>
      <translation>Remove this filter</translation>
    </message>
    <message>
      <source>{day} 以来</source>
      <translation>since {day}</translation>
    </message>
    <message>
      <source>{day} 以前</source>
      <translation>until {day}</translation>
    </message>
    <message>
      <source>起止日期…</source>
      <translation>Between Dates…</translation>
    </message>
    <message>
      <source>检索建议</source>
      <translation>Suggestions</translation>
    </message>
    <message>
      <source>进度</source>
      <translation>Progress</translation>
    </message>
    <message>
      <source>检索全文、文号、标题、条款……   Ctrl+K</source>
      <translation>Search text, numbers, titles, clauses…   Ctrl+K</translation>
    </message>
    <message>
      <source>再输入词，只在刚才的结果里找</source>
      <translation>Type more words to search within these results</translation>
    </message>
    <message>
      <source>正在朗读</source>
      <translation>Reading aloud</translation>
    </message>
    <message>
      <source>暂停朗读</source>
      <translation>Pause reading</translation>
    </message>
    <message>
      <source>停止朗读</source>
      <translation>Stop reading</translation>
    </message>
    <message>
      <source>朗读已暂停</source>
      <translation>Reading is paused</translation>
    </message>
    <message>
      <source>继续朗读</source>
      <translation>Go on reading</translation>
    </message>
    <message>
      <source>索引</source>
      <translation>Index</translation>
    </message>
    <message>
      <source>缩放</source>
      <translation>Zoom</translation>
    </message>
    <message>
      <source>缺字 {count} 处，已复原</source>
      <translation>{count} masked characters, restored</translation>
    </message>
    <message>
      <source>缺字 {count} 处，显示复原</source>
      <translation>{count} masked characters, restore</translation>
    </message>
    <message>
      <source>{count} 份文件</source>
      <translation>{count} documents</translation>
    </message>
    <message>
      <source>点击恢复成原文的样子（F7）</source>
      <translation>Click to show the text as printed (F7)</translation>
    </message>
    <message>
      <source>点击把被遮盖的字显示出来（F7）</source>
      <translation>Click to show masked characters as what they stand for (F7)</translation>
    </message>
    <message>
      <source>资料截至 {date}</source>
      <translation>Documents up to {date}</translation>
    </message>
    <message>
      <source>标签，用空格隔开</source>
      <translation>Tags, parted by blanks</translation>
    </message>
    <message>
      <source>页面缩放，百分比</source>
      <translation>Zoom of the page, per cent</translation>
    </message>
    <message>
      <source>拖动或按左右方向键改变页面大小</source>
      <translation>Drag, or press the left and right arrow keys, to change the size of the page</translation>
    </message>
  </context>
</TS>
